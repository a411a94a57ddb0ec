import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longestPauseMs, Pace, type PaceLimits, readRetryAfter, usualLimits } from './pace.ts'

const startMs = Date.UTC(2026, 10, 1)

describe('a pause', () => {
  it('where none was said doubles from half a minute to an hour, and begins anew after an answer', () => {
    const pace = new Pace()
    let nowMs = startMs
    const lengths: number[] = []
    for (let count = 0; count < 9; count += 1) {
      pace.tooMany(null, 'window', nowMs)
      const untilMs = pace.closure(nowMs)?.untilMs ?? 0
      lengths.push(Math.floor((untilMs - nowMs) / 1000))
      nowMs = untilMs
    }
    expect(lengths).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600])
    pace.answered()
    pace.tooMany(null, 'window', nowMs)
    expect(Math.floor(pace.waitMs('person', nowMs) / 1000)).toBe(30)
  })

  it('is not cut short by an answer that tells of a shorter one', () => {
    const pace = new Pace()
    pace.tooMany(79_892_000, 'quota', startMs)
    pace.tooMany(1000, 'window', startMs + 10)
    expect(pace.closure(startMs + 20)).toEqual({ why: 'quota', untilMs: startMs + 79_892_250 })
  })

  it('that was written while the clock was wrong ends within a week', () => {
    const pace = new Pace(usualLimits, { closedUntilMs: startMs * 2, why: 'window', unsaid: 0 })
    expect(pace.closure(startMs)).toEqual({ why: 'window', untilMs: startMs + longestPauseMs })
    expect(pace.closure(startMs + longestPauseMs)).toBeNull()
  })
})

it.each([
  ['1', 1000],
  [' 79892 ', 79_892_000],
  ['0', 0],
  ['1.5', 1500],
  ['Sun, 01 Nov 2026 00:02:00 GMT', 120_000],
  ['Sun, 01 Nov 2020 00:02:00 GMT', 0],
  ['soon', null],
  ['-5', null],
  ['1e9', null],
  ['', null],
  [undefined, null],
])('Retry-After %j is %j ms', (header, ms) => {
  expect(readRetryAfter(header, startMs)).toBe(ms)
})

const limits: PaceLimits = {
  windowMs: 1000,
  requests: 6,
  reserved: { person: 0, import: 2 },
  restMs: { person: 0, import: 20 },
}

it('whatever is asked for and answered, no window holds too many, nothing goes out during a pause, and every wait ends', () => {
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.record({ urgency: fc.constantFrom('person' as const, 'import' as const) }) },
    { weight: 2, arbitrary: fc.record({ idleMs: fc.nat(1500) }) },
    { weight: 1, arbitrary: fc.record({ retryAfterMs: fc.option(fc.nat(5000)) }) },
    { weight: 1, arbitrary: fc.record({ setBackMs: fc.nat(5000) }) },
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const pace = new Pace(limits)
      // The time that passes, and what a clock that is set back makes of it.
      let realMs = startMs
      let backMs = 0
      const sentMs: number[] = []
      const wrong: string[] = []
      const now = (): number => realMs - backMs
      for (const one of steps) {
        if ('idleMs' in one) realMs += one.idleMs
        else if ('retryAfterMs' in one) pace.tooMany(one.retryAfterMs, 'window', now())
        else if ('setBackMs' in one) backMs += one.setBackMs
        else {
          let waits = 0
          for (; waits < 20; waits += 1) {
            const waitMs = pace.waitMs(one.urgency, now())
            if (waitMs === 0) break
            realMs += waitMs
          }
          const inWindow = sentMs.filter((atMs) => atMs + limits.windowMs > realMs)
          if (waits === 20) wrong.push('the wait has no end')
          if (pace.closure(now()) !== null) wrong.push('sent during a pause')
          if (inWindow.length >= limits.requests - limits.reserved[one.urgency]) wrong.push('too many in a window')
          pace.send(now())
          pace.answered()
          sentMs.push(realMs)
        }
      }
      expect(wrong).toEqual([])
    }),
  )
})
