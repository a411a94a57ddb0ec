import type { QueueContext } from '../../../src/contract/index.ts'
import type { QueueEntry, RepeatMode } from '../controller/types.ts'

/** A hidden item was removed; it keeps its slot so that undo finds the right place whatever happened meanwhile. */
export interface Hidden {
  /** Which removal took it out. */
  readonly removal: number
  readonly from: 'past' | 'current' | 'upcoming'
}

/** A queue entry with what only the queue itself needs to know. */
export interface QueueItem extends QueueEntry {
  /** It has been the current one in this round of the list. */
  readonly played: boolean
  readonly hidden: Hidden | null
}

/**
 * The queue as a value. Each entry stands in exactly one place. `current` is null only when no entry is left at all, and
 * is never hidden. `queued` holds only queued items and `rest` only those of the list; `past` holds both.
 */
export interface Queue {
  readonly past: readonly QueueItem[]
  readonly current: QueueItem | null
  readonly queued: readonly QueueItem[]
  readonly rest: readonly QueueItem[]
  readonly context: QueueContext | null
  readonly shuffle: boolean
  readonly repeat: RepeatMode
  /** How many removals there have been; numbers them. */
  readonly removals: number
}

/** A random number from 0 up to but not including 1. */
export type Random = () => number

/** The queue before anything was played. */
export const emptyQueue: Queue = {
  past: [],
  current: null,
  queued: [],
  rest: [],
  context: null,
  shuffle: false,
  repeat: 'off',
  removals: 0,
}

/** The same item, marked as played or not. */
export const asPlayed = (item: QueueItem): QueueItem => ({ ...item, played: true })
export const asUnplayed = (item: QueueItem): QueueItem => ({ ...item, played: false })

/** True for an item that a person can see. */
export const isLive = (item: QueueItem): boolean => item.hidden === null

/** The visible ones; the same array when all are. */
export function live(items: readonly QueueItem[]): readonly QueueItem[] {
  return items.every(isLive) ? items : items.filter(isLive)
}
