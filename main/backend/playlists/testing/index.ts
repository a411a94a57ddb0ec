import { type EventName, type EventPayload, events as eventSchemas } from '../../../../src/contract/index.ts'
import type { Track } from '../../../../src/music/index.ts'
import { silentLog } from '../../log/index.ts'
import { fold } from '../../search/index.ts'
import { type OpenedStore, createTrackRepository, openStore } from '../../store/index.ts'
import { sampleStoredTrack } from '../../store/testing/index.ts'
import { type PlaylistRoom, createPlaylistRoom } from '../index.ts'

/** Likes and playlists over a store of their own. */
export interface TestRoom {
  readonly store: OpenedStore
  readonly room: PlaylistRoom
  /** Events sent so far, in order. */
  readonly events: readonly { readonly name: EventName; readonly payload: unknown }[]
  /** The next `playlists.changed`. */
  nextAnnouncement(): Promise<EventPayload<'playlists.changed'>>
  /** Unix time in ms, for tests to move on. */
  readonly clock: { now: number }
  close(): void
}

/** Opens a room in a folder. Time stands still. */
export function openRoom(folder: string): TestRoom {
  const store = openStore({ folder, log: silentLog })
  const clock = { now: 1_700_000_000_000 }
  const events: { name: EventName; payload: unknown }[] = []
  const waiting: ((payload: EventPayload<'playlists.changed'>) => void)[] = []
  const room = createPlaylistRoom({
    store,
    tracks: createTrackRepository(store, () => clock.now),
    log: silentLog,
    now: () => clock.now,
    emit: (name, payload) => {
      events.push({ name, payload })
      if (name === 'playlists.changed') for (const resolve of waiting.splice(0)) resolve(announced(payload))
    },
  })
  return {
    store,
    room,
    events,
    clock,
    nextAnnouncement: () => new Promise((resolve) => waiting.push(resolve)),
    close() {
      room.close()
      store.close()
    },
  }
}

function announced(payload: unknown): EventPayload<'playlists.changed'> {
  return eventSchemas['playlists.changed'].parse(payload)
}

/** Saves tracks with these ids, as files. */
export function saveTracks(store: OpenedStore, ids: readonly string[]): void {
  createTrackRepository(store).saveTracks(ids.map((id) => sampleStoredTrack(id)))
}

/** Puts tracks into the library, after those that are there. */
export function saveLibraryTracks(store: OpenedStore, tracks: readonly Track[], addedAt = 0): void {
  createTrackRepository(store).saveTracks(tracks.map((track) => sampleStoredTrack(track.id, { track })))
  store.transaction(() => {
    store.run(`INSERT OR IGNORE INTO library_folder (id, path, state, added_at) VALUES (1, '/music', 'ready', 0)`)
    for (const track of tracks) {
      store.run(
        `INSERT INTO library_track (track_id, folder_id, directory, home, fingerprint, beside_stamp, scan_id, added_at,
           tags_json, sort_title, sort_artist, sort_album, disc, number, year, duration_ms)
         VALUES (?, 1, '/music', '/music', '', '', 1, ?, '{}', ?, ?, ?, ?, ?, ?, ?)`,
        track.id,
        addedAt,
        fold(track.title),
        fold(track.artists.join(' ')),
        fold(track.albumTitle ?? ''),
        track.discNumber ?? 1,
        track.trackNumber ?? 0,
        track.year,
        track.durationMs,
      )
    }
  })
}

/** A call's context. */
export const context = { signal: new AbortController().signal, clientId: 'page' }
