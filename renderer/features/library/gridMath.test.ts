import { assert, constantFrom, integer, nat, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gapPx, gridShape, nextCard } from './gridMath.ts'

describe('gridShape', () => {
  it('fills the width with cards of one size, none below the least', () => {
    assert(
      property(integer({ min: 320, max: 4000 }), (width) => {
        const shape = gridShape(width)
        const right = shape.columns * (shape.cardPx + gapPx) - gapPx
        expect(right).toBeCloseTo(width)
        expect(shape.cardPx).toBeGreaterThanOrEqual(148)
      }),
    )
  })
})

describe('nextCard', () => {
  it('never leaves the grid, and Down reaches the last card from anywhere', () => {
    const key = constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End')
    assert(
      property(
        integer({ min: 1, max: 500 }),
        nat(499),
        integer({ min: 2, max: 12 }),
        key,
        (count, pick, columns, way) => {
          const to = nextCard(way, pick % count, count, columns, 3)
          expect(to).toBeGreaterThanOrEqual(0)
          expect(to).toBeLessThan(count)
          let at = pick % count
          for (let step = 0; step <= count; step += 1) at = nextCard('ArrowDown', at, count, columns, 3) ?? 0
          expect(Math.floor(at / columns)).toBe(Math.floor((count - 1) / columns))
        },
      ),
    )
  })

  it('stays in its column up and down, and leaves other keys alone', () => {
    expect(nextCard('ArrowDown', 1, 20, 5, 2)).toBe(6)
    expect(nextCard('ArrowUp', 6, 20, 5, 2)).toBe(1)
    expect(nextCard('ArrowUp', 3, 20, 5, 2)).toBe(3)
    expect(nextCard('PageDown', 1, 20, 5, 2)).toBe(11)
    expect(nextCard('x', 1, 20, 5, 2)).toBeNull()
  })
})
