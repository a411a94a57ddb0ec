import type { Bridge } from '../../../src/contract/index.ts'
import { rowsLimit } from '../../../src/library/limits.ts'
import type { PlaylistEntry } from '../../state/index.ts'

/** Track ids that one call takes, as the contract says. */
const lotSize = 10_000

/** Ids in lots that one call takes. */
export function inLots(ids: readonly string[]): readonly string[][] {
  return Array.from({ length: Math.ceil(ids.length / lotSize) }, (_lot, place) =>
    ids.slice(place * lotSize, (place + 1) * lotSize),
  )
}

/**
 * All rows of a playlist (or those of a part of it), a block at a time; null when they cannot be had. Begins again when the playlist changes on the
 * way, so that the rows are those of one moment.
 */
export async function allEntries(
  bridge: Bridge,
  id: string,
  signal?: AbortSignal,
  part: { readonly first: number; readonly end: number } = { first: 0, end: Infinity },
): Promise<readonly PlaylistEntry[] | null> {
  let entries: PlaylistEntry[] = []
  let revision: number | null = null
  for (;;) {
    const from = part.first + entries.length
    const range = { from, to: Math.min(part.end, from + rowsLimit) }
    const reply = await bridge.call('playlists.entries', { id, range }, signal && { signal })
    if (!reply.ok) return null
    const { rows, total } = reply.value
    const isSame = revision === null || reply.value.revision === revision
    revision = reply.value.revision
    if (isSame) entries.push(...rows)
    else entries = []
    const end = Math.min(total, part.end)
    if (isSame && (part.first + entries.length >= end || rows.length === 0)) return entries
  }
}
