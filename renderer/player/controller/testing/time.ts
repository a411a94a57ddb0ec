import type { Clock } from '../parts.ts'

interface Timer {
  readonly run: () => void
  dueMs: number
  readonly everyMs: number | null
}

/** Time that passes only when a test says so. */
export interface VirtualTime {
  readonly clock: Clock
  /** Milliseconds since the start. */
  nowMs(): number
  /** Lets time pass, running what becomes due, each with the promises that follow from it. */
  advance(byMs: number): Promise<void>
  /** Lets promises settle without time passing. */
  settle(): Promise<void>
  /** Timers that are waiting. */
  timers(): number
}

/** Creates virtual time, standing at 1 January 2026. */
export function createVirtualTime(): VirtualTime {
  const startUnixMs = Date.UTC(2026, 0, 1)
  const timers = new Set<Timer>()
  let nowMs = 0

  function add(timer: Timer): () => void {
    timers.add(timer)
    return () => {
      timers.delete(timer)
    }
  }

  function nextDue(untilMs: number): Timer | null {
    let first: Timer | null = null
    for (const timer of timers)
      if (timer.dueMs <= untilMs && (first === null || timer.dueMs < first.dueMs)) first = timer
    return first
  }

  async function settle(): Promise<void> {
    for (let turn = 0; turn < 12; turn += 1) await Promise.resolve()
  }

  return {
    clock: {
      now: () => startUnixMs + Math.round(nowMs),
      after: (delayMs, run) => add({ run, dueMs: nowMs + Math.max(0, delayMs), everyMs: null }),
      every: (intervalMs, run) => add({ run, dueMs: nowMs + intervalMs, everyMs: intervalMs }),
    },
    nowMs: () => nowMs,
    async advance(byMs) {
      const untilMs = nowMs + byMs
      await settle()
      for (let timer = nextDue(untilMs); timer !== null; timer = nextDue(untilMs)) {
        nowMs = Math.max(nowMs, timer.dueMs)
        if (timer.everyMs === null) timers.delete(timer)
        else timer.dueMs += timer.everyMs
        timer.run()
        await settle()
      }
      nowMs = untilMs
    },
    settle,
    timers: () => timers.size,
  }
}
