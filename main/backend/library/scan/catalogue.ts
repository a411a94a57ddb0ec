import { z } from 'zod'
import { type Failure, readFailure } from '../../../../src/failure/index.ts'
import type { ScanProblem } from '../../../../src/library/index.ts'
import type { Store } from '../../store/index.ts'
import type { TrackEntry } from './entries.ts'

/** A track of the library, as the store knows it. */
export interface KnownTrack {
  readonly rowId: number
  readonly trackId: string
  /** Null once another recording took its place. */
  readonly path: string | null
  readonly segment: number
  readonly sizeBytes: number | null
  readonly modifiedMs: number | null
  readonly folderId: number
  readonly fingerprint: string
  readonly besideStamp: string
  readonly isMissing: boolean
  readonly sortTitle: string
}

/** What the library's tables tell a scan, and what it writes there. Writing is part of the caller's transaction. */
export interface Catalogue {
  /** Tracks of files, missing ones too, by path. */
  tracksAt(paths: readonly string[]): Map<string, KnownTrack[]>
  /** Tracks with this recording, those known longest first; a few of them. */
  withFingerprint(fingerprint: string): KnownTrack[]
  /** Tracks after a row, in the order of rows, that are not missing: all, or those of a folder and what lies below it. */
  presentAfter(
    rowId: number,
    limit: number,
  ): { rowId: number; folderId: number; directory: string; path: string | null }[]
  /** The id of the track that a file (or part of it) is, in the library or only opened; undefined when it is none. */
  idAt(path: string, segment: number): string | undefined
  isIdTaken(id: string): boolean
  put(entry: TrackEntry): void
  /** Another recording is where this one was: it is missing, and nowhere. */
  displace(track: KnownTrack): void
  /** They are found again, in this folder of the library. */
  revive(rowIds: readonly number[], folderId: number): void
  markMissing(rowIds: readonly number[]): void
  /** Missing tracks after one of them, in an order of their own, each with one that is here and has its recording. */
  missingAfter(last: MissingTrack | null, limit: number): MissingTrack[]
  problemsAt(paths: readonly string[]): Map<string, { readonly sizeBytes: number; readonly modifiedMs: number }>
  putProblem(problem: ProblemEntry): void
  clearProblems(paths: readonly string[]): void
  /** Problems after a path, in the order of paths. */
  problemsAfter(path: string, limit: number): { path: string; folderId: number }[]
  problems(limit: number): { total: number; problems: ScanProblem[] }
}

/** A track that is missing, and another one of the same recording that is not; null when there is none. */
export interface MissingTrack {
  readonly rowId: number
  readonly folderId: number
  readonly trackId: string
  readonly standInId: string | null
}

/** A file that could not be taken in, with what it looked like then. */
export interface ProblemEntry {
  readonly path: string
  readonly folderId: number
  readonly sizeBytes: number
  readonly modifiedMs: number
  readonly error: Failure
}

const knownSchema = z
  .object({
    row_id: z.number(),
    track_id: z.string(),
    path: z.string().nullable(),
    segment: z.number(),
    size_bytes: z.number().nullable(),
    modified_ms: z.number().nullable(),
    folder_id: z.number(),
    fingerprint: z.string(),
    beside_stamp: z.string(),
    missing_since: z.number().nullable(),
    sort_title: z.string(),
  })
  .transform((row): KnownTrack => ({
    rowId: row.row_id,
    trackId: row.track_id,
    path: row.path,
    segment: row.segment,
    sizeBytes: row.size_bytes,
    modifiedMs: row.modified_ms,
    folderId: row.folder_id,
    fingerprint: row.fingerprint,
    besideStamp: row.beside_stamp,
    isMissing: row.missing_since !== null,
    sortTitle: row.sort_title,
  }))
const knownColumns = `row_id, track_id, track.path, segment, size_bytes, modified_ms, folder_id, fingerprint, beside_stamp,
  missing_since, sort_title`

const presentSchema = z
  .object({ row_id: z.number(), folder_id: z.number(), directory: z.string(), path: z.string().nullable() })
  .transform((row) => ({ rowId: row.row_id, folderId: row.folder_id, directory: row.directory, path: row.path }))

