import * as fc from 'fast-check'
import type { QueueContext } from '../../../../src/contract/index.ts'
import { testTrack } from '../../controller/testing/index.ts'
import {
  clearUpcoming,
  enqueue,
  following,
  goTo,
  goToPrevious,
  move,
  type NewEntry,
  playNow,
  type Queue,
  remove,
  setShuffle,
  surround,
  undoLimit,
  undoRemoval,
} from '../index.ts'

/** One random thing that a person, or the passing of time, does to a queue. Numbers pick among what is there then. */
export type Operation =
  | { readonly kind: 'playNow'; readonly count: number; readonly start: number; readonly shuffle: boolean | undefined }
  | { readonly kind: 'surround'; readonly anchor: number; readonly before: number; readonly after: number }
  | { readonly kind: 'enqueue'; readonly count: number; readonly where: 'next' | 'later' }
  | { readonly kind: 'jumpTo'; readonly pick: number }
  | {
      readonly kind: 'move'
      readonly picks: readonly number[]
      readonly part: 'queued' | 'rest'
      readonly before: number
    }
  | { readonly kind: 'remove'; readonly picks: readonly number[] }
  | { readonly kind: 'clearUpcoming' | 'next' | 'previous' | 'end' }
  | { readonly kind: 'undo'; readonly pick: number }
  | { readonly kind: 'setShuffle'; readonly on: boolean }
  | { readonly kind: 'setRepeat'; readonly mode: Queue['repeat'] }

const pick = fc.nat(1_000)
const some = fc.array(pick, { minLength: 1, maxLength: 4 })

/** Any operation. */
export const anyOperation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({
    kind: fc.constant('playNow' as const),
    count: fc.integer({ min: 1, max: 12 }),
    start: fc.nat(11),
    shuffle: fc.constantFrom(true, false, undefined),
  }),
  fc.record({
    kind: fc.constant('surround' as const),
    anchor: pick,
    before: fc.integer({ min: 0, max: 5 }),
    after: fc.integer({ min: 0, max: 5 }),
  }),
  fc.record({
    kind: fc.constant('enqueue' as const),
    count: fc.integer({ min: 0, max: 3 }),
    where: fc.constantFrom('next' as const, 'later' as const),
  }),
  fc.record({ kind: fc.constant('jumpTo' as const), pick }),
  fc.record({
    kind: fc.constant('move' as const),
    picks: some,
    part: fc.constantFrom('queued' as const, 'rest' as const),
    before: pick,
  }),
  fc.record({ kind: fc.constant('remove' as const), picks: some }),
  fc.record({ kind: fc.constantFrom('clearUpcoming' as const, 'next' as const, 'previous' as const, 'end' as const) }),
  fc.record({ kind: fc.constant('undo' as const), pick }),
  fc.record({ kind: fc.constant('setShuffle' as const), on: fc.boolean() }),
  fc.record({
    kind: fc.constant('setRepeat' as const),
    mode: fc.constantFrom('off' as const, 'all' as const, 'one' as const),
  }),
)

const context: QueueContext = { kind: 'tracks', id: null, title: 'A list' }

/** A queue under random operations, with the plain bookkeeping that it is checked against. */
export interface Play {
  queue: Queue
  /** Ids of the entries that must be there. */
  present: Set<string>
  /** What each removal took out and undo must bring back. */
  readonly removals: Map<number, readonly string[]>
  made: number
  readonly random: () => number
}

/** All visible entries in the order past, current, queued, rest. */
export function visibleIds(queue: Queue): string[] {
  const all = [...queue.past, ...(queue.current === null ? [] : [queue.current]), ...queue.queued, ...queue.rest]
  return all.filter((item) => item.hidden === null).map((item) => item.entryId)
}

function make(play: Play, count: number): NewEntry[] {
  return Array.from({ length: count }, () => {
    play.made += 1
    return { entryId: `e${play.made}`, track: testTrack(`t${play.made % 7}`) }
  })
}

function picked(play: Play, picks: readonly number[]): string[] {
  const ids = visibleIds(play.queue)
  return ids.length === 0 ? [] : picks.flatMap((number) => ids[number % ids.length] ?? [])
}

function takeOut(
  play: Play,
  ids: readonly string[],
  result: { readonly queue: Queue; readonly removal: number },
): void {
  play.queue = result.queue
  play.removals.set(result.removal, [...new Set(ids)])
  for (const id of ids) play.present.delete(id)
}

/** Does one operation to the queue and to the bookkeeping. */
export function operate(play: Play, operation: Operation): void {
  const { queue } = play
  switch (operation.kind) {
    case 'playNow': {
      const entries = make(play, operation.count)
      const queuedIds = queue.queued.filter((item) => item.hidden === null).map((item) => item.entryId)
      const options = { startIndex: operation.start, context, shuffle: operation.shuffle }
      play.queue = playNow(queue, entries, options, play.random)
      play.present = new Set([...queuedIds, ...entries.map((entry) => entry.entryId)])
      // What was removed from the replaced list has no place to return to.
      const kept = new Set(queue.queued.map((item) => item.entryId))
      for (const [removal, ids] of play.removals)
        play.removals.set(
          removal,
          ids.filter((id) => kept.has(id)),
        )
      break
    }
    case 'surround': {
      const around = { before: make(play, operation.before), after: make(play, operation.after) }
      play.queue = surround(queue, picked(play, [operation.anchor])[0] ?? '', around, play.random)
      const added = play.queue === queue ? [] : [...around.before, ...around.after]
      for (const entry of added) play.present.add(entry.entryId)
      break
    }
    case 'enqueue': {
      const entries = make(play, operation.count)
      play.queue = enqueue(queue, entries, operation.where)
      for (const entry of entries) play.present.add(entry.entryId)
      break
    }
    case 'jumpTo':
      play.queue = goTo(queue, picked(play, [operation.pick])[0] ?? '') ?? queue
      break
    case 'move': {
      const beforeEntryId = picked(play, [operation.before])[0] ?? null
      play.queue = move(queue, picked(play, operation.picks), { part: operation.part, beforeEntryId })
      break
    }
    case 'remove': {
      const ids = picked(play, operation.picks)
      takeOut(play, ids, remove(queue, ids, play.random))
      break
    }
    case 'clearUpcoming': {
      const upcoming = [...queue.queued, ...queue.rest].filter((item) => item.hidden === null)
      const ids = upcoming.map((item) => item.entryId)
      takeOut(play, ids, clearUpcoming(queue))
      break
    }
    case 'next':
      play.queue = following(queue, 'skip', play.random) ?? queue
      break
    case 'end':
      play.queue = following(queue, 'end', play.random) ?? queue
      break
    case 'previous':
      play.queue = goToPrevious(queue) ?? queue
      break
    case 'undo': {
      const removal = [...play.removals.keys()][operation.pick % Math.max(1, play.removals.size)]
      if (removal === undefined) break
      play.queue = undoRemoval(queue, removal)
      const isForgotten = queue.removals - removal >= undoLimit
      for (const id of isForgotten ? [] : (play.removals.get(removal) ?? [])) play.present.add(id)
      play.removals.delete(removal)
      break
    }
    case 'setShuffle':
      play.queue = setShuffle(queue, operation.on, play.random)
      break
    case 'setRepeat':
      play.queue = { ...queue, repeat: operation.mode }
      break
  }
}
