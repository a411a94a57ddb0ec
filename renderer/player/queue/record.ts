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
  const toItems = (entries: readonly QueueEntryRecord[], isPast: boolean): QueueItem[] => {
    const items: QueueItem[] = []
    for (const { entryId, trackId, origin, order, passedOver } of entries) {
      const track = tracks.get(trackId)
      if (track === undefined) missing += 1
      if (track === undefined || seen.has(entryId)) continue
      seen.add(entryId)
      items.push({ entryId, track, origin, order, played: isPast && passedOver !== true, hidden: null })
    }
    return items
  }
  const current = record.current === null ? [] : toItems([record.current], true)
  const past = toItems(record.past, true)
  const upcoming = toItems(record.upcoming, false)
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
