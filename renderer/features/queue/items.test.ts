import { assert, constantFrom, nat, property, subarray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { trackOf } from '../../ui/testing/tracks.ts'
import type { QueueEntry, QueueView } from '../../player/controller/types.ts'
import { dropPlaceAt, entryHeight, headHeight, queueItems, stepPlace } from './items.ts'

const entry = (entryId: string, origin: QueueEntry['origin']): QueueEntry => ({
  entryId,
  origin,
  order: 0,
  track: trackOf({ id: entryId }),
})

function view(queued: readonly string[], rest: readonly string[], current: string | null = 'now'): QueueView {
  return {
    past: [],
    current: current === null ? null : entry(current, 'context'),
    queued: queued.map((id) => entry(id, 'queued')),
    rest: rest.map((id) => entry(id, 'context')),
    context: null,
    shuffle: false,
    repeat: 'off',
  }
}

/** What the controller promises of `move`, in little. */
function moved(
  of: QueueView,
  ids: readonly string[],
  place: { part: 'queued' | 'rest'; beforeEntryId: string | null },
) {
  const parts = { queued: of.queued.map((one) => one.entryId), rest: of.rest.map((one) => one.entryId) }
  const block = [...parts.queued, ...parts.rest].filter((id) => ids.includes(id))
  const without = (list: readonly string[]) => list.filter((id) => !ids.includes(id))
  const next = { queued: without(parts.queued), rest: without(parts.rest) }
  const target = next[place.part]
  const at = place.beforeEntryId === null ? target.length : target.indexOf(place.beforeEntryId)
  target.splice(at, 0, ...block)
  return next
}

describe('queueItems', () => {
  it('shows only the parts that hold something', () => {
    expect(queueItems(view([], ['a'])).map((item) => `${item.kind} ${item.part}`)).toEqual([
      'head playing',
      'entry playing',
      'head rest',
      'entry rest',
    ])
    expect(queueItems(view([], [], null))).toEqual([])
  })
})

describe('dropPlaceAt', () => {
  const items = queueItems(view(['q'], ['r', 's']))
  const queuedTop = headHeight + entryHeight + headHeight
  const restTop = queuedTop + entryHeight + headHeight

  it('puts rows before the upper half of a row and after its lower half', () => {
    expect(dropPlaceAt(items, restTop + 10)).toMatchObject({ part: 'rest', beforeEntryId: 'r', lineY: restTop })
    expect(dropPlaceAt(items, restTop + 40)).toMatchObject({ part: 'rest', beforeEntryId: 's' })
  })

  it('never goes above what plays: the nearest place is the first of the queue', () => {
    expect(dropPlaceAt(items, 0)).toMatchObject({ part: 'queued', beforeEntryId: 'q', lineY: queuedTop })
  })

  it('tells the end of the queued part from the start of the rest', () => {
    const border = queuedTop + entryHeight
    expect(dropPlaceAt(items, border + 5)).toMatchObject({ part: 'queued', beforeEntryId: null, lineY: border })
    expect(dropPlaceAt(items, border + headHeight - 5)).toMatchObject({ part: 'rest', beforeEntryId: 'r' })
  })

  it('takes everything below the last row for the end', () => {
    expect(dropPlaceAt(items, 9999)).toMatchObject({ part: 'rest', beforeEntryId: null })
  })
})

describe('stepPlace', () => {
  it('moves one row up and down, and stops at the ends', () => {
    const of = view([], ['a', 'b', 'c'])
    const step = (id: string, direction: -1 | 1) => {
      const place = stepPlace(of, [id], direction)
      return place && moved(of, [id], place)
    }
    expect(step('b', 1)?.rest).toEqual(['a', 'c', 'b'])
    expect(step('c', -1)?.rest).toEqual(['a', 'c', 'b'])
    expect(step('c', 1)).toBeNull()
  })

  it('crosses between what is queued and the rest', () => {
    const of = view(['q'], ['r'])
    expect(stepPlace(of, ['q'], 1)).toEqual({ part: 'rest', beforeEntryId: 'r' })
    expect(stepPlace(of, ['r'], -1)).toEqual({ part: 'queued', beforeEntryId: null })
    expect(stepPlace(view([], ['r']), ['r'], -1)).toEqual({ part: 'queued', beforeEntryId: null })
    expect(stepPlace(of, ['q'], -1)).toBeNull()
  })

  it('never loses a row, and going up and down again never goes out of bounds', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f']
    assert(
      property(nat(6), subarray(ids, { minLength: 1 }), constantFrom(-1 as const, 1 as const), (cut, chosen, way) => {
        const of = view(ids.slice(0, cut), ids.slice(cut))
        const place = stepPlace(of, chosen, way)
        if (!place) return
        expect(place.beforeEntryId === null || !chosen.includes(place.beforeEntryId)).toBe(true)
        const next = moved(of, chosen, place)
        expect([...next.queued, ...next.rest].toSorted()).toEqual(ids)
      }),
    )
  })
})
