import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placesBetween, renumber } from './place.ts'

const place = fc.integer({ min: -1_000_000, max: 1_000_000 })

test('places lie between their neighbours, in order', () => {
  fc.assert(
    fc.property(
      fc.option(place),
      fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })),
      fc.integer({ min: 1, max: 10_000 }),
      (before, distance, count) => {
        const after = distance === null ? null : (before ?? 0) + distance
        const places = placesBetween(before, after, count)
        fc.pre(places !== null)
        expect(places).toHaveLength(count)
        const all = [before, ...places, after].filter((one) => one !== null)
        expect(all.every((one, index) => index === 0 || one > (all[index - 1] ?? Infinity))).toBe(true)
      },
    ),
  )
})

test('there is no room between places that are too close, and none beyond what numbers can tell apart', () => {
  expect(placesBetween(1, 1, 1)).toBeNull()
  expect(placesBetween(1, 1 + 1e-6, 1)).toBeNull()
  expect(placesBetween(2 ** 36, null, 1)).toBeNull()
  expect(placesBetween(1, 2, 1)).toEqual([1.5])
})

test('entries keep their order when places are spread, and remembered places their rank among them', () => {
  fc.assert(
    fc.property(fc.array(place), fc.array(place), (entryPlaces, remembered) => {
      const entries = entryPlaces.toSorted((a, b) => a - b).map((one, index) => ({ entryId: `${index}`, place: one }))
      const result = renumber(entries, remembered)
      expect(result.entries.map(({ entryId }) => entryId)).toEqual(entries.map(({ entryId }) => entryId))
      expect(result.entries.every((one, index) => one.place > (result.entries[index - 1]?.place ?? 0))).toBe(true)
      for (const old of remembered) {
        const moved = result.remembered.get(old) ?? Number.NaN
        entries.forEach(({ place: before }, index) => {
          const now = result.entries[index]?.place ?? Number.NaN
          expect(now).toSatisfy((one: number) => Math.sign(one - moved) === Math.sign(before - old) || before === old)
        })
      }
    }),
  )
})
