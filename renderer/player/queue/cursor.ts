import { inListOrder, shuffled } from './order.ts'
import { asPlayed, asUnplayed, isLive, type Queue, type QueueItem, type Random } from './types.ts'

/** Queued tracks kept in the past. Entries of the list stay however many there are: with repeat they come again. */
export const queuedPastLimit = 1_000

const isQueued = (item: QueueItem): boolean => item.origin === 'queued'
const asOfList = (item: QueueItem, order: number): QueueItem => ({ ...item, origin: 'context', order })
const isOfList = (item: QueueItem): boolean => item.origin === 'context'

/** Makes an upcoming item the current one. What stood before it in its part is passed over; the other part stays. */
export function goAhead(queue: Queue, part: 'queued' | 'rest', index: number): Queue {
  const target = queue[part][index]
  if (target === undefined) return queue
  const left = queue.current === null ? [] : [queue.current]
  return {
    ...queue,
    past: boundPast([...queue.past, ...left, ...queue[part].slice(0, index)]),
    current: asPlayed(target),
    [part]: queue[part].slice(index + 1),
  }
}

/** Makes a past item the current one. What came after it is to come again, in the same order. */
export function goBack(queue: Queue, index: number): Queue {
  const target = queue.past[index]
  if (target === undefined) return queue
  const after = [...queue.past.slice(index + 1), ...(queue.current === null ? [] : [queue.current])]
  const again = after.map(asUnplayed)
  return {
    ...queue,
    past: queue.past.slice(0, index),
    current: asPlayed(target),
    queued: [...again.filter(isQueued), ...queue.queued],
    rest: [...again.filter(isOfList), ...queue.rest],
  }
}

/**
 * The queue once the current track is over (`end`) or skipped (`skip`); null when nothing follows. Repeat one replays at
 * the end only, answering the same queue. A skip goes round with repeat one as with repeat all: Next always goes on.
 */
export function following(queue: Queue, reason: 'end' | 'skip', random: Random): Queue | null {
  if (queue.current === null) return null
  if (reason === 'end' && queue.repeat === 'one') return queue
  return goOn(queue) ?? (queue.repeat === 'off' ? null : goRound(queue, random))
}

/** True when `following` would answer a queue for a skip. */
export function canSkip(queue: Queue): boolean {
  return queue.current !== null && (queue.repeat !== 'off' || queue.queued.some(isLive) || queue.rest.some(isLive))
}

/** To the next visible entry; null at the end of the list. */
export function goOn(queue: Queue): Queue | null {
  const inQueued = queue.queued.findIndex(isLive)
  if (inQueued !== -1) return goAhead(queue, 'queued', inQueued)
  const inRest = queue.rest.findIndex(isLive)
  return inRest === -1 ? null : goAhead(queue, 'rest', inRest)
}

/**
 * Starts the list again, in a new shuffle when shuffle is on. Queued tracks were one-off and stay in the past, unless the
 * queue has nothing else: then they are the list. Null when nothing visible is left to play.
 */
export function goRound(queue: Queue, random: Random): Queue | null {
  const before = [...queue.past, ...(queue.current === null ? [] : [queue.current])]
  const all = [...before, ...queue.rest]
  if (!all.some(isLive)) return null
  const hasList = all.some((item) => isOfList(item) && isLive(item))
  const list = hasList ? all.filter(isOfList) : all.map(asOfList)
  const round = list.map(asUnplayed)
  const rest = queue.shuffle ? withoutRepeat(shuffled(round, random), queue.current) : inListOrder(round, null)
  const past = hasList ? before.filter(isQueued) : []
  return goAhead({ ...queue, past, current: null, rest }, 'rest', rest.findIndex(isLive))
}

/** Back by one; null at the beginning. */
export function goToPrevious(queue: Queue): Queue | null {
  const index = queue.past.findLastIndex(isLive)
  return index === -1 ? null : goBack(queue, index)
}

/** To any visible entry, past or coming; null when there is none with this id. The current one answers the same queue. */
export function goTo(queue: Queue, entryId: string): Queue | null {
  if (queue.current?.entryId === entryId) return queue
  const isIt = (item: QueueItem): boolean => item.entryId === entryId && isLive(item)
  for (const part of ['queued', 'rest'] as const) {
    const index = queue[part].findIndex(isIt)
    if (index !== -1) return goAhead(queue, part, index)
  }
  const index = queue.past.findIndex(isIt)
  return index === -1 ? null : goBack(queue, index)
}

/** A new shuffle does not begin with what was heard last. */
function withoutRepeat(items: readonly QueueItem[], last: QueueItem | null): readonly QueueItem[] {
  const first = items.find(isLive)
  if (first === undefined || first.entryId !== last?.entryId) return items
  return [...items.filter((item) => item !== first), first]
}

function boundPast(past: readonly QueueItem[]): readonly QueueItem[] {
  if (past.length <= queuedPastLimit) return past
  let excess = past.filter(isQueued).length - queuedPastLimit
  return excess <= 0 ? past : past.filter((item) => !isQueued(item) || excess-- <= 0)
}
