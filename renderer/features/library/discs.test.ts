import { expect, it } from 'vitest'
import { trackOf } from '../../ui/testing/tracks.ts'
import { discHeading } from './discs.ts'

const onDisc = (discNumber: number | null, index: number) => trackOf({ id: String(index), discNumber })
const headings = (discs: readonly (number | null)[]) => {
  const headingAt = discHeading(discs.map(onDisc), (disc) => `Disc ${disc}`)
  return discs.map((_disc, index) => headingAt(index))
}

it('names each disc above its first track, a track without a number being on the first', () => {
  expect(headings([null, 1, 2, 2, 3])).toEqual(['Disc 1', null, 'Disc 2', null, 'Disc 3'])
})

it('says nothing on an album of one disc', () => {
  expect(headings([1, null, 1])).toEqual([null, null, null])
  expect(headings([2, 2])).toEqual([null, null])
})
