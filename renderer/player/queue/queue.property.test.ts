import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom, testTrack } from '../controller/testing/index.ts'

import {
  canSkip,
  clearUpcoming,
  emptyQueue,
  following,
  fromRecord,
  goTo,
  goToPrevious,
  playNow,
  type Queue,
  type QueueItem,
  remove,
  setShuffle,
  surround,
  toRecord,
  toView,
  undoLimit,
  undoRemoval,
} from './index.ts'
import { anyOperation, operate, type Operation, type Play, visibleIds } from './testing/operations.ts'

const runs = { numRuns: 2_000 }
const operations = fc.array(anyOperation, { maxLength: 60, size: 'max' })
const seed = fc.integer()
const ids = (items: readonly { readonly entryId: string }[]): string[] => items.map((item) => item.entryId)
const tracks = new Map(Array.from({ length: 7 }, (_, index) => [`t${index}`, testTrack(`t${index}`)]))

function begin(seedNumber: number): Play {
  return { queue: emptyQueue, present: new Set(), removals: new Map(), made: 0, random: seededRandom(seedNumber) }
}

function after(list: readonly Operation[], seedNumber: number): Play {
  const play = begin(seedNumber)
  for (const operation of list) operate(play, operation)
  return play
}

/** The rest of the list as it must be without shuffle: from the current place on, then round to what comes before it. */
function inOrderFrom(items: readonly QueueItem[], order: number): string[] {
  const later = items.filter((item) => item.order > order)
  const earlier = items.filter((item) => item.order < order)
  const sorted = (part: readonly QueueItem[]): QueueItem[] => part.toSorted((one, other) => one.order - other.order)
  return ids([...sorted(later), ...sorted(earlier)])
}

function playToTheEnd(queue: Queue): string[] {
  const heard: string[] = []
  const random = seededRandom(9)
  for (let now: Queue | null = queue; now !== null && now.current !== null; now = following(now, 'end', random)) {
    heard.push(now.current.entryId)
  }
  return heard
}

test('a list started at one track and then surrounded is the list started at its place', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(29), fc.boolean(), seed, (count, pick, shuffle, seedNumber) => {
      const list = Array.from({ length: count }, (_, index) => ({
        entryId: `e${index}`,
        track: testTrack(`t${index % 7}`),
      }))
      const at = pick % count
      const options = { startIndex: at, context: { kind: 'library', id: null, title: '' } as const, shuffle }
      const whole = playNow(emptyQueue, list, options, seededRandom(seedNumber))
      const first = playNow(emptyQueue, list.slice(at, at + 1), { ...options, startIndex: 0 }, seededRandom(1))
      const around = { before: list.slice(0, at), after: list.slice(at + 1) }
      const joined = surround(first, `e${at}`, around, seededRandom(seedNumber))
      expect(visibleIds(joined)).toEqual(visibleIds(whole))
      const ordered = setShuffle(joined, false, seededRandom(2))
      expect(visibleIds(ordered)).toEqual(visibleIds(setShuffle(whole, false, seededRandom(2))))
    }),
    runs,
  )
})

describe('after any operations', () => {
  test('no entry is lost or there twice, and something is current while anything is there', () => {
    fc.assert(
      fc.property(operations, seed, (list, seedNumber) => {
        const play = begin(seedNumber)
        for (const operation of list) {
          operate(play, operation)
          const seen = visibleIds(play.queue)
          expect(seen.length).toBe(play.present.size)
          expect(new Set(seen).size).toBe(play.present.size)
          expect(seen.every((id) => play.present.has(id))).toBe(true)
          expect(play.queue.current === null).toBe(play.present.size === 0)
          expect(play.queue.queued.every((item) => item.origin === 'queued')).toBe(true)
          expect(play.queue.rest.every((item) => item.origin === 'context')).toBe(true)
        }
      }),
      runs,
    )
  })

  test('what is listed is what plays, in that order', () => {
    fc.assert(
      fc.property(operations, seed, (list, seedNumber) => {
        const queue: Queue = { ...after(list, seedNumber).queue, repeat: 'off' }
        const { current, queued, rest } = toView(queue)
        expect(playToTheEnd(queue)).toEqual(current === null ? [] : ids([current, ...queued, ...rest]))
      }),
      runs,
    )
  })

  test('Next does what canNext says, and Previous takes it back', () => {
    fc.assert(
      fc.property(operations, seed, (list, seedNumber) => {
        const { queue, random } = after(list, seedNumber)
        const next = following(queue, 'skip', random)
        expect(next !== null).toBe(canSkip(queue))
        const isAtEnd = toView(queue).queued.length + toView(queue).rest.length === 0
        if (next === null || isAtEnd) return
        const back = goToPrevious(next)
        expect(back === null ? null : visibleIds(back)).toEqual(visibleIds(queue))
        expect(back?.current?.entryId).toBe(queue.current?.entryId)
      }),
      runs,
    )
  })

  test('jumping to any entry makes it current and loses none', () => {
    fc.assert(
      fc.property(operations, seed, fc.nat(), (list, seedNumber, number) => {
        const { queue } = after(list, seedNumber)
        const all = visibleIds(queue)
        const target = all[number % Math.max(1, all.length)]
        if (target === undefined) return
        const jumped = goTo(queue, target)
        expect(jumped?.current?.entryId).toBe(target)
        expect(jumped === null ? [] : visibleIds(jumped).toSorted()).toEqual(all.toSorted())
      }),
      runs,
    )
  })

  test('a stored queue comes back the same', () => {
    fc.assert(
      fc.property(operations, seed, (list, seedNumber) => {
        const { queue } = after(list, seedNumber)
        const { queue: back, missing } = fromRecord(toRecord(queue), tracks)
        expect(missing).toBe(0)
        expect(toView(back)).toEqual({
          ...toView(queue),
          past: back.past,
          current: back.current,
          queued: back.queued,
          rest: back.rest,
        })
        expect(visibleIds(back)).toEqual(visibleIds(queue))
        expect(toRecord(back)).toEqual(toRecord(queue))
      }),
      runs,
    )
  })
})

