import { setTimeout as after } from 'node:timers/promises'
import type { Clock } from './types.ts'

export const realClock: Clock = { now: () => Date.now(), wait: (ms) => after(ms) }

/** A clock that runs so many times faster than the real one: minutes of lock-out pass in a moment. */
export function fastClock(factor: number): Clock {
  const began = performance.now()
  return {
    now: () => (performance.now() - began) * factor,
    wait: (ms) => after(ms / factor),
  }
}

export interface HandClock extends Clock {
  /** Lets time pass; who waited for less is woken. */
  advance(ms: number): void
}

/** A clock that stands still until it is told how much time has passed. */
export function handClock(startMs = 0): HandClock {
  let nowMs = startMs
  let sleepers: { untilMs: number; wake: () => void }[] = []
  return {
    now: () => nowMs,
    wait: (ms) =>
      new Promise((wake) => {
        sleepers.push({ untilMs: nowMs + ms, wake })
      }),
    advance(ms) {
      nowMs += ms
      const due = sleepers.filter(({ untilMs }) => untilMs <= nowMs)
      sleepers = sleepers.filter(({ untilMs }) => untilMs > nowMs)
      for (const { wake } of due) wake()
    },
  }
}
