import { array, assert, integer, nat, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evenStack, rangeInView, rowAt, scrollToShow, stackOf, topOf } from './windowing.ts'

const stack = stackOf(100, (index) => (index % 10 === 0 ? 40 : 52))

describe('rangeInView', () => {
  it('holds every row that can be seen, and few more, wherever one scrolls', () => {
    const heights = array(integer({ min: 1, max: 80 }), { minLength: 1, maxLength: 300 })
    assert(
      property(heights, nat(20_000), integer({ min: 1, max: 1200 }), (rows, from, height) => {
        const stacked = stackOf(rows.length, (index) => rows[index] ?? 0)
        const { first, end } = rangeInView(stacked, from, from + height, 6)
        const seen = rows.flatMap((_row, index) =>
          topOf(stacked, index + 1) > from && topOf(stacked, index) < from + height ? [index] : [],
        )
        expect(seen.every((index) => index >= first && index < end)).toBe(true)
        expect(end - first).toBeLessThanOrEqual(seen.length + 26)
      }),
    )
  })

  it('stays the same while less than a step is scrolled', () => {
    const still = rangeInView(stack, 1000, 1600, 8)
    expect(rangeInView(stack, 1010, 1610, 8)).toEqual(still)
  })

  it('is empty for an empty list', () => {
    expect(
      rangeInView(
        stackOf(0, () => 52),
        0,
        500,
        6,
      ),
    ).toEqual({ first: 0, end: 0 })
  })
})

describe('rowAt', () => {
  it('finds the row under a point, and the nearest one outside', () => {
    expect([-5, 0, 39, 40, 91, 92, 1e9].map((y) => rowAt(stack, y))).toEqual([0, 0, 0, 1, 1, 2, 99])
  })
})

describe('scrollToShow', () => {
  it('moves as little as needed, and not at all for a row in sight', () => {
    expect(scrollToShow(stack, 3, 0, 600)).toBe(0)
    expect(scrollToShow(stack, 0, 300, 600)).toBe(0)
    expect(scrollToShow(stack, 20, 0, 600)).toBe(topOf(stack, 21) - 600)
  })
})

describe('evenStack', () => {
  it('stands as rows of one height that were added up do', () => {
    assert(
      property(nat(200), integer({ min: 1, max: 80 }), nat(20_000), (count, height, from) => {
        const even = evenStack(count, height)
        const added = stackOf(count, () => height)
        expect(topOf(even, count + 1)).toBe(topOf(added, count + 1))
        expect(rangeInView(even, from, from + 600, 4)).toEqual(rangeInView(added, from, from + 600, 4))
      }),
    )
  })
})
