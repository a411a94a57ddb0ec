import { describe, expect, it } from 'vitest'
import { clockTime, lengthInWords } from './time.ts'

describe('clockTime', () => {
  it('reads like a clock and never shows a second that has not passed', () => {
    expect([0, 999, 61_000, 247_400, 3_599_999, 3_729_000].map((ms) => clockTime(ms, 'en'))).toEqual([
      '0:00',
      '0:00',
      '1:01',
      '4:07',
      '59:59',
      '1:02:09',
    ])
  })

  it('uses the locale’s own digits', () => {
    expect(clockTime(247_000, 'ar-EG')).toBe('٤:٠٧')
  })

  it('takes a position before the start as the start', () => {
    expect(clockTime(-20, 'en')).toBe('0:00')
  })
})

describe('lengthInWords', () => {
  it('names the second that the clock shows', () => {
    expect(lengthInWords(43_900, 'en')).toBe('43 sec')
    expect(lengthInWords(59_999, 'en')).toBe('59 sec')
    expect(clockTime(43_900, 'en')).toBe('0:43')
  })

  it('rounds to minutes, and carries into hours', () => {
    expect([40_000, 60_000, 749_000, 3_599_000, 3_840_000].map((ms) => lengthInWords(ms, 'en'))).toEqual([
      '40 sec',
      '1 min',
      '12 min',
      '1 hr',
      '1 hr 4 min',
    ])
  })
})
