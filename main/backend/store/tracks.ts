import { z } from 'zod'
import { type FailureCode, FailureError } from '../../../src/contract/index.ts'
import { type Track, trackSchema } from '../../../src/music/index.ts'
import type { Store } from './store.ts'

/** A playable track and the file behind it. */
export interface StoredTrack {
  readonly track: Track
  /** Absolute path of the file; null for tracks that ship with the app. */
  readonly path: string | null
  readonly sizeBytes: number | null
  /** Modification time of the file when it was read, in ms since 1970; may have a fraction. */
  readonly modifiedMs: number | null
  /** Names the cover in the cover cache; null when there is none. */
  readonly coverHash: string | null
}

/** The tracks that the media handler serves and that queue and history name. */
export interface TrackRepository {
  /**
   * Adds or replaces tracks in one transaction. A path belongs to one track: an older one with the same path goes. Where
   * nothing can be written (no room, no permission) they are kept in memory, so that they play all the same, and are written
   * with the next ones or by `saveUnsaved`.
   */
  saveTracks(tracks: readonly StoredTrack[]): void
  /** Writes what earlier could not be written, for whoever is about to store something that names it. */
  saveUnsaved(): void
  trackById(id: string): StoredTrack | undefined
  /** The tracks that exist, once each, in the order of `ids`. */
  tracksByIds(ids: readonly string[]): StoredTrack[]
  trackByPath(path: string): StoredTrack | undefined
}

/** Tracks of library rows, in the order of `rowIds`. A row that is gone leaves `undefined` in its place. */
export function readLibraryRows(store: Store, rowIds: readonly number[]): readonly (Track | undefined)[] {
  const rows = store.all(
    `SELECT key, ${columns} FROM json_each(?) JOIN library_track ON library_track.row_id = value
     JOIN track ON track.id = library_track.track_id`,
    placedSchema,
    JSON.stringify(rowIds),
  )
  return placed(rows, rowIds.length)
}

/** Tracks in the order of `ids`, as often as they are named. One that is gone leaves `undefined` in its place. */
export function readTracks(store: Store, ids: readonly string[]): readonly (Track | undefined)[] {
  const rows = store.all(
    `SELECT key, ${columns} FROM json_each(?) JOIN track ON track.id = value`,
    placedSchema,
    JSON.stringify(ids),
  )
  return placed(rows, ids.length)
}

function placed(rows: readonly z.infer<typeof placedSchema>[], length: number): readonly (Track | undefined)[] {
  const byPlace = new Map(rows.map((row) => [row.key, readTrack(row)?.track]))
  return Array.from({ length }, (_, index) => byPlace.get(index))
}

const rowSchema = z.object({
  path: z.string().nullable(),
  size_bytes: z.number().nullable(),
  modified_ms: z.number().nullable(),
  cover_hash: z.string().nullable(),
  track_json: z.string(),
  missing: z.number(),
})

/**
 * What makes a stored track. A track of the library is missing when a scan did not find its file, or while its folder cannot
 * be reached.
 */
const columns = `track.path, size_bytes, modified_ms, cover_hash, track_json,
  EXISTS (SELECT 1 FROM library_track JOIN library_folder ON library_folder.id = folder_id
    WHERE track_id = track.id AND (missing_since IS NOT NULL OR state <> 'ready')) AS missing`

const placedSchema = rowSchema.extend({ key: z.number() })

/** Failures over which an opened file plays on, unsaved. */
const bearable: ReadonlySet<FailureCode> = new Set<FailureCode>(['disk-full', 'store-read-only'])

/** Builds the repository. `now` answers Unix time in ms. */
export function createTrackRepository(store: Store, now: () => number = Date.now): TrackRepository {
  const unsaved = new Map<string, StoredTrack>()

  function saveUnsaved(): void {
    if (unsaved.size === 0) return
    write(store, [...unsaved.values()], now())
    unsaved.clear()
  }

  return {
    saveTracks(tracks) {
      for (const stored of tracks) unsaved.set(stored.track.id, stored)
      try {
        saveUnsaved()
      } catch (error) {
        if (!(error instanceof FailureError) || !bearable.has(error.failure.code)) throw error
      }
    },
    saveUnsaved,
    trackById: (id) =>
      unsaved.get(id) ?? readTrack(store.get(`SELECT ${columns} FROM track WHERE id = ?`, rowSchema, id)),
    tracksByIds(ids) {
      const rows = store.all(
        `SELECT ${columns} FROM (SELECT value AS wanted, min(key) AS place FROM json_each(?) GROUP BY value)
         JOIN track ON track.id = wanted ORDER BY place`,
        rowSchema,
        JSON.stringify(ids),
      )
      const found = rows.map(readTrack).filter((track) => track !== undefined)
      if (unsaved.size === 0) return found
      const byId = new Map([...found.map((stored): [string, StoredTrack] => [stored.track.id, stored]), ...unsaved])
      return [...new Set(ids)].map((id) => byId.get(id)).filter((stored) => stored !== undefined)
    },
    trackByPath: (path) =>
      [...unsaved.values()].find((stored) => stored.path === path) ??
      readTrack(store.get(`SELECT ${columns} FROM track WHERE path = ? AND segment = 0`, rowSchema, path)),
  }
}

function write(store: Store, tracks: readonly StoredTrack[], seenAt: number): void {
  store.transaction(() => {
    for (const { track, path, sizeBytes, modifiedMs, coverHash } of tracks) {
      if (path !== null) store.run('DELETE FROM track WHERE path = ? AND segment = 0 AND id <> ?', path, track.id)
      store.run(
        `INSERT INTO track (id, path, size_bytes, modified_ms, cover_hash, track_json, seen_at)
         VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET path = excluded.path, size_bytes = excluded.size_bytes,
           modified_ms = excluded.modified_ms, cover_hash = excluded.cover_hash,
           track_json = excluded.track_json, seen_at = excluded.seen_at`,
        track.id,
        path,
        sizeBytes,
        modifiedMs,
        coverHash,
        JSON.stringify(track),
        seenAt,
      )
    }
  })
}

/** A row whose JSON is damaged or from another age counts as absent: the file will be read again. */
function readTrack(row: z.infer<typeof rowSchema> | undefined): StoredTrack | undefined {
  const track = row === undefined ? undefined : parseTrack(row.track_json)
  if (row === undefined || track === undefined) return undefined
  return {
    track: { ...track, missing: row.missing === 1 },
    path: row.path,
    sizeBytes: row.size_bytes,
    modifiedMs: row.modified_ms,
    coverHash: row.cover_hash,
  }
}

/** Reads a track from its JSON; undefined when it is not one. */
export function parseTrack(json: string): Track | undefined {
  try {
    return trackSchema.safeParse(JSON.parse(json)).data
  } catch {
    return undefined
  }
}