const missingSchema = z
  .object({ row_id: z.number(), folder_id: z.number(), track_id: z.string(), stand_in_id: z.string().nullable() })
  .transform((row): MissingTrack => ({
    rowId: row.row_id,
    folderId: row.folder_id,
    trackId: row.track_id,
    standInId: row.stand_in_id,
  }))

const idSchema = z.object({ id: z.string() })

/** Copies of one recording that are looked at when another turns up. */
const candidateLimit = 8

/** The catalogue over the store. `now` answers Unix time in ms; `indexTrack` puts a row into the full-text index. */
export function createCatalogue(options: {
  readonly store: Store
  readonly now: () => number
  readonly indexTrack: (rowId: number, track: TrackEntry['track']) => void
}): Catalogue {
  const { store, now, indexTrack } = options
  return {
    tracksAt(paths) {
      const found = store.all(
        `SELECT ${knownColumns} FROM json_each(?) JOIN track ON track.path = value JOIN library_track ON track_id = track.id`,
        knownSchema,
        JSON.stringify(paths),
      )
      return Map.groupBy(found, (track) => track.path ?? '')
    },
    withFingerprint: (fingerprint) =>
      store.all(
        `SELECT ${knownColumns} FROM library_track JOIN track ON id = track_id
         WHERE fingerprint = ? ORDER BY scan_id LIMIT ${candidateLimit}`,
        knownSchema,
        fingerprint,
      ),
    presentAfter: (rowId, limit) =>
      store.all(
        `SELECT row_id, folder_id, directory, path FROM library_track JOIN track ON id = track_id
         WHERE row_id > ? AND missing_since IS NULL ORDER BY row_id LIMIT ?`,
        presentSchema,
        rowId,
        limit,
      ),
    idAt: (path, segment) =>
      store.get('SELECT id FROM track WHERE path = ? AND segment = ?', idSchema, path, segment)?.id,
    isIdTaken: (id) => store.get('SELECT id FROM track WHERE id = ?', idSchema, id) !== undefined,
    put: (entry) => putTrack(store, entry, now(), indexTrack),
    displace({ rowId, trackId }) {
      store.run('UPDATE track SET path = NULL WHERE id = ?', trackId)
      store.run(
        `UPDATE library_track SET missing_since = ifnull(missing_since, ?), beside_stamp = '' WHERE row_id = ?`,
        now(),
        rowId,
      )
    },
    revive(rowIds, folderId) {
      store.run(
        `UPDATE library_track SET missing_since = NULL, folder_id = ?
         WHERE row_id IN (SELECT value FROM json_each(?))`,
        folderId,
        JSON.stringify(rowIds),
      )
    },
    markMissing(rowIds) {
      store.run(
        `UPDATE library_track SET missing_since = ?
         WHERE row_id IN (SELECT value FROM json_each(?)) AND missing_since IS NULL`,
        now(),
        JSON.stringify(rowIds),
      )
    },
    missingAfter: (last, limit) =>
      store.all(
        `SELECT row_id, folder_id, track_id, (
           SELECT here.track_id FROM library_track AS here
           WHERE here.fingerprint = gone.fingerprint AND here.fingerprint <> '' AND here.missing_since IS NULL
           ORDER BY here.sort_title <> gone.sort_title, here.row_id LIMIT 1
         ) AS stand_in_id
         FROM library_track AS gone WHERE missing_since IS NOT NULL AND (folder_id, row_id) > (?, ?)
         ORDER BY folder_id, row_id LIMIT ?`,
        missingSchema,
        last?.folderId ?? -1,
        last?.rowId ?? -1,
        limit,
      ),
    problemsAt(paths) {
      const found = store.all(
        `SELECT library_problem.path, size_bytes, modified_ms FROM json_each(?) JOIN library_problem ON library_problem.path = value`,
        z.object({ path: z.string(), size_bytes: z.number(), modified_ms: z.number() }),
        JSON.stringify(paths),
      )
      return new Map(found.map((row) => [row.path, { sizeBytes: row.size_bytes, modifiedMs: row.modified_ms }]))
    },
    putProblem({ path, folderId, sizeBytes, modifiedMs, error }) {
      store.run(
        `INSERT OR REPLACE INTO library_problem (path, folder_id, size_bytes, modified_ms, scan_id, error_json)
         VALUES (?, ?, ?, ?, 0, ?)`,
        path,
        folderId,
        sizeBytes,
        modifiedMs,
        JSON.stringify(error),
      )
    },
    clearProblems(paths) {
      store.run('DELETE FROM library_problem WHERE path IN (SELECT value FROM json_each(?))', JSON.stringify(paths))
    },
    problemsAfter: (path, limit) =>
      store
        .all(
          'SELECT path, folder_id FROM library_problem WHERE path > ? ORDER BY path LIMIT ?',
          z.object({ path: z.string(), folder_id: z.number() }),
          path,
          limit,
        )
        .map((row) => ({ path: row.path, folderId: row.folder_id })),
    problems(limit) {
      const total = store.get('SELECT count(*) AS count FROM library_problem', z.object({ count: z.number() }))
      const rows = store.all(
        'SELECT path, error_json FROM library_problem ORDER BY path LIMIT ?',
        z.object({ path: z.string(), error_json: z.string() }),
        limit,
      )
      return { total: total?.count ?? 0, problems: rows.flatMap(readProblem) }
    },
  }
}

