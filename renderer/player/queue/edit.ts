import type { QueueContext } from '../../../src/contract/index.ts'
import type { Track } from '../../../src/music/index.ts'
import { placedInList, placeInList, shuffled } from './order.ts'
import { isLive, type Queue, type QueueItem, type Random } from './types.ts'

/** A track on its way into the queue, with the id that its entry will have. */
export interface NewEntry {
  readonly entryId: string
  readonly track: Track
}

/**
 * Replaces the list and makes the entry at `startIndex` the current one; queued entries stay. What comes before it in the
 * list stands in the past, so that Previous reaches it; shuffled, everything else of the list comes after it.
 */
export function playNow(
  queue: Queue,
  entries: readonly NewEntry[],
  options: { readonly startIndex: number; readonly context: QueueContext; readonly shuffle?: boolean | undefined },
  random: Random,
): Queue {
  if (entries.length === 0) return queue
  const shuffle = options.shuffle ?? queue.shuffle
  const start = Math.min(Math.max(0, Math.trunc(options.startIndex)), entries.length - 1)
  const list = entries.map((entry, order) => newItem(entry, 'context', order))
  const before = list.slice(0, start)
  const after = list.slice(start + 1)
  const current = list[start]
  return {
    ...queue,
    past: shuffle ? [] : before,
    current: current === undefined ? null : { ...current, played: true },
    rest: shuffle ? shuffled([...before, ...after], random) : after,
    context: options.context,
    shuffle,
  }
}

/**
 * Adds the tracks around an entry of the list, which was started ahead of them: `before` and `after` it in the list. As if
 * the whole list had been started at that entry. Nothing changes when the list has been replaced or removed since.
 */
export function surround(
  queue: Queue,
  anchorId: string,
  around: { readonly before: readonly NewEntry[]; readonly after: readonly NewEntry[] },
  random: Random,
): Queue {
  if (queue.current === null) return queue
  const list = [...queue.past, queue.current, ...queue.rest].filter((item) => item.origin === 'context')
  if (!list.some((item) => item.entryId === anchorId)) return queue
  const lowest = list.reduce((low, { order }) => Math.min(low, order), 0)
  const highest = list.reduce((high, { order }) => Math.max(high, order), 0)
  const before = around.before.map((entry, index) => newItem(entry, 'context', lowest - around.before.length + index))
  const after = around.after.map((entry, index) => newItem(entry, 'context', highest + 1 + index))
  return queue.shuffle
    ? { ...queue, rest: [...queue.rest, ...shuffled([...before, ...after], random)] }
    : { ...queue, past: [...before, ...queue.past], rest: [...queue.rest, ...after] }
}

/** Adds entries at the front (`next`) or the end (`later`) of the queued part; the first becomes current when none is. */
export function enqueue(queue: Queue, entries: readonly NewEntry[], where: 'next' | 'later'): Queue {
  const items = entries.map((entry) => newItem(entry, 'queued', 0))
  const first = items[0]
  if (first === undefined) return queue
  if (queue.current === null) {
    return { ...queue, current: { ...first, played: true }, queued: [...items.slice(1), ...queue.queued] }
  }
  return { ...queue, queued: where === 'next' ? [...items, ...queue.queued] : [...queue.queued, ...items] }
}

/**
 * Moves entries, in the order given, before `beforeEntryId` in a part (null or unknown: to its end). Past ones come again;
 * the current one stays. Into `rest` without shuffle, an entry takes that place in the list for good; with shuffle, only
 * entries new to the list get a place in it.
 */
export function move(
  queue: Queue,
  entryIds: readonly string[],
  target: { readonly part: 'queued' | 'rest'; readonly beforeEntryId: string | null },
): Queue {
  const wanted = new Set(entryIds)
  const found = new Map<string, QueueItem>()
  const isTaken = (item: QueueItem): boolean => wanted.has(item.entryId) && isLive(item)
  for (const item of [...queue.past, ...queue.queued, ...queue.rest]) if (isTaken(item)) found.set(item.entryId, item)
  const moved = [...wanted].flatMap((entryId) => found.get(entryId) ?? [])
  if (moved.length === 0) return queue

  const origin = target.part === 'queued' ? 'queued' : 'context'
  const items = moved.map((item) => ({ ...item, origin, played: false }) satisfies QueueItem)
  const old = queue[target.part]
  const wantedAt = old.findIndex((item) => item.entryId === target.beforeEntryId)
  const before = wantedAt === -1 ? undefined : old.slice(wantedAt).find((item) => !isTaken(item))
  const stays = (item: QueueItem): boolean => !isTaken(item)
  const staying = old.filter(stays)
  const at = before === undefined ? staying.length : staying.indexOf(before)
  const result: Queue = {
    ...queue,
    past: queue.past.filter(stays),
    queued: queue.queued.filter(stays),
    rest: queue.rest.filter(stays),
    [target.part]: [...staying.slice(0, at), ...items, ...staying.slice(at)],
  }
  if (target.part === 'queued') return result
  const toPlace = moved.filter((item) => !queue.shuffle || item.origin === 'queued').map((item) => item.entryId)
  const anchor = staying[at - 1] ?? placeInList(result)
  return toPlace.length === 0 ? result : placedInList(result, new Set(toPlace), anchor)
}

function newItem(entry: NewEntry, origin: QueueItem['origin'], order: number): QueueItem {
  return { ...entry, origin, order, played: false, hidden: null }
}
