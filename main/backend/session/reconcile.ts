import type { PlaybackPlace, QueueRecord } from '../../../src/contract/index.ts'

/** Where playback stands when a queue with this current entry is stored: a place in another entry is out of date. */
export function placeInQueue(place: PlaybackPlace, queue: QueueRecord): PlaybackPlace {
  const entryId = queue.current?.entryId ?? null
  return place.entryId === entryId ? place : { ...place, entryId, positionMs: 0 }
}

/**
 * Makes a stored queue and place agree. They are written apart, so a killed app may leave a place one track ahead of the
 * queue. Because storing a queue also puts the place into its current entry, a differing place is always the newer of the
 * two: the queue moves to it. A place outside the queue starts the current entry from its beginning.
 */
export function reconcile(
  queue: QueueRecord | null,
  place: PlaybackPlace | null,
): { readonly queue: QueueRecord | null; readonly place: PlaybackPlace | null } {
  if (queue === null || place === null) {
    return { queue, place: place === null ? null : { ...place, entryId: null, positionMs: 0 } }
  }
  if (place.entryId === (queue.current?.entryId ?? null)) return { queue, place }
  const entries = [...queue.past, ...(queue.current === null ? [] : [queue.current]), ...queue.upcoming]
  const at = entries.findIndex((entry) => entry.entryId === place.entryId)
  const current = entries[at]
  if (current === undefined) return { queue, place: placeInQueue(place, queue) }
  return { queue: { ...queue, past: entries.slice(0, at), current, upcoming: entries.slice(at + 1) }, place }
}
