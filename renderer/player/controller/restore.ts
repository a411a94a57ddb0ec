import type { Bridge, StoredSession } from '../../../src/contract/index.ts'
import { sessionTracksLimit } from '../../../src/library/limits.ts'
import type { Track } from '../../../src/music/index.ts'
import { fromRecord, goTo, type Queue } from '../queue/index.ts'

/** A stored session, ready to be taken over. */
export interface StoredPlayback {
  readonly queue: Queue
  /** Where its current entry begins, in ms. */
  readonly startMs: number
  /** Entries left out because their track no longer exists. */
  readonly missing: number
}

/** Fetches a stored session with all its tracks, some at a time; null when it cannot be had now. */
export async function fetchStored(
  bridge: Pick<Bridge, 'call'>,
): Promise<Pick<StoredSession, 'queue' | 'place' | 'tracks'> | null> {
  const reply = await bridge.call('session.load', null)
  if (!reply.ok) return null
  const { queue, place, rest } = reply.value
  const tracks: Track[] = [...reply.value.tracks]
  for (let from = 0; from < rest.length; from += sessionTracksLimit) {
    const some = await bridge.call('session.tracks', { trackIds: rest.slice(from, from + sessionTracksLimit) })
    if (!some.ok) return null
    tracks.push(...some.value)
  }
  return { queue, place, tracks }
}

/**
 * Reads a stored session. The place is stored more often than the queue, so it decides which entry is current; a place in
 * an entry that is gone counts for nothing, and the current track begins at its start. Null when no queue is stored.
 */
export function readStored({
  queue: record,
  place,
  tracks,
}: Pick<StoredSession, 'queue' | 'place' | 'tracks'>): StoredPlayback | null {
  if (record === null) return null
  const { queue, missing } = fromRecord(record, new Map(tracks.map((track) => [track.id, track])))
  if (place === null || place.entryId === null) return { queue, startMs: 0, missing }
  const placed = goTo(queue, place.entryId)
  return placed === null ? { queue, startMs: 0, missing } : { queue: placed, startMs: place.positionMs, missing }
}
