import { type Failure, failure, FailureError } from '../../../src/contract/index.ts'
import type { Held } from './buffer/index.ts'

/** The ways to a track's bytes. */
export type RungKind = 'direct' | 'hls' | 'pcm'

/** Bytes have come, and how long the connection was waited for, in ms; null for the first of a connection. */
export type OnBytes = (bytes: number, waitedMs: number | null) => void

/** What is known of one encoding. */
export interface RungFacts {
  readonly kind: RungKind
  /** Media type of the bytes. */
  readonly mediaType: string
  /** Short name of container and codec; null where nobody told. */
  readonly format: string | null
  /** Null where nobody told. */
  readonly isLossless: boolean | null
  readonly sampleRateHz: number | null
}

/** One encoding of a track while it is being brought. */
export interface Rung {
  readonly facts: RungFacts
  /** Strong entity tag, never used for other bytes. */
  readonly etag: string
  readonly held: Held
  /** Length in bytes; null until it is known. */
  readonly totalBytes: number | null
  /** Why nothing more will come; null as long as there is hope. `media-changed` once it is closed: there may be another encoding. */
  readonly failure: Failure | null
  /** Somebody waits for the byte at `offset`: sees to it that it comes. Cheap when it is on its way. */
  want(offset: number): void
  /** The reader stands at `offset`: what comes next may be brought. */
  ahead(offset: number): void
  /** Takes back what was asked for and not sent yet: nobody waits at this moment. */
  withdraw(): void
  /** Nobody waits any more: what was not sent yet is withdrawn, what must not be broken off goes on in the background. */
  rest(): void
  /** Lets go of everything, its connections included. */
  close(): void
}

/** Ranges are answered in whole frames of this many bytes. */
const frameBytes: Readonly<Record<RungKind, number>> = { direct: 1, hls: 1, pcm: 4 }

/**
 * Bytes from `start` up to `end`, or to the end of the encoding. Waits until they are there; when `signal` ends the wait, answers
 * what has come. Rejects with what makes it hopeless.
 */
export async function readRung(
  rung: Rung,
  start: number,
  end: number,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const { held } = rung
  held.use(start)
  rung.ahead(start)
  for (;;) {
    const last = Math.min(end, rung.totalBytes ?? Infinity)
    if (start >= last) return new Uint8Array()
    const reached = Math.min(held.heldTo(start), last)
    const isOver = reached === last || signal.aborted || rung.failure !== null
    if (isOver && reached > start) {
      const whole = reached === last ? 0 : (reached - start) % frameBytes[rung.facts.kind]
      const bytes = await held.read(start, reached - whole)
      if (bytes !== null) return bytes
    } else if (signal.aborted) {
      return new Uint8Array()
    } else if (rung.failure !== null) {
      throw new FailureError(rung.failure)
    } else {
      await waitAt(rung, reached, signal)
    }
  }
}

async function waitAt(rung: Rung, offset: number, signal: AbortSignal): Promise<void> {
  const { held } = rung
  held.waiting += 1
  try {
    rung.want(offset)
    await held.change(signal)
  } finally {
    held.waiting -= 1
  }
}

/** Resolves when the first bytes are there. Rejects with what makes it hopeless, and with `cancelled` when `signal` aborts. */
export async function begun(rung: Rung, signal: AbortSignal): Promise<void> {
  while (rung.held.heldTo(0) === 0) {
    if (rung.failure !== null) throw new FailureError(rung.failure)
    if (signal.aborted) throw new FailureError(failure('cancelled'))
    await waitAt(rung, 0, signal)
  }
}

let rungsMade = 0
/** Sets this run's tags apart from those of an earlier one. */
const runTag = Date.now().toString(36)

/** A strong entity tag that nothing else has. */
export function newTag(kind: RungKind): string {
  rungsMade += 1
  return `"${kind}-${runTag}-${rungsMade}"`
}
