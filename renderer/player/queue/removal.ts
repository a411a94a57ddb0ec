import { goBack, goOn, goRound, goTo } from './cursor.ts'
import { placedInList, placeInList } from './order.ts'
import { asUnplayed, isLive, type Hidden, type Queue, type QueueItem, type Random } from './types.ts'

/** Removals that can still be undone; older ones are forgotten for good. */
export const undoLimit = 32

/** What a removal leads to. */
export interface Removed {
  readonly queue: Queue
  /** Names the removal for `undoRemoval`. */
  readonly removal: number
  /** False when the current entry was removed and nothing follows it: playback has nowhere to go on to. */
  readonly goesOn: boolean
}

/**
 * Removes entries. They are hidden, not taken out: every later operation carries them along as if they were still there,
 * so that undo shows them where they belong. If the current one goes, the next takes its place, or else the one before.
 */
export function remove(queue: Queue, entryIds: readonly string[], random: Random): Removed {
  const wanted = new Set(entryIds)
  const isWanted = (item: QueueItem): boolean => wanted.has(item.entryId)
  const hidden: Queue = { ...hideUpcoming(queue, isWanted), past: hide(queue, queue.past, 'past', isWanted) }
  const removal = hidden.removals
  if (queue.current === null || !isWanted(queue.current)) return { queue: hidden, removal, goesOn: true }
  const gone: Queue = { ...hidden, current: { ...queue.current, hidden: { removal, from: 'current' } } }
  const on = goOn(gone) ?? (gone.repeat === 'off' ? null : goRound(gone, random))
  return { queue: on ?? withoutCurrent(gone), removal, goesOn: on !== null }
}

/** Removes all that is to come; the current entry stays. */
export function clearUpcoming(queue: Queue): Removed {
  const cleared = hideUpcoming(queue, () => true)
  return { queue: cleared, removal: cleared.removals, goesOn: true }
}

function hideUpcoming(queue: Queue, isWanted: (item: QueueItem) => boolean): Queue {
  const queued = hide(queue, queue.queued, 'upcoming', isWanted)
  const rest = hide(queue, queue.rest, 'upcoming', isWanted)
  return { ...queue, queued, rest, removals: queue.removals + 1 }
}

/** Hides what is wanted, for the next removal of the queue, and forgets what was removed too long ago. */
function hide(
  queue: Queue,
  items: readonly QueueItem[],
  from: Hidden['from'],
  isWanted: (item: QueueItem) => boolean,
): readonly QueueItem[] {
  const hidden: Hidden = { removal: queue.removals + 1, from }
  const result: QueueItem[] = []
  for (const item of items) {
    if (isLive(item)) result.push(isWanted(item) ? { ...item, hidden } : item)
    else if (item.hidden !== null && item.hidden.removal > hidden.removal - undoLimit) result.push(item)
  }
  return result
}

/**
 * Shows again what a removal hid, each entry in its slot. An entry that was still to come stays to come: if its turn has
 * gone by meanwhile, it is the first of its part. Entries of a list that has been replaced since stay away, and so do
 * those of a removal longer ago than `undoLimit`. Undoing twice changes nothing.
 */
export function undoRemoval(queue: Queue, removal: number): Queue {
  const isOfIt = (item: QueueItem): boolean => item.hidden?.removal === removal
  const isMissed = (item: QueueItem): boolean => isOfIt(item) && item.hidden?.from === 'upcoming'
  const show = (item: QueueItem): QueueItem => (isOfIt(item) ? { ...item, hidden: null } : item)
  const missed = queue.past.filter(isMissed).map(show).map(asUnplayed)
  const missedOfList = missed.filter((item) => item.origin === 'context')
  const shown: Queue = {
    ...queue,
    past: queue.past.filter((item) => !isMissed(item)).map(show),
    queued: [...missed.filter((item) => item.origin === 'queued'), ...queue.queued.map(show)],
    rest: [...missedOfList, ...queue.rest.map(show)],
  }
  if (shown.current === null) return withSomeCurrent(shown, removal, queue)
  if (missedOfList.length === 0 || queue.shuffle) return shown
  const ids = new Set(missedOfList.map((item) => item.entryId))
  return placedInList(shown, ids, placeInList(shown))
}

/** Nothing follows a removed current entry: the last visible one before it becomes current, or none is left. */
function withoutCurrent(queue: Queue): Queue {
  const index = queue.past.findLastIndex(isLive)
  if (index !== -1) return goBack(queue, index)
  const left = queue.current === null ? [] : [queue.current]
  return { ...queue, past: [...queue.past, ...left], current: null }
}

/** After an undo in an empty queue: the entry that was current is so again, or else the first or last one there is. */
function withSomeCurrent(shown: Queue, removal: number, before: Queue): Queue {
  const was = before.past.find((item) => item.hidden?.removal === removal && item.hidden.from === 'current')
  if (was !== undefined) return goTo(shown, was.entryId) ?? shown
  return goOn(shown) ?? withoutCurrent(shown)
}
