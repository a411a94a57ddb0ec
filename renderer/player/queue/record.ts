import type { QueueEntryRecord, QueueRecord } from '../../../src/contract/index.ts'
import type { Track } from '../../../src/music/index.ts'
import { goOn, goToPrevious } from './cursor.ts'
import { live, type Queue, type QueueItem } from './types.ts'

/** The queue as stored. Removed entries are not in it: undo does not outlive the app. */
export function toRecord(queue: Queue): QueueRecord {
  return {
    past: live(queue.past).map(toPastEntry),
    current: queue.current === null ? null : toEntry(queue.current),
    upcoming: [...live(queue.queued), ...live(queue.rest)].map(toEntry),
    context: queue.context,
    shuffle: queue.shuffle,
    repeat: queue.repeat,
  }
}

/**
 * The queue of a record. Entries whose track is gone are left out and counted; if the current one is, the next takes its
 * place, or else the one before.
 */
export function fromRecord(
  record: QueueRecord,
  tracks: ReadonlyMap<string, Track>,
): { readonly queue: Queue; readonly missing: number } {
  const seen = new Set<string>()
  let missing = 0
  const toItem = (entry: QueueEntryRecord, played: boolean): QueueItem[] => {
    const track = tracks.get(entry.trackId)
    if (track === undefined) missing += 1
    if (track === undefined || seen.has(entry.entryId)) return []
    seen.add(entry.entryId)
    return [{ entryId: entry.entryId, track, origin: entry.origin, order: entry.order, played, hidden: null }]
  }
  const current = record.current === null ? [] : toItem(record.current, true)
  const past = record.past.flatMap((entry) => toItem(entry, entry.passedOver !== true))
  const upcoming = record.upcoming.flatMap((entry) => toItem(entry, false))
  const queue: Queue = {
    past,
    current: current[0] ?? null,
    queued: upcoming.filter((item) => item.origin === 'queued'),
    rest: upcoming.filter((item) => item.origin === 'context'),
    context: record.context,
    shuffle: record.shuffle,
    repeat: record.repeat,
    removals: 0,
  }
  return { queue: queue.current === null ? (goOn(queue) ?? goToPrevious(queue) ?? queue) : queue, missing }
}

function toEntry(item: QueueItem): QueueEntryRecord {
  const { entryId, track, origin, order } = item
  return { entryId, trackId: track.id, origin, order }
}

function toPastEntry(item: QueueItem): QueueEntryRecord {
  return item.played ? toEntry(item) : { ...toEntry(item), passedOver: true }
}
