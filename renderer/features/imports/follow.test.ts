import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { indexNow } from './follow.ts'

const list = (places: readonly number[]) => (index: number) => {
  const place = places[index]
  return place === undefined ? undefined : { place }
}
const places = fc
  .uniqueArray(fc.integer({ min: 0, max: 200 }), { maxLength: 30 })
  .map((all) => all.toSorted((a, b) => a - b))

it('finds the row again, whatever came in before it or went', () => {
  fc.assert(
    fc.property(places, places, fc.nat(), (before, after, pick) => {
      fc.pre(before.length > 0)
      const index = pick % before.length
      const place = before[index] ?? 0
      const now = [...new Set([...after, place])].toSorted((a, b) => a - b)
      fc.pre(index < now.length)
      expect(indexNow(list(now), index, place)).toBe(now.indexOf(place))
    }),
  )
})

it('does not find a row that was decided: the one after it stands there', () => {
  expect(indexNow(list([3, 8, 9]), 1, 5)).toBeNull()
  expect(indexNow(list([3, 8, 9]), 0, 5)).toBeNull()
  expect(indexNow(list([]), 0, 5)).toBeNull()
})
