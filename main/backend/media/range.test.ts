import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseRange } from './range.ts'

describe('parseRange', () => {
  test.each([
    ['bytes=0-0', { kind: 'part', first: 0, last: 0 }],
    ['bytes=10-19', { kind: 'part', first: 10, last: 19 }],
    ['bytes=90-', { kind: 'part', first: 90, last: 99 }],
    ['bytes=90-5000', { kind: 'part', first: 90, last: 99 }],
    ['bytes=-1', { kind: 'part', first: 99, last: 99 }],
    ['bytes=-1000', { kind: 'part', first: 0, last: 99 }],
    ['Bytes=5-6', { kind: 'part', first: 5, last: 6 }],
    ['bytes=100-', { kind: 'unsatisfiable' }],
    ['bytes=100-200', { kind: 'unsatisfiable' }],
    ['bytes=-0', { kind: 'unsatisfiable' }],
    ['bytes=9-5', { kind: 'whole' }],
    ['bytes=0-1,5-6', { kind: 'whole' }],
    ['bytes=-', { kind: 'whole' }],
    ['bytes=a-b', { kind: 'whole' }],
    ['items=0-5', { kind: 'whole' }],
    ['', { kind: 'whole' }],
    [null, { kind: 'whole' }],
  ] as const)('%s of 100 bytes', (header, answer) => {
    expect(parseRange(header, 100)).toEqual(answer)
  })

  test('of an empty file there is no part', () => {
    expect(parseRange('bytes=0-', 0)).toEqual({ kind: 'unsatisfiable' })
    expect(parseRange('bytes=-5', 0)).toEqual({ kind: 'unsatisfiable' })
  })

  test('whatever is asked, a part lies inside the file', () => {
    const header = fc.oneof(
      fc.string(),
      fc.tuple(fc.nat(), fc.nat()).map(([from, to]) => `bytes=${from}-${to}`),
      fc.maxSafeNat().map((from) => `bytes=${from}-`),
      fc.bigInt({ min: 0n }).map((suffix) => `bytes=-${suffix}`),
    )
    fc.assert(
      fc.property(header, fc.maxSafeNat(), (text, size) => {
        const answer = parseRange(text, size)
        if (answer.kind !== 'part') return
        expect(answer.first).toBeGreaterThanOrEqual(0)
        expect(answer.first).toBeLessThanOrEqual(answer.last)
        expect(answer.last).toBeLessThan(size)
      }),
    )
  })
})
