import { failure, FailureError } from '../../../src/contract/index.ts'

/** What time is, for everything about Spotify. */
export interface SpotifyClock {
  /** Ms since the epoch. */
  readonly now: () => number
  /** Calls back after so many ms, and answers what cancels that. */
  readonly after: (delayMs: number, callback: () => void) => () => void
}

/** Longest delay that a timer of this computer knows, in ms. */
const longestTimerMs = 2 ** 31 - 1

/** The time of this computer; waiting keeps no process alive. */
export const systemClock: SpotifyClock = {
  now: () => Date.now(),
  after(delayMs, callback) {
    const timer = setTimeout(callback, Math.min(delayMs, longestTimerMs))
    timer.unref()
    return () => clearTimeout(timer)
  },
}

/** Resolves after so many ms; rejects with `cancelled` when `signal` aborts before. */
export function pause(clock: SpotifyClock, delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      cancel()
      reject(new FailureError(failure('cancelled')))
    }
    const cancel = clock.after(delayMs, () => {
      signal.removeEventListener('abort', stop)
      resolve()
    })
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
}
