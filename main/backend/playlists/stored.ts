import { z } from 'zod'
import { FailureError, failure } from '../../../src/contract/index.ts'
import { type SmartRules, smartRulesSchema } from '../../../src/library/index.ts'
import type { Store } from '../store/index.ts'
import { breath } from '../turns.ts'
import type { Replacement } from './likes.ts'
import type { PlacedEntry } from './place.ts'
import type { StoredEntry } from './undo.ts'

/** A playlist as it is stored, without its entries. */
export interface StoredPlaylist {
  readonly id: string
  readonly name: string
  readonly rules: SmartRules | null
  readonly createdAt: number
  readonly changedAt: number
}

const playlistSchema = z.object({
  playlist_id: z.string(),
  name: z.string(),
  rules_json: z.string().nullable(),
  created_at: z.number(),
  changed_at: z.number(),
})

const playlistColumns = 'playlist_id, name, rules_json, created_at, changed_at'

/** All playlists that are not deleted, oldest first. */
export function readPlaylists(store: Store): StoredPlaylist[] {
  return store
    .all(`SELECT ${playlistColumns} FROM playlist WHERE deleted_at IS NULL ORDER BY created_at, rowid`, playlistSchema)
    .map(playlistOf)
}

/** A playlist; throws `playlist-gone` when it is not there or deleted. */
export function readPlaylist(store: Store, id: string): StoredPlaylist {
  const row = store.get(
    `SELECT ${playlistColumns} FROM playlist WHERE playlist_id = ? AND deleted_at IS NULL`,
    playlistSchema,
    id,
  )
  if (row === undefined) throw new FailureError(failure('playlist-gone'))
  return playlistOf(row)
}

/** A playlist made by hand; throws `playlist-smart` for one that rules fill, `playlist-gone` when it is not there. */
export function readOwnPlaylist(store: Store, id: string): StoredPlaylist {
  const playlist = readPlaylist(store, id)
  if (playlist.rules !== null) throw new FailureError(failure('playlist-smart', { name: playlist.name }))
  return playlist
}

function playlistOf(row: z.infer<typeof playlistSchema>): StoredPlaylist {
  return {
    id: row.playlist_id,
    name: row.name,
    rules: row.rules_json === null ? null : parseRules(row.rules_json),
    createdAt: row.created_at,
    changedAt: row.changed_at,
  }
}

/** Rules of a newer version that we do not understand match nothing, and stay stored. */
const unknownRules: SmartRules = {
  match: 'all',
  rules: [
    { field: 'liked', is: 'yes' },
    { field: 'liked', is: 'no' },
  ],
  sort: 'title',
  descending: false,
  limit: null,
}

function parseRules(json: string): SmartRules {
  try {
    return smartRulesSchema.safeParse(JSON.parse(json)).data ?? unknownRules
  } catch {
    return unknownRules
  }
}

const entrySchema = z.object({
  entry_id: z.string(),
  place: z.number(),
  track_id: z.string(),
  added_at: z.number(),
})
const placeSchema = z.object({ entry_id: z.string(), place: z.number() })
const countSchema = z.object({ entries: z.number() })
const onlyPlaceSchema = z.object({ place: z.number() })

const entryOf = (row: z.infer<typeof entrySchema>): StoredEntry => ({
  entryId: row.entry_id,
  place: row.place,
  trackId: row.track_id,
  addedAt: row.added_at,
})
const placeOf = (row: z.infer<typeof placeSchema>): PlacedEntry => ({ entryId: row.entry_id, place: row.place })

/** Entries read in one go: about 2 ms. */
const usuallyAtOnce = 1000

/**
 * All entries of a playlist in its order. Of a long one some at a time, between which others run: where it may be changed
 * meanwhile, the caller looks whether it was.
 */
export async function readEntries(
  store: Store,
  playlistId: string,
  entriesAtOnce = usuallyAtOnce,
): Promise<StoredEntry[]> {
  const entries: StoredEntry[] = []
  for (let last: StoredEntry | undefined; ;) {
    const some = store.all(
      `SELECT entry_id, place, track_id, added_at FROM playlist_entry
       WHERE playlist_id = ? AND (place, entry_id) > (?, ?) ORDER BY place, entry_id LIMIT ?`,
      entrySchema,
      playlistId,
      last?.place ?? -Number.MAX_VALUE,
      last?.entryId ?? '',
      entriesAtOnce,
    )
    for (const row of some) entries.push(entryOf(row))
    last = entries.at(-1)
    if (some.length < entriesAtOnce) return entries
    await breath()
  }
}

