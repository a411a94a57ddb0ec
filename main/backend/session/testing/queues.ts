import type { PlaybackPlace, QueueEntryRecord, QueueRecord } from '../../../../src/contract/index.ts'

/** A queue entry as the controller makes them. */
export function entry(index: number): QueueEntryRecord {
  return {
    entryId: `entry-${index}-0c5f2c8e`,
    trackId: `track-${index}-9f1b6a53d0e7`,
    origin: index % 7 === 0 ? 'queued' : 'context',
    order: index,
  }
}

/** A queue of `length` entries of which the one at `at` is current. */
export function queueOf(length: number, at: number, changes: Partial<QueueRecord> = {}): QueueRecord {
  const entries = Array.from({ length }, (_, index) => entry(index))
  return {
    past: entries.slice(0, at),
    current: entries[at] ?? null,
    upcoming: entries.slice(at + 1),
    context: { kind: 'album', id: 'album', title: 'An Album' },
    shuffle: false,
    repeat: 'all',
    ...changes,
  }
}

/** A place in an entry. */
export function placeIn(entryId: string | null, positionMs: number): PlaybackPlace {
  return { entryId, positionMs, volume: 0.5, muted: false }
}
