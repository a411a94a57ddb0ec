import { z } from 'zod'
import type { Store } from '../../store/index.ts'
import { type AlbumTrack, albumFacts, sortNameOf, sortTitleOf } from '../grouping/index.ts'

const trackSchema = z.object({
  album_json: z.string(),
  disc: z.number(),
  number: z.number(),
  year: z.number().nullable(),
  duration_ms: z.number().nullable(),
  added_at: z.number(),
  cover_hash: z.string().nullable(),
})

const assignedSchema = z.object({
  title: z.string(),
  artists: z.array(z.string()).readonly(),
  isCompilation: z.boolean(),
})

/** What an album without one artist is ordered and found by. */
const sortOfVarious = 'various artists'

/** Writes an album from its present tracks, wherever they lie; takes it out when there is none. */
export function refreshAlbum(store: Store, albumId: string): void {
  const rows = store.all(
    `SELECT album_json, disc, number, year, duration_ms, added_at, cover_hash
     FROM library_track JOIN track ON track.id = track_id
     WHERE album_id = ? AND missing_since IS NULL AND album_json IS NOT NULL`,
    trackSchema,
    albumId,
  )
  const facts = albumFacts(rows.map(albumTrackOf))
  if (facts === null) {
    store.run('DELETE FROM album WHERE album_id = ?', albumId)
    return
  }
  store.run(
    `INSERT INTO album (album_id, title, artist, artist_id, is_compilation, year, cover_hash, track_count, duration_ms,
       added_at, sort_title, sort_artist) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (album_id) DO UPDATE SET title = excluded.title, artist = excluded.artist,
       artist_id = excluded.artist_id, is_compilation = excluded.is_compilation, year = excluded.year,
       cover_hash = excluded.cover_hash, track_count = excluded.track_count, duration_ms = excluded.duration_ms,
       added_at = excluded.added_at, sort_title = excluded.sort_title, sort_artist = excluded.sort_artist`,
    albumId,
    facts.title,
    facts.artist,
    facts.artistId,
    facts.isCompilation ? 1 : 0,
    facts.year,
    facts.coverHash,
    facts.trackCount,
    facts.durationMs,
    facts.addedAt,
    sortTitleOf(facts.title),
    facts.artist === null ? (facts.isCompilation ? sortOfVarious : '') : sortNameOf(facts.artist),
  )
}

function albumTrackOf(row: z.infer<typeof trackSchema>): AlbumTrack {
  return {
    ...assignedSchema.parse(JSON.parse(row.album_json)),
    disc: row.disc,
    number: row.number,
    year: row.year,
    durationMs: row.duration_ms,
    coverHash: row.cover_hash,
    addedAt: row.added_at,
  }
}
