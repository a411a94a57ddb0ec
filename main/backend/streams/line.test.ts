import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freshLine, type Line, type LineEvent, nextLine } from './line.ts'

const arrived = (bitsPerSecond: number, waitedMs = 1000): LineEvent => ({
  kind: 'arrived',
  bytes: (bitsPerSecond * waitedMs) / 8000,
  waitedMs,
})
const reading = (need: number, aheadSeconds: number, nowMs: number, bestNeed = need): LineEvent => ({
  kind: 'reading',
  need,
  bestNeed,
  aheadSeconds,
  nowMs,
})
const after = (events: readonly LineEvent[], from: Line = freshLine): Line => events.reduce(nextLine, from)

describe('a line', () => {
  it('that was not measured may carry everything', () => {
    expect(after([reading(9e6, 0, 0)])).toEqual(freshLine)
  })

  it('that does not carry what plays is asked for less at once, but not while there is enough ahead', () => {
    const slow = after([arrived(500_000)])
    expect(nextLine(slow, reading(1_000_000, 30, 0)).allowed).toBe(Infinity)
    expect(nextLine(slow, reading(1_000_000, 9, 0)).allowed).toBe(400_000)
    expect(nextLine(slow, reading(390_000, 0, 0)).allowed).toBe(Infinity)
  })

  it('is trusted with more only after a minute at half as much again as the best takes', () => {
    const fallen = after([arrived(500_000), reading(1_000_000, 0, 0)])
    const fast = after(
      Array.from({ length: 30 }, () => arrived(2_000_000)),
      fallen,
    )
    const soon = after([reading(96_000, 20, 10_000, 1_000_000), reading(96_000, 20, 69_000, 1_000_000)], fast)
    expect(soon.allowed).toBe(400_000)
    expect(nextLine(soon, reading(96_000, 20, 70_000, 1_000_000)).allowed).toBeGreaterThan(1_000_000)
    const broken = after([arrived(100_000, 20_000), reading(96_000, 20, 69_500, 1_000_000)], soon)
    const again = after(
      Array.from({ length: 30 }, () => arrived(2_000_000)),
      broken,
    )
    expect(nextLine(again, reading(96_000, 20, 70_000, 1_000_000)).allowed).toBe(400_000)
  })

  const events = fc.array(
    fc.oneof(
      fc
        .tuple(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 0, max: 5000 }))
        .map(([bytes, waitedMs]): LineEvent => ({ kind: 'arrived', bytes, waitedMs })),
      fc
        .tuple(
          fc.integer({ min: 32_000, max: 3e6 }),
          fc.integer({ min: 0, max: 60 }),
          fc.integer({ min: 0, max: 3e6 }),
          fc.integer({ min: 0, max: 30_000 }),
        )
        .map(([need, ahead, more, ms]) => reading(need, ahead, ms, need + more)),
    ),
    { maxLength: 60 },
  )

  it('never rises within a minute of a fall, and is always a number above nothing', () => {
    fc.assert(
      fc.property(events, (given) => {
        let line = freshLine
        let nowMs = 0
        let fellMs = -Infinity
        for (const event of given) {
          if (event.kind === 'reading') nowMs += event.nowMs
          const next = nextLine(line, event.kind === 'reading' ? { ...event, nowMs } : event)
          expect(next.allowed).toBeGreaterThan(0)
          expect(Number.isFinite(next.throughput ?? 0)).toBe(true)
          if (next.allowed < line.allowed) fellMs = nowMs
          expect(next.allowed > line.allowed && nowMs - fellMs < 60_000).toBe(false)
          line = next
        }
      }),
    )
  })
})
