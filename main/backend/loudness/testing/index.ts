import type { Track } from '../../../../src/music/index.ts'
import type { Store } from '../../store/index.ts'
import { sampleTrack } from '../../store/testing/index.ts'

/** Puts a track into the library, as a scan would. `segment` counts a cue sheet's tracks. */
export function putIntoLibrary(
  store: Store,
  id: string,
  changes: Partial<Track> & { fingerprint?: string; sheetPlace?: number; addedAt?: number } = {},
): void {
  const { fingerprint = `fp-${id}`, sheetPlace = 0, addedAt = 0, ...fields } = changes
  const track = sampleTrack(id, fields)
  store.run(`INSERT OR IGNORE INTO library_folder (id, path, state, added_at) VALUES (1, '/music', 'ready', 0)`)
  store.run(
    `INSERT INTO track (id, path, segment, track_json, seen_at) VALUES (?, ?, ?, ?, 0)
     ON CONFLICT (id) DO UPDATE SET track_json = excluded.track_json`,
    id,
    `/music/${id}`,
    sheetPlace,
    JSON.stringify(track),
  )
  store.run(
    `INSERT OR REPLACE INTO library_track (track_id, folder_id, directory, home, fingerprint, beside_stamp, scan_id, added_at,
       tags_json, album_id, sort_title, sort_artist, sort_album, disc, number, duration_ms)
     VALUES (?, 1, '/music', '/music', ?, '', 1, ?, '{}', ?, '', '', '', 1, 1, ?)`,
    id,
    fingerprint,
    addedAt,
    track.albumId,
    track.durationMs,
  )
}
