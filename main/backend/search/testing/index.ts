import type { Track } from '../../../../src/music/index.ts'
import { silentLog } from '../../log/index.ts'
import { type OpenedStore, type Store, createTrackRepository, openStore } from '../../store/index.ts'
import { sampleTrack, temporaryFolder } from '../../store/testing/index.ts'
import { fold } from '../fold.ts'
import type { SearchIndex } from '../searchIndex.ts'

/** An empty store in a folder of its own. */
export function emptyStore(): OpenedStore {
  return openStore({ folder: temporaryFolder(), log: silentLog })
}

/** Puts tracks into the library the way a scan does, with row ids from 1, and answers the row ids. */
export function fillLibrary(store: Store, index: SearchIndex, tracks: readonly Track[]): readonly number[] {
  const repository = createTrackRepository(store)
  return store.transaction(() => {
    store.run(`INSERT OR IGNORE INTO library_folder (id, path, state, added_at) VALUES (1, '/music', 'ready', 0)`)
    repository.saveTracks(
      tracks.map((track) => ({ track, path: track.location, sizeBytes: 1, modifiedMs: 1, coverHash: null })),
    )
    const before = store.numbers('SELECT ifnull(max(row_id), 0) FROM library_track')[0] ?? 0
    return tracks.map((track, place) => {
      const rowId = before + place + 1
      store.run(
        `INSERT INTO library_track (row_id, track_id, folder_id, directory, home, fingerprint, beside_stamp, scan_id,
           added_at, tags_json, sort_title, sort_artist, sort_album, disc, number)
         VALUES (?, ?, 1, '/music', '/music', ?, '', 1, 0, '{}', ?, ?, ?, 1, 1)`,
        rowId,
        track.id,
        track.id,
        fold(track.title),
        fold(track.artists.join(' ')),
        fold(track.albumTitle ?? ''),
      )
      index.indexTrack(rowId, track)
      return rowId
    })
  })
}

/** A track of the library by its names alone. */
export function namedTrack(
  id: string,
  title: string,
  artist = 'Somebody',
  albumTitle: string | null = null,
  changes: Partial<Track> = {},
): Track {
  return sampleTrack(id, { title, artists: [artist], albumTitle, albumArtist: null, ...changes })
}