describe('shuffle', () => {
  test('turned on, it is a permutation of what is to come and of what was passed over', () => {
    fc.assert(
      fc.property(operations, seed, (list, seedNumber) => {
        const play = after(list, seedNumber)
        const plain = setShuffle(play.queue, false, play.random)
        const mixed = setShuffle(plain, true, play.random)
        expect(visibleIds(mixed).toSorted()).toEqual(visibleIds(plain).toSorted())
        expect(mixed.current).toEqual(plain.current)
        expect(mixed.queued).toEqual(plain.queued)
        const isPassedOver = (item: QueueItem): boolean => item.origin === 'context' && !item.played
        expect(ids(mixed.past)).toEqual(ids(plain.past.filter((item) => !isPassedOver(item))))
      }),
      runs,
    )
  })

  test('turned off, the list goes on in its own order from the current track', () => {
    fc.assert(
      fc.property(operations, seed, (list, seedNumber) => {
        const play = after(list, seedNumber)
        const mixed = setShuffle(play.queue, true, play.random)
        const plain = setShuffle(mixed, false, play.random)
        const ofList = [...mixed.past, ...(mixed.current === null ? [] : [mixed.current])]
        const order = ofList.findLast((item) => item.origin === 'context')?.order ?? Number.NEGATIVE_INFINITY
        expect(ids(plain.rest)).toEqual(inOrderFrom(mixed.rest, order))
        expect(plain.past).toEqual(mixed.past)
        expect(plain.queued).toEqual(mixed.queued)
      }),
      runs,
    )
  })
})

describe('undo', () => {
  test('at once, it makes the removal never have happened', () => {
    fc.assert(
      fc.property(operations, seed, fc.array(fc.nat(), { maxLength: 6 }), (list, seedNumber, picks) => {
        const { queue, random } = after(list, seedNumber)
        const all = visibleIds(queue).filter((id) => id !== queue.current?.entryId)
        const chosen = picks.flatMap((number) => all[number % Math.max(1, all.length)] ?? [])
        const removed = remove(queue, chosen, random)
        expect(toView(undoRemoval(removed.queue, removed.removal))).toEqual(toView(queue))
        const cleared = clearUpcoming(queue)
        expect(toView(undoRemoval(cleared.queue, cleared.removal))).toEqual(toView(queue))
      }),
      runs,
    )
  })

  test('of several removals, in any order, puts all back', () => {
    fc.assert(
      fc.property(
        operations,
        seed,
        fc.array(fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 6 }),
        seed,
        (list, seedNumber, groups, orderSeed) => {
          const before = after(list, seedNumber)
          let { queue } = before
          const removals: { readonly rank: number; readonly removal: number }[] = []
          const orderRandom = seededRandom(orderSeed)
          for (const picks of groups) {
            const all = visibleIds(queue).filter((id) => id !== queue.current?.entryId)
            const chosen = picks.flatMap((number) => all[number % Math.max(1, all.length)] ?? [])
            const removed = remove(queue, chosen, before.random)
            queue = removed.queue
            removals.push({ rank: orderRandom(), removal: removed.removal })
          }
          for (const { removal } of removals.toSorted((one, other) => one.rank - other.rank)) {
            queue = undoRemoval(queue, removal)
          }
          expect(visibleIds(queue)).toEqual(visibleIds(before.queue))
        },
      ),
      runs,
    )
  })

  test('later, what was still to come is still to come, and the others stand as if it had been there all the time', () => {
    fc.assert(
      fc.property(operations, operations, seed, fc.nat(), (list, meanwhile, seedNumber, number) => {
        const play = after(list, seedNumber)
        const upcoming = [...toView(play.queue).queued, ...toView(play.queue).rest]
        const target = upcoming[number % Math.max(1, upcoming.length)]
        if (target === undefined) return
        const removed = remove(play.queue, [target.entryId], play.random)
        play.queue = removed.queue
        for (const operation of meanwhile)
          if (operation.kind !== 'undo' && operation.kind !== 'playNow') operate(play, operation)
        const isTooOld = play.queue.removals - removed.removal >= undoLimit
        const undone = undoRemoval(play.queue, removed.removal)
        const view = toView(undone)
        const isBack = ids([...(view.current === null ? [] : [view.current]), ...view.queued, ...view.rest])
        expect(isBack.includes(target.entryId)).toBe(!isTooOld)
        expect(visibleIds(undone).filter((id) => id !== target.entryId)).toEqual(visibleIds(play.queue))
        expect(undoRemoval(undone, removed.removal)).toEqual(undone)
      }),
      runs,
    )
  })
})
