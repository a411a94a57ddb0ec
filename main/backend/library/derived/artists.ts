import { z } from 'zod'
import type { Store } from '../../store/index.ts'
import { type Assignment, type GroupingTags, artistIdOf, isVariousArtists, sortNameOf } from '../grouping/index.ts'

/** Writes whose track this is, and whose album it is on. Answers the ids of all of them. */
export function writeTrackArtists(
  store: Store,
  rowId: number,
  tags: GroupingTags,
  assignment: Assignment | undefined,
): readonly string[] {
  store.run('DELETE FROM track_artist WHERE row_id = ?', rowId)
  const roles = [
    { names: tags.artists, isAlbumArtist: 0 },
    { names: assignment?.artists ?? [], isAlbumArtist: 1 },
  ]
  return roles.flatMap(({ names, isAlbumArtist }) =>
    names
      .filter((name) => name.trim() !== '' && !isVariousArtists(name))
      .map((name) => {
        const artistId = artistIdOf(name)
        store.run(
          'INSERT OR IGNORE INTO track_artist (artist_id, row_id, is_album_artist, name, album_id) VALUES (?, ?, ?, ?, ?)',
          artistId,
          rowId,
          isAlbumArtist,
          name,
          assignment?.albumId ?? null,
        )
        return artistId
      }),
  )
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
