import type { TappableEngine } from '../player/engine/index.ts'

declare global {
  interface Window {
    /** Present only when the page was opened with `?listen`: end-to-end tests compare what was rendered through it. */
    melofyListen?: TappableEngine['tap']
  }
}

/** Lets a test listen to what is rendered. It shows nothing that the speakers do not say aloud. */
export function allowListening(engine: TappableEngine, address: URL): void {
  if (address.searchParams.has('listen')) window.melofyListen = (listener) => engine.tap(listener)
}
