import type { StoredSession } from '../../../src/contract/index.ts'
import { fromRecord, goTo, type Queue } from '../queue/index.ts'

/** A stored session, ready to be taken over. */
export interface StoredPlayback {
  readonly queue: Queue
  /** Where its current entry begins, in ms. */
  readonly startMs: number
  /** Entries left out because their track no longer exists. */
  readonly missing: number
}

/**
 * Reads a stored session. The place is stored more often than the queue, so it decides which entry is current; a place in
 * an entry that is gone counts for nothing, and the current track begins at its start. Null when no queue is stored.
 */
export function readStored({ queue: record, place, tracks }: StoredSession): StoredPlayback | null {
  if (record === null) return null
  const { queue, missing } = fromRecord(record, new Map(tracks.map((track) => [track.id, track])))
  if (place === null || place.entryId === null) return { queue, startMs: 0, missing }
  const placed = goTo(queue, place.entryId)
  return placed === null ? { queue, startMs: 0, missing } : { queue: placed, startMs: place.positionMs, missing }
}
