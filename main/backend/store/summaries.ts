import { z } from 'zod'
import { coverPath } from '../../../src/contract/index.ts'
import type { AlbumSummary, ArtistSummary } from '../../../src/library/index.ts'
import type { Store } from './store.ts'

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

/** Albums that a condition on `album` picks, in its order. The SQL is constant text of ours. */
export function readAlbums(store: Store, rest: string, ...values: readonly (string | number)[]): AlbumSummary[] {
  return store.all(`SELECT album.* FROM ${rest}`, albumRowSchema, ...values).map((row) => ({
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

/** Artists that a condition on `artist` picks, in its order. */
export function readArtists(store: Store, rest: string, ...values: readonly (string | number)[]): ArtistSummary[] {
  return store.all(`SELECT artist.* FROM ${rest}`, artistRowSchema, ...values).map((row) => ({
    id: row.artist_id,
    name: row.name,
    albumCount: row.album_count,
    trackCount: row.track_count,
    coverPath: row.cover_hash === null ? null : coverPath(row.cover_hash),
  }))
}

/** Albums by row id; those that are gone are left out. */
export function albumsAt(store: Store, rowIds: readonly number[]): AlbumSummary[] {
  return readAlbums(store, 'json_each(?) JOIN album ON album.rowid = value ORDER BY key', JSON.stringify(rowIds))
}

/** Artists by row id; those that are gone are left out. */
export function artistsAt(store: Store, rowIds: readonly number[]): ArtistSummary[] {
  return readArtists(store, 'json_each(?) JOIN artist ON artist.rowid = value ORDER BY key', JSON.stringify(rowIds))
}
