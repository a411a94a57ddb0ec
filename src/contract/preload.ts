import type { Unsubscribe } from './contract.ts'

/**
 * What the preload script puts on `window.melofy`. Flat on purpose: an `AbortSignal` cannot cross from the page into the
 * preload's world, so a call has a number by which it can be cancelled. `renderer/bridge` makes a `Bridge` of it.
 * `DroppedFile` is the page's `File`, a type this folder does not know.
 */
export interface PreloadApi<DroppedFile> {
  /** Answers a reply; rejects only when the app refuses the caller. */
  readonly call: (id: number, name: string, input: unknown) => Promise<unknown>
  readonly cancel: (id: number) => void
  /** Hears every event; the page sorts them by name. */
  readonly onEvent: (listener: (name: string, payload: unknown) => void) => Unsubscribe
  /** The path of a file that was dropped or chosen; empty for one that is not on disk. */
  readonly pathOf: (file: DroppedFile) => string
}
