import { z } from 'zod'
import type { TrackQuery, TrackSort } from '../../../../src/library/index.ts'
import { type Store, parseTrack } from '../../store/index.ts'
import { breath, inSlices, sortedInSlices } from '../../turns.ts'
import { sortKeysOf } from '../grouping/index.ts'
import { filterWords } from './filter.ts'

/** A list of tracks by their ids: some may be missing, or be no part of the library, or stand in it twice. */
export interface NamedList {
  readonly trackIds: readonly string[]
  readonly totalMs: number
}

const rowSchema = z.object({
  key: z.number(),
  id: z.string(),
  sort_title: z.string().nullable(),
  sort_artist: z.string().nullable(),
  sort_album: z.string().nullable(),
  disc: z.number().nullable(),
  number: z.number().nullable(),
  year: z.number().nullable(),
  added_at: z.number(),
  played_at: z.number().nullable(),
  duration_ms: z.number().nullable(),
  track_json: z.string().nullable(),
})

/** What a row is ordered and found by. */
interface Keys {
  readonly id: string
  readonly place: number
  readonly title: string
  readonly artist: string
  readonly album: string
  readonly disc: number
  readonly number: number
  readonly year: number
  readonly added: number
  readonly played: number
  readonly duration: number
}

/** Tracks of which one step reads everything: about 2 ms. */
const stepRows = 200

/** Tracks of which one step reads nothing but their length. */
const plainStepRows = 400

/** Orders and filters tracks named by their ids, which are in their own order. Ids that name nothing are left out. */
export async function readNamedList(store: Store, ids: readonly string[], query: TrackQuery): Promise<NamedList> {
  if (query.sort === 'own' && filterWords(query.filter).length === 0) return readPlainList(store, ids, query.descending)
  const rows: Keys[] = []
  for (let from = 0; from < ids.length; from += stepRows) {
    if (from > 0) await breath()
    for (const keys of readKeys(store, ids.slice(from, from + stepRows), from)) rows.push(keys)
  }
  const words = filterWords(query.filter)
  const found = rows.filter(({ title, artist, album }) =>
    words.every((word) => title.includes(word) || artist.includes(word) || album.includes(word)),
  )
  const direction = query.descending ? -1 : 1
  const primary = primaries[query.sort]
  const sorted = await sortedInSlices(
    found,
    (one, other) => direction * primary(one, other) || byAlbum(one, other) || one.place - other.place,
  )
  return { trackIds: sorted.map(({ id }) => id), totalMs: sorted.reduce((sum, { duration }) => sum + duration, 0) }
}

const lengthSchema = z.object({ id: z.string(), duration_ms: z.number() })

/** The list as it is named. */
async function readPlainList(store: Store, ids: readonly string[], descending: boolean): Promise<NamedList> {
  const trackIds: string[] = []
  let totalMs = 0
  await inSlices(ids, plainStepRows, (slice) => {
    const rows = store.all(
      `SELECT track.id, coalesce(duration_ms, CASE WHEN row_id IS NULL AND json_valid(track_json)
           THEN CAST(track_json ->> 'durationMs' AS REAL) END, 0) AS duration_ms
       FROM json_each(?) JOIN track ON track.id = value LEFT JOIN library_track ON library_track.track_id = track.id
       ORDER BY key`,
      lengthSchema,
      JSON.stringify(slice),
    )
    for (const { id, duration_ms } of rows) {
      trackIds.push(id)
      totalMs += duration_ms
    }
  })
  return { trackIds: descending ? trackIds.reverse() : trackIds, totalMs }
}

function readKeys(store: Store, ids: readonly string[], from: number): Keys[] {
  const rows = store.all(
    `SELECT key, track.id, sort_title, sort_artist, sort_album, disc, number, library_track.year,
       ifnull(added_at, seen_at) AS added_at, duration_ms,
       (SELECT max(started_at) FROM play WHERE play.track_id = track.id) AS played_at,
       CASE WHEN row_id IS NULL THEN track_json END AS track_json
     FROM json_each(?) JOIN track ON track.id = value LEFT JOIN library_track ON library_track.track_id = track.id
     ORDER BY key`,
    rowSchema,
    JSON.stringify(ids),
  )
  return rows.map((row): Keys => {
    const track = row.track_json === null ? undefined : parseTrack(row.track_json)
    const keys = track && sortKeysOf(track)
    return {
      id: row.id,
      place: from + row.key,
      title: row.sort_title ?? keys?.sortTitle ?? '',
      artist: row.sort_artist ?? keys?.sortArtist ?? '',
      album: row.sort_album ?? keys?.sortAlbum ?? '',
      disc: row.disc ?? track?.discNumber ?? 1,
      number: row.number ?? track?.trackNumber ?? 0,
      year: row.year ?? track?.year ?? 0,
      added: row.added_at,
      played: row.played_at ?? 0,
      duration: row.duration_ms ?? track?.durationMs ?? 0,
    }
  })
}

type Compare = (one: Keys, other: Keys) => number

const text =
  (key: 'title' | 'artist' | 'album'): Compare =>
  (one, other) =>
    one[key] < other[key] ? -1 : one[key] > other[key] ? 1 : 0

const count =
  (key: 'place' | 'year' | 'added' | 'played' | 'duration'): Compare =>
  (one, other) =>
    one[key] - other[key]

const primaries: Readonly<Record<TrackSort, Compare>> = {
  own: count('place'),
  title: text('title'),
  artist: text('artist'),
  album: text('album'),
  year: count('year'),
  added: count('added'),
  played: count('played'),
  duration: count('duration'),
}

const byAlbum: Compare = (one, other) =>
  text('artist')(one, other) ||
  text('album')(one, other) ||
  one.disc - other.disc ||
  one.number - other.number ||
  text('title')(one, other)
