import { z } from 'zod'
import type { Store } from '../../store/index.ts'
import { type Assignment, type GroupingTags, artistIdOf, isVariousArtists, sortNameOf } from '../grouping/index.ts'

const trackArtistSchema = z.object({
  artist_id: z.string(),
  row_id: z.number(),
  is_album_artist: z.number(),
  name: z.string(),
  album_id: z.string().nullable(),
})

/** Somebody a track is by, or whose album it is on. */
type TrackArtist = z.infer<typeof trackArtistSchema>

/** What was written about some rows, by row. */
export function readTrackArtists(store: Store, rowIds: readonly number[]): ReadonlyMap<number, readonly TrackArtist[]> {
  const rows = store.all(
    `SELECT artist_id, row_id, is_album_artist, name, album_id FROM track_artist
     WHERE row_id IN (SELECT value FROM json_each(?))`,
    trackArtistSchema,
    JSON.stringify(rowIds),
  )
  return Map.groupBy(rows, ({ row_id }) => row_id)
}

/** Whose track this is, and whose album it is on: each artist once in each role. */
export function trackArtistsOf(
  rowId: number,
  tags: GroupingTags,
  assignment: Assignment | undefined,
): readonly TrackArtist[] {
  const roles = [
    { names: tags.artists, isAlbumArtist: 0 },
    { names: assignment?.artists ?? [], isAlbumArtist: 1 },
  ]
  const album_id = assignment?.albumId ?? null
  return roles.flatMap(({ names, isAlbumArtist }) => {
    const people = names.filter((name) => name.trim() !== '' && !isVariousArtists(name))
    const byId = Map.groupBy(people, artistIdOf)
    return [...byId].map(([artist_id, [name = '']]): TrackArtist => ({
      artist_id,
      row_id: rowId,
      is_album_artist: isAlbumArtist,
      name,
      album_id,
    }))
  })
}

/** Writes whose track a row is, unless that is `known` already. */
export function writeTrackArtists(
  store: Store,
  rowId: number,
  artists: readonly TrackArtist[],
  known: readonly TrackArtist[],
): void {
  const keyOf = ({ artist_id, is_album_artist, name, album_id }: TrackArtist): string =>
    JSON.stringify([artist_id, is_album_artist, name, album_id])
  const written = new Set(known.map(keyOf))
  if (written.size === artists.length && artists.every((artist) => written.has(keyOf(artist)))) return
  store.run('DELETE FROM track_artist WHERE row_id = ?', rowId)
  for (const { artist_id, is_album_artist, name, album_id } of artists) {
    store.run(
      'INSERT INTO track_artist (artist_id, row_id, is_album_artist, name, album_id) VALUES (?, ?, ?, ?, ?)',
      artist_id,
      rowId,
      is_album_artist,
      name,
      album_id,
    )
  }
}

const countsSchema = z.object({ tracks: z.number(), albums: z.number() })
const nameSchema = z.object({ name: z.string() })
const coverSchema = z.object({ cover_hash: z.string().nullable() })

/** Writes an artist from its tracks and albums; takes it out when there is none. */
export function refreshArtist(store: Store, artistId: string): void {
  const counts = store.get(
    `SELECT count(DISTINCT row_id) AS tracks, count(DISTINCT CASE WHEN is_album_artist THEN album_id END) AS albums
     FROM track_artist WHERE artist_id = ?`,
    countsSchema,
    artistId,
  )
  const spelling = store.get(
    'SELECT name FROM track_artist WHERE artist_id = ? GROUP BY name ORDER BY count(*) DESC, name LIMIT 1',
    nameSchema,
    artistId,
  )
  if (counts === undefined || spelling === undefined) {
    store.run('DELETE FROM artist WHERE artist_id = ?', artistId)
    return
  }
  // An own album before one that they appear on, and one with many tracks before a single.
  const cover = store.get(
    `SELECT cover_hash FROM album
     JOIN (SELECT album_id, max(is_album_artist) AS is_own FROM track_artist WHERE artist_id = ? GROUP BY album_id)
       USING (album_id)
     WHERE cover_hash IS NOT NULL ORDER BY is_own DESC, track_count DESC, year DESC, album_id LIMIT 1`,
    coverSchema,
    artistId,
  )
  store.run(
    `INSERT INTO artist (artist_id, name, sort_name, album_count, track_count, cover_hash) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (artist_id) DO UPDATE SET name = excluded.name, sort_name = excluded.sort_name,
       album_count = excluded.album_count, track_count = excluded.track_count, cover_hash = excluded.cover_hash`,
    artistId,
    spelling.name,
    sortNameOf(spelling.name),
    counts.albums,
    counts.tracks,
    cover?.cover_hash ?? null,
  )
}