/** Those of the entries that are in the playlist, in its order. */
export function readEntriesById(store: Store, playlistId: string, entryIds: readonly string[]): StoredEntry[] {
  return store
    .all(
      `SELECT entry_id, place, track_id, added_at FROM playlist_entry
       WHERE entry_id IN (SELECT value FROM json_each(?)) AND playlist_id = ? ORDER BY place, entry_id`,
      entrySchema,
      JSON.stringify(entryIds),
      playlistId,
    )
    .map(entryOf)
}

/** All places of a playlist in its order. */
export function readPlaces(store: Store, playlistId: string): PlacedEntry[] {
  return store
    .all(
      'SELECT entry_id, place FROM playlist_entry WHERE playlist_id = ? ORDER BY place, entry_id',
      placeSchema,
      playlistId,
    )
    .map(placeOf)
}

/** How many entries are stored in a playlist, also of tracks that are gone. */
export function countEntries(store: Store, playlistId: string): number {
  const row = store.get('SELECT count(*) AS entries FROM playlist_entry WHERE playlist_id = ?', countSchema, playlistId)
  return row?.entries ?? 0
}

/**
 * The places between which entries go that come before `beforeEntryId` (null, or not in the playlist: at the end). Entries
 * that are about to move do not count as neighbours.
 */
export function neighbours(
  store: Store,
  playlistId: string,
  beforeEntryId: string | null,
  moving: readonly string[],
): { readonly before: number | null; readonly after: number | null } {
  const ignored = new Set(moving)
  const target = beforeEntryId === null ? undefined : placeOfEntry(store, playlistId, beforeEntryId)
  if (target === undefined) return { before: lastPlace(store, playlistId, moving), after: null }
  // A moving entry as the target stands for the first one behind it that stays.
  const after = ignored.has(target.entryId) ? next(store, playlistId, target, moving) : target
  if (after === undefined) return { before: lastPlace(store, playlistId, moving), after: null }
  const before = store.get(
    `SELECT place FROM playlist_entry WHERE playlist_id = ? AND (place, entry_id) < (?, ?)
       AND entry_id NOT IN (SELECT value FROM json_each(?)) ORDER BY place DESC, entry_id DESC LIMIT 1`,
    onlyPlaceSchema,
    playlistId,
    after.place,
    after.entryId,
    JSON.stringify(moving),
  )
  return { before: before?.place ?? null, after: after.place }
}

function placeOfEntry(store: Store, playlistId: string, entryId: string): PlacedEntry | undefined {
  const row = store.get(
    'SELECT entry_id, place FROM playlist_entry WHERE entry_id = ? AND playlist_id = ?',
    placeSchema,
    entryId,
    playlistId,
  )
  return row === undefined ? undefined : placeOf(row)
}

function next(store: Store, playlistId: string, from: PlacedEntry, moving: readonly string[]): PlacedEntry | undefined {
  const row = store.get(
    `SELECT entry_id, place FROM playlist_entry WHERE playlist_id = ? AND (place, entry_id) > (?, ?)
       AND entry_id NOT IN (SELECT value FROM json_each(?)) ORDER BY place, entry_id LIMIT 1`,
    placeSchema,
    playlistId,
    from.place,
    from.entryId,
    JSON.stringify(moving),
  )
  return row === undefined ? undefined : placeOf(row)
}

function lastPlace(store: Store, playlistId: string, moving: readonly string[]): number | null {
  const row = store.get(
    `SELECT place FROM playlist_entry WHERE playlist_id = ? AND entry_id NOT IN (SELECT value FROM json_each(?))
     ORDER BY place DESC LIMIT 1`,
    onlyPlaceSchema,
    playlistId,
    JSON.stringify(moving),
  )
  return row?.place ?? null
}

/** Names other tracks in the rows of all playlists. Answers the playlists that have such rows. */
export function replaceTracks(store: Store, pairs: readonly Replacement[]): string[] {
  const wanted = JSON.stringify(pairs.map(({ from, to }) => [from, to]))
  const found = store.all(
    `SELECT DISTINCT playlist_id FROM json_each(?) JOIN playlist_entry ON track_id = value ->> 0`,
    z.object({ playlist_id: z.string() }),
    wanted,
  )
  if (found.length === 0) return []
  store.run(
    `UPDATE playlist_entry SET track_id = wanted.new_id
     FROM (SELECT value ->> 0 AS old_id, value ->> 1 AS new_id FROM json_each(?)) AS wanted
     WHERE playlist_entry.track_id = wanted.old_id`,
    wanted,
  )
  return found.map(({ playlist_id }) => playlist_id)
}