function readProblem(row: { readonly path: string; readonly error_json: string }): ScanProblem[] {
  try {
    const error = readFailure(JSON.parse(row.error_json))
    return error === null ? [] : [{ path: row.path, error }]
  } catch {
    return []
  }
}

const rowIdSchema = z.object({ row_id: z.number() })

function putTrack(
  store: Store,
  entry: TrackEntry,
  nowMs: number,
  indexTrack: (rowId: number, track: TrackEntry['track']) => void,
): void {
  const { track, path, segment } = entry
  // Somebody opened this file before the library knew it had moved here: the library's name for it stays.
  store.run('UPDATE track SET path = NULL WHERE path = ? AND segment = ? AND id <> ?', path, segment, track.id)
  store.run(
    `INSERT INTO track (id, path, segment, size_bytes, modified_ms, cover_hash, track_json, seen_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET path = excluded.path, segment = excluded.segment, size_bytes = excluded.size_bytes,
       modified_ms = excluded.modified_ms, cover_hash = excluded.cover_hash, track_json = excluded.track_json,
       seen_at = excluded.seen_at`,
    track.id,
    path,
    segment,
    entry.sizeBytes,
    entry.modifiedMs,
    entry.coverHash,
    JSON.stringify(track),
    nowMs,
  )
  const row = store.get(
    `INSERT INTO library_track (track_id, folder_id, directory, home, fingerprint, beside_stamp, scan_id, added_at,
       tags_json, sort_title, sort_artist, sort_album, disc, number, year, duration_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (track_id) DO UPDATE SET folder_id = excluded.folder_id, directory = excluded.directory,
       home = excluded.home, fingerprint = excluded.fingerprint, beside_stamp = excluded.beside_stamp,
       scan_id = excluded.scan_id, missing_since = NULL, tags_json = excluded.tags_json,
       sort_title = excluded.sort_title, sort_artist = excluded.sort_artist, sort_album = excluded.sort_album,
       disc = excluded.disc, number = excluded.number, year = excluded.year, duration_ms = excluded.duration_ms
     RETURNING row_id`,
    rowIdSchema,
    track.id,
    entry.folderId,
    entry.directory,
    entry.home,
    entry.fingerprint,
    entry.besideStamp,
    entry.scanId,
    nowMs,
    JSON.stringify(entry.tags),
    entry.sortTitle,
    entry.sortArtist,
    entry.sortAlbum,
    track.discNumber ?? 1,
    track.trackNumber ?? 0,
    track.year,
    track.durationMs,
  )
  if (row !== undefined) indexTrack(row.row_id, track)
  store.run('DELETE FROM track_lyrics WHERE track_id = ?', track.id)
  for (const { source, text } of entry.lyrics) {
    store.run('INSERT INTO track_lyrics (track_id, source, text) VALUES (?, ?, ?)', track.id, source, text)
  }
}
