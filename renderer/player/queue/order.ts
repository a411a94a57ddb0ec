import type { Queue, QueueItem, Random } from './types.ts'

/** A random permutation, each one as likely as any other (Fisher–Yates). */
export function shuffled<Item>(items: readonly Item[], random: Random): readonly Item[] {
  const result = [...items]
  for (let last = result.length - 1; last > 0; last -= 1) {
    const picked = Math.min(last, Math.floor(random() * (last + 1)))
    const kept = result[last]
    const drawn = result[picked]
    if (kept === undefined || drawn === undefined) break
    result[last] = drawn
    result[picked] = kept
  }
  return result
}

/** Sorted as in the unshuffled list, beginning after `afterOrder` and going round; from the top when it is null. */
export function inListOrder(items: readonly QueueItem[], afterOrder: number | null): readonly QueueItem[] {
  const sorted = items.toSorted((one, other) => one.order - other.order)
  if (afterOrder === null) return sorted
  const start = sorted.findIndex((item) => item.order > afterOrder)
  return start <= 0 ? sorted : [...sorted.slice(start), ...sorted.slice(0, start)]
}

/** The entry of the list that playback stands at: the current one, or the last one before a queued track. */
export function placeInList(queue: Queue): QueueItem | null {
  if (queue.current?.origin === 'context') return queue.current
  return queue.past.findLast((item) => item.origin === 'context') ?? null
}

/**
 * Turns shuffle on or off. On: what is to come of the list is put in a random order, with what was passed over without
 * being played. Off: it returns to the order of the list, beginning after the current track; what comes before it in the
 * list and was not played yet follows at the end. The past stays as it was heard.
 */
export function setShuffle(queue: Queue, on: boolean, random: Random): Queue {
  if (queue.shuffle === on) return queue
  if (!on) return { ...queue, shuffle: on, rest: inListOrder(queue.rest, placeInList(queue)?.order ?? null) }
  const isPassedOver = (item: QueueItem): boolean => item.origin === 'context' && !item.played
  const passedOver = queue.past.filter(isPassedOver)
  return {
    ...queue,
    shuffle: on,
    past: passedOver.length === 0 ? queue.past : queue.past.filter((item) => !isPassedOver(item)),
    rest: shuffled([...passedOver, ...queue.rest], random),
  }
}

/**
 * Gives items of `rest` a place in the unshuffled list, in the order in which they stand: directly after `anchor` (null:
 * at the top). What comes later in the list makes room.
 */
export function placedInList(queue: Queue, entryIds: ReadonlySet<string>, anchor: QueueItem | null): Queue {
  const after = anchor?.order ?? lowestOrder(queue) - 1
  let given = 0
  const renumber = (item: QueueItem): QueueItem => {
    if (item.origin === 'queued') return item
    if (entryIds.has(item.entryId)) {
      given += 1
      return { ...item, order: after + given }
    }
    return item.order > after ? { ...item, order: item.order + entryIds.size } : item
  }
  return {
    ...queue,
    past: queue.past.map(renumber),
    current: queue.current === null ? null : renumber(queue.current),
    rest: queue.rest.map(renumber),
  }
}

function lowestOrder(queue: Queue): number {
  let lowest = queue.current?.origin === 'context' ? queue.current.order : 0
  for (const part of [queue.past, queue.rest]) {
    for (const item of part) if (item.origin === 'context' && item.order < lowest) lowest = item.order
  }
  return lowest
}
