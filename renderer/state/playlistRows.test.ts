import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { movedEntries, placeAt, stepTarget, withoutEntries } from './playlistRows.ts'

const entriesOf = (ids: readonly string[]) => ids.map((entryId) => ({ entryId }))
const idsOf = (entries: readonly { readonly entryId: string }[]) => entries.map(({ entryId }) => entryId).join('')
const line = entriesOf('abcdef'.split(''))
const ids = 'abcdef'.split('')

test('removed rows are gone', () => {
  expect(idsOf(withoutEntries(line, ['b', 'e']))).toBe('acdf')
})

describe('dropping rows', () => {
  test('they land together where they were let go, in their order', () => {
    expect(idsOf(movedEntries(line, ['e', 'b'], placeAt(ids, ['e', 'b'], 0)))).toBe('beacdf')
    expect(idsOf(movedEntries(line, ['b', 'e'], placeAt(ids, ['b', 'e'], 6)))).toBe('acdfbe')
    // Let go within themselves: they come together there.
    expect(idsOf(movedEntries(line, ['b', 'd'], placeAt(ids, ['b', 'd'], 3)))).toBe('acbdef')
  })

  test('nothing is lost or doubled, and what stays keeps its order', () => {
    const place = fc.record({ chosen: fc.subarray(ids, { minLength: 1 }), index: fc.nat(6) })
    fc.assert(
      fc.property(place, ({ chosen, index }) => {
        const moved = movedEntries(line, chosen, placeAt(ids, chosen, index)).map((entry) => entry.entryId)
        expect(moved.toSorted()).toEqual(ids)
        expect(moved.filter((id) => !chosen.includes(id))).toEqual(ids.filter((id) => !chosen.includes(id)))
        const first = moved.findIndex((id) => chosen.includes(id))
        expect(moved.slice(first, first + chosen.length)).toEqual(ids.filter((id) => chosen.includes(id)))
      }),
    )
  })
})

describe('moving rows by one', () => {
  const step = (chosen: readonly string[], direction: -1 | 1) => {
    const target = stepTarget(ids, chosen, direction)
    return target === undefined ? null : idsOf(movedEntries(line, chosen, target))
  }

  test('up and down', () => {
    expect(step(['c'], -1)).toBe('acbdef')
    expect(step(['c'], 1)).toBe('abdcef')
    expect(step(['e'], 1)).toBe('abcdfe')
    expect(step(['c', 'd'], 1)).toBe('abecdf')
  })

  test('rows that are apart come together', () => {
    expect(step(['c', 'e'], -1)).toBe('acebdf')
    expect(step(['b', 'd'], 1)).toBe('acebdf')
    expect(step(['a', 'c'], -1)).toBe('acbdef')
    expect(step(['d', 'f'], 1)).toBe('abcedf')
  })

  test('at the end of the way nothing moves', () => {
    expect(step(['a'], -1)).toBe(null)
    expect(step(['e', 'f'], 1)).toBe(null)
    expect(step([], 1)).toBe(null)
  })
})
