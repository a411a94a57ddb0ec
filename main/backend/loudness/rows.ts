import { z } from 'zod'
import type { Store } from '../store/index.ts'

/**
 * What a measurement belongs to: the recording, by its fingerprint, so that it outlives moves and other tags. A cue sheet's
 * tracks are parts of one recording and told apart by where they lie in it.
 */
const key = `LT.fingerprint || CASE WHEN T.segment = 0 THEN '' ELSE '#' ||
  json_extract(T.track_json, '$.segment.startMs') || '-' || ifnull(json_extract(T.track_json, '$.segment.endMs'), '') END`

/** What is known of a recording: nothing, that it cannot be measured, that it is silent, or its loudness. */
const knowledge = `CASE WHEN L.fingerprint IS NULL THEN 'none' WHEN L.failed THEN 'failed'
  WHEN L.integrated_lufs IS NULL THEN 'silent' ELSE 'measured' END`

const tables = `library_track AS LT JOIN track AS T ON T.id = LT.track_id LEFT JOIN loudness AS L ON L.fingerprint = ${key}`

const knowledgeSchema = z.enum(['none', 'failed', 'silent', 'measured'])

const surveyedSchema = z.object({
  rowId: z.number(),
  addedAt: z.number(),
  trackId: z.string(),
  /** Whether its file can be played now. */
  present: z.number(),
  /** Whether the track says nothing of its loudness. */
  unset: z.number(),
  known: knowledgeSchema,
})

export type SurveyedRow = z.infer<typeof surveyedSchema>

/**
 * Tracks of the library, added last first, from behind a place in that order. Those that cannot be played now are among them:
 * of a folder that is away, one step would go through all of them otherwise.
 */
export function surveyRows(
  store: Store,
  after: { addedAt: number; rowId: number } | null,
  limit: number,
): SurveyedRow[] {
  return store.all(
    `SELECT LT.row_id AS rowId, LT.added_at AS addedAt, LT.track_id AS trackId,
       LT.missing_since IS NULL AND LT.folder_id IN (SELECT id FROM library_folder WHERE state = 'ready') AS present,
       json_extract(T.track_json, '$.loudness') IS NULL AS unset, ${knowledge} AS known
     FROM ${tables} WHERE (LT.added_at, LT.row_id) < (?, ?)
     ORDER BY LT.added_at DESC, LT.row_id DESC LIMIT ?`,
    surveyedSchema,
    after?.addedAt ?? Number.MAX_SAFE_INTEGER,
    after?.rowId ?? Number.MAX_SAFE_INTEGER,
    limit,
  )
}

const jobSchema = z.object({ rowId: z.number(), trackJson: z.string() })

/** The tracks of library rows, in the order of `rowIds`. */
export function jobRows(store: Store, rowIds: readonly number[]): z.infer<typeof jobSchema>[] {
  return store.all(
    `SELECT LT.row_id AS rowId, T.track_json AS trackJson FROM json_each(?) AS wanted
     JOIN library_track AS LT ON LT.row_id = wanted.value JOIN track AS T ON T.id = LT.track_id ORDER BY wanted.key`,
    jobSchema,
    JSON.stringify(rowIds),
  )
}

const rowIdSchema = z.object({ rowId: z.number() })

/** The library rows of these tracks, in their order. */
export function rowsOfTracks(store: Store, trackIds: readonly string[]): number[] {
  return store
    .all(
      `SELECT LT.row_id AS rowId FROM json_each(?) AS wanted JOIN library_track AS LT ON LT.track_id = wanted.value
       ORDER BY wanted.key`,
      rowIdSchema,
      JSON.stringify(trackIds),
    )
    .map(({ rowId }) => rowId)
}

/** What is stored of a measurement. */
export interface MeasuredRow {
  readonly integratedLufs: number | null
  readonly truePeak: number | null
  readonly histogram: readonly number[] | null
  readonly failed: boolean
}

const sameSchema = rowIdSchema.extend({ trackId: z.string() })

/**
 * Stores a measurement of a track's recording and answers all tracks of it, copies among them; none when the library does
 * not know the track.
 */
export function writeMeasurement(
  store: Store,
  trackId: string,
  row: MeasuredRow,
  measuredAt: number,
): z.infer<typeof sameSchema>[] {
  const found = store.get(
    `SELECT LT.fingerprint AS fingerprint, ${key} AS key FROM library_track AS LT JOIN track AS T ON T.id = LT.track_id
     WHERE LT.track_id = ?`,
    z.object({ fingerprint: z.string(), key: z.string() }),
    trackId,
  )
  if (found === undefined) return []
  store.run(
    `INSERT OR REPLACE INTO loudness (fingerprint, integrated_lufs, true_peak, histogram_json, failed, measured_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
    found.key,
    row.integratedLufs,
    row.truePeak,
    row.histogram === null ? null : JSON.stringify(row.histogram),
    row.failed ? 1 : 0,
    measuredAt,
  )
  return store.all(
    `SELECT LT.row_id AS rowId, LT.track_id AS trackId FROM library_track AS LT JOIN track AS T ON T.id = LT.track_id
     WHERE LT.fingerprint = ? AND ${key} = ?`,
    sameSchema,
    found.fingerprint,
    found.key,
  )
}

const memberSchema = z.object({
  trackId: z.string(),
  albumId: z.string().nullable(),
  durationMs: z.number().nullable(),
  loudnessJson: z.string().nullable(),
  known: knowledgeSchema,
  integratedLufs: z.number().nullable(),
  truePeak: z.number().nullable(),
  histogramJson: z.string().nullable(),
})

export type MemberRow = z.infer<typeof memberSchema>

/** These tracks and all that share an album with one of them, as far as they are there. */
export function membersWith(store: Store, trackIds: readonly string[]): MemberRow[] {
  return store.all(
    `WITH wanted AS (SELECT track_id, album_id FROM library_track WHERE track_id IN (SELECT value FROM json_each(?)))
     SELECT LT.track_id AS trackId, LT.album_id AS albumId, LT.duration_ms AS durationMs,
       json_extract(T.track_json, '$.loudness') AS loudnessJson, ${knowledge} AS known,
       L.integrated_lufs AS integratedLufs, L.true_peak AS truePeak, L.histogram_json AS histogramJson
     FROM ${tables}
     WHERE LT.track_id IN (SELECT track_id FROM wanted)
       OR (LT.missing_since IS NULL AND LT.album_id IN (SELECT album_id FROM wanted))`,
    memberSchema,
    JSON.stringify(trackIds),
  )
}

/** Writes what a track says of its loudness. */
export function writeTrackLoudness(store: Store, trackId: string, loudnessJson: string): void {
  store.run(
    `UPDATE track SET track_json = json_set(track_json, '$.loudness', json(?)) WHERE id = ?`,
    loudnessJson,
    trackId,
  )
}
