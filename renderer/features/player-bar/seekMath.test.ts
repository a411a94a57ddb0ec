import { describe, expect, it } from 'vitest'
import { fractionAt, largeStepMs, nextChangeMs } from './seekMath.ts'

describe('fractionAt', () => {
  it('stays on the line', () => {
    const line = { left: 100, width: 200 }
    expect([50, 100, 150, 300, 900].map((x) => fractionAt(x, line))).toEqual([0, 0, 0.25, 1, 1])
  })

  it('is the start on a line without width', () => {
    expect(fractionAt(10, { left: 0, width: 0 })).toBe(0)
  })
})

describe('largeStepMs', () => {
  it('is half a minute, and less where that would be most of the track', () => {
    expect([3_600_000, 300_000, 43_000, null].map((length) => largeStepMs(length))).toEqual([
      30_000, 30_000, 4300, 30_000,
    ])
  })
})

describe('nextChangeMs', () => {
  it('waits for half a pixel on a short track', () => {
    expect(nextChangeMs(0, 40_000, 400)).toBe(50)
  })

  it('never misses a second, however long the track', () => {
    expect(nextChangeMs(10_400, 3 * 3_600_000, 400)).toBe(600)
    expect(nextChangeMs(10_000, 0, 400)).toBe(1000)
  })
})
