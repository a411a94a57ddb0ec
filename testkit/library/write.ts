import type { Store } from '../../main/backend/store/index.ts'
import { type LibraryRow, keysOf } from './rows.ts'

/** Writes rows into a store as a scan would, all in one transaction. What is derived from them is still to be made. */
export function writeRows(store: Store, rows: Iterable<LibraryRow>, folder = '/music'): void {
  store.transaction(() => {
    store.run(`INSERT OR IGNORE INTO library_folder (path, state, added_at) VALUES (?, 'ready', 0)`, folder)
    for (const row of rows) writeRow(store, row, folder)
  })
}

/** Writes one row, or writes it anew under the same track id. */
export function writeRow(store: Store, row: LibraryRow, folder = '/music'): void {
  const { track, directory, tags } = row
  const keys = keysOf(row)
  store.run(
    `INSERT INTO track (id, path, size_bytes, modified_ms, cover_hash, track_json, seen_at) VALUES (?, ?, 1, 1, ?, ?, 0)
     ON CONFLICT (id) DO UPDATE SET path = excluded.path, cover_hash = excluded.cover_hash, track_json = excluded.track_json`,
    track.id,
    `${directory}/${track.id}.flac`,
    row.coverHash,
    JSON.stringify(track),
  )
  store.run(
    `INSERT INTO library_track (track_id, folder_id, directory, home, fingerprint, beside_stamp, scan_id, added_at, tags_json,
       sort_title, sort_artist, sort_album, disc, number, year, duration_ms)
     VALUES (?, (SELECT id FROM library_folder WHERE path = ?), ?, ?, ?, '', 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (track_id) DO UPDATE SET directory = excluded.directory, home = excluded.home,
       missing_since = NULL, tags_json = excluded.tags_json, sort_title = excluded.sort_title,
       sort_artist = excluded.sort_artist, sort_album = excluded.sort_album, disc = excluded.disc,
       number = excluded.number, year = excluded.year, duration_ms = excluded.duration_ms`,
    track.id,
    folder,
    directory,
    keys.home,
    `print-${track.id}`,
    row.addedAt,
    JSON.stringify(tags),
    keys.sortTitle,
    keys.sortArtist,
    keys.sortAlbum,
    track.discNumber ?? 1,
    track.trackNumber ?? 0,
    track.year,
    track.durationMs,
  )
}
