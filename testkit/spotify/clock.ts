/** A clock on which nobody waits: time passes as soon as the process has nothing else to do. */
export interface VirtualClock {
  readonly now: () => number
  readonly after: (delayMs: number, callback: () => void) => () => void
  /** Lets time pass without anybody having waited for it. */
  advance(ms: number): void
  /** All of the time that passed by waiting, in ms. */
  readonly waitedMs: number
  /** Whoever waits longer than this waits for good, until time is let pass, in ms. */
  longestWaitMs: number
}

interface Sleeper {
  readonly dueMs: number
  readonly callback: () => void
}

/** Begins at a fixed moment of November 2026. */
export function virtualClock(): VirtualClock {
  let nowMs = Date.UTC(2026, 10, 1)
  let waitedMs = 0
  const sleepers = new Set<Sleeper>()

  function wake(sleeper: Sleeper): void {
    if (!sleepers.delete(sleeper)) return
    if (sleeper.dueMs > nowMs) {
      waitedMs += sleeper.dueMs - nowMs
      nowMs = sleeper.dueMs
    }
    sleeper.callback()
  }

  const clock = {
    now: () => nowMs,
    after(delayMs: number, callback: () => void) {
      const sleeper = { dueMs: nowMs + delayMs, callback }
      sleepers.add(sleeper)
      if (delayMs <= clock.longestWaitMs) setImmediate(wake, sleeper)
      return () => void sleepers.delete(sleeper)
    },
    advance(ms: number) {
      nowMs += ms
      for (const sleeper of sleepers) if (sleeper.dueMs <= nowMs) wake(sleeper)
    },
    get waitedMs() {
      return waitedMs
    },
    longestWaitMs: 60_000,
  }
  return clock
}
