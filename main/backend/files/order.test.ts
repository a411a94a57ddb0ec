import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyCodePoint } from '../../../testkit/property/index.ts'
import { compareNames, inPlayingOrder, type Placed } from './order.ts'

const file = (name: string, changes: Partial<Placed> = {}): Placed => ({
  folder: '/music',
  name,
  albumId: null,
  discNumber: null,
  trackNumber: null,
  ...changes,
})
const names = (items: readonly Placed[]): string[] => inPlayingOrder(items).map(({ name }) => name)

describe('playing order', () => {
  test('names as people count', () => {
    expect(names(['10.mp3', '9.mp3', 'b.mp3', 'A.mp3', 'é.mp3'].map((name) => file(name)))).toEqual(
      '9.mp3 10.mp3 A.mp3 b.mp3 é.mp3'.split(' '),
    )
  })

  test('an album by disc and number, whatever its files are called', () => {
    const album = { albumId: 'x' }
    expect(
      names([
        file('a.mp3', { ...album, discNumber: 2, trackNumber: 1 }),
        file('b.mp3', { ...album, discNumber: 1, trackNumber: 10 }),
        file('c.mp3', { ...album, discNumber: 1, trackNumber: 2 }),
        file('bonus.mp3', { ...album, discNumber: 2 }),
      ]),
    ).toEqual(['c.mp3', 'b.mp3', 'a.mp3', 'bonus.mp3'])
  })

  test('single downloads stay in the order of their names, though each is track 7 of something', () => {
    expect(
      names([
        file('a.mp3', { albumId: 'one', trackNumber: 9 }),
        file('b.mp3', { albumId: 'two', trackNumber: 1 }),
        file('c.mp3'),
      ]),
    ).toEqual(['a.mp3', 'b.mp3', 'c.mp3'])
  })

  test('folders stay as they came', () => {
    const items = [file('z', { folder: '/2' }), file('a', { folder: '/1' }), file('b', { folder: '/2' })]
    expect(names(items)).toEqual(['b', 'z', 'a'])
  })

  test('loses and doubles nothing, and does not depend on the order it got', () => {
    const placed = fc.record({
      folder: fc.constant('/m'),
      name: fc.string({ maxLength: 8 }),
      albumId: fc.option(fc.constantFrom('a', 'b')),
      discNumber: fc.option(fc.nat(3)),
      trackNumber: fc.option(fc.nat(5)),
    })
    fc.assert(
      fc.property(fc.uniqueArray(placed, { selector: ({ name }) => name }), (items) => {
        const sorted = names(items)
        expect(sorted.toSorted()).toEqual(items.map(({ name }) => name).toSorted())
        expect(names(items.toReversed())).toEqual(sorted)
      }),
    )
  })

  test('comparing names is an order', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCodePoint }), fc.string({ unit: anyCodePoint }), (one, other) => {
        expect(Math.sign(compareNames(one, other))).toBe(-Math.sign(compareNames(other, one)) + 0)
        expect(compareNames(one, other) === 0).toBe(one === other)
      }),
    )
  })
})
