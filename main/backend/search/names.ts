import { z } from 'zod'
import { coverPath } from '../../../src/contract/index.ts'
import type { AlbumSummary, ArtistSummary } from '../../../src/library/index.ts'
import type { Store } from '../store/index.ts'
import { fold } from './fold.ts'
import { forTokenizer } from './indexText.ts'
import type { SearchQuery } from './query.ts'
import { rankNames } from './rank.ts'

const albumRowSchema = z.object({
  album_id: z.string(),
  title: z.string(),
  artist: z.string().nullable(),
  artist_id: z.string().nullable(),
  is_compilation: z.number(),
  year: z.number().nullable(),
  cover_hash: z.string().nullable(),
  track_count: z.number(),
  duration_ms: z.number(),
  added_at: z.number(),
})
const artistRowSchema = z.object({
  artist_id: z.string(),
  name: z.string(),
  album_count: z.number(),
  track_count: z.number(),
  cover_hash: z.string().nullable(),
})
const playlistRowSchema = z.object({ playlist_id: z.string(), name: z.string() })

/** What each way of looking contributes at most. */
const mostPerWay = 60

/** Statements differ by their number of words, and each is kept. */
const mostWords = 12

/** Beyond every character that follows the same beginning. */
const afterAll = '\u{10FFFF}'

/** Albums whose title, or title and artist, hold the words of the query; best first. */
export function findAlbums(store: Store, query: SearchQuery, limit: number): AlbumSummary[] {
  const words = wordsOf(query)
  const rows = [
    ...store.all(
      'SELECT * FROM album WHERE sort_title >= ? AND sort_title < ? ORDER BY sort_title LIMIT ?',
      albumRowSchema,
      query.folded,
      query.folded + afterAll,
      mostPerWay,
    ),
    ...store.all(
      `SELECT * FROM album WHERE ${hasEach("sort_title || ' ' || sort_artist", words.length)} LIMIT ?`,
      albumRowSchema,
      ...words,
      mostPerWay,
    ),
  ]
  return once(
    rows,
    (row) => row.album_id,
    query,
    limit,
    (row) => [row.title, row.track_count],
  ).map((row) => ({
    id: row.album_id,
    title: row.title,
    artist: row.artist,
    artistId: row.artist_id,
    isCompilation: row.is_compilation === 1,
    year: row.year,
    coverPath: row.cover_hash === null ? null : coverPath(row.cover_hash),
    trackCount: row.track_count,
    durationMs: row.duration_ms,
    addedAt: row.added_at,
  }))
}

/** Artists by name, best first; those with many tracks first among equals. */
export function findArtists(store: Store, query: SearchQuery, limit: number): ArtistSummary[] {
  const words = wordsOf(query)
  const rows = [
    ...store.all(
      'SELECT * FROM artist WHERE sort_name >= ? AND sort_name < ? ORDER BY sort_name LIMIT ?',
      artistRowSchema,
      query.folded,
      query.folded + afterAll,
      mostPerWay,
    ),
    ...store.all(
      `SELECT * FROM artist WHERE ${hasEach('sort_name', words.length)} LIMIT ?`,
      artistRowSchema,
      ...words,
      mostPerWay,
    ),
  ]
  return once(
    rows,
    (row) => row.artist_id,
    query,
    limit,
    (row) => [row.name, row.track_count],
  ).map((row) => ({
    id: row.artist_id,
    name: row.name,
    albumCount: row.album_count,
    trackCount: row.track_count,
    coverPath: row.cover_hash === null ? null : coverPath(row.cover_hash),
  }))
}

/** Ids of the playlists whose names hold the words of the query, best first. */
export function findPlaylistIds(store: Store, query: SearchQuery, limit: number): string[] {
  const rows = store.all('SELECT playlist_id, name FROM playlist WHERE deleted_at IS NULL', playlistRowSchema)
  const named = rows.map((row) => ({ id: row.playlist_id, text: textOf(row.name), weight: 0 }))
  return rankNames(
    named.filter(({ text }) => query.words.every((word) => ` ${text}`.includes(` ${word}`))),
    query,
  )
    .slice(0, limit)
    .map(({ id }) => id)
}

function once<Row>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
  query: SearchQuery,
  limit: number,
  named: (row: Row) => readonly [name: string, weight: number],
): Row[] {
  const byId = new Map(rows.map((row): [string, Row] => [idOf(row), row]))
  const candidates = [...byId.values()].map((row) => {
    const [name, weight] = named(row)
    return { row, text: textOf(name), weight }
  })
  return rankNames(candidates, query)
    .slice(0, limit)
    .map(({ row }) => row)
}

function textOf(name: string): string {
  return forTokenizer(fold(name))
}

/** That many words begin words of a text. Names are few against tracks: looking through them needs no index. */
function hasEach(text: string, count: number): string {
  return Array.from({ length: count }, () => `instr(' ' || ${text}, ?) > 0`).join(' AND ')
}

/** The longest first: it is the one that most names do not have. As many as the statement is prepared for. */
function wordsOf(query: SearchQuery): readonly string[] {
  return query.folded
    .split(' ')
    .map((word) => ` ${word}`)
    .toSorted((one, other) => other.length - one.length)
    .slice(0, mostWords)
}
