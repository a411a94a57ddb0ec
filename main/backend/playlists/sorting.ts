import type { CallInput } from '../../../src/contract/index.ts'
import { sortedInSlices } from '../turns.ts'
import { type TrackDetails, compareDetails } from './details.ts'
import type { StoredEntry } from './undo.ts'

/** Ids of the entries in another order. Equal ones keep theirs; those whose tracks are gone come last. */
export async function sortEntries(
  entries: readonly StoredEntry[],
  details: ReadonlyMap<string, TrackDetails>,
  by: CallInput<'playlists.sort'>['by'],
  descending: boolean,
): Promise<string[]> {
  const direction = descending ? -1 : 1
  const sorted = await sortedInSlices(entries, (one, other) => {
    if (by === 'added') return direction * (one.addedAt - other.addedAt)
    const mine = details.get(one.trackId)
    const others = details.get(other.trackId)
    if (mine === undefined || others === undefined) return Number(mine === undefined) - Number(others === undefined)
    return direction * compareDetails(by, mine, others)
  })
  return sorted.map(({ entryId }) => entryId)
}
