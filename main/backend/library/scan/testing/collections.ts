import { silentLog } from '../../../log/index.ts'
import { createPlaylistRoom } from '../../../playlists/index.ts'
import { createTrackRepository, type Store } from '../../../store/index.ts'
import type { TestLibrary } from './library.ts'

/** The music that was in a track when the person liked it or put it into a playlist. */
export interface Kept {
  readonly trackId: string
  readonly fingerprint: string
  /** What the file at the track's path sounds like. */
  readonly sound: number
  readonly title: string
}

/** What a person liked and put into a playlist, in the store, beside what they remember of it. */
export async function openCollections(store: Store) {
  const room = createPlaylistRoom({
    store,
    tracks: createTrackRepository(store),
    emit: () => undefined,
    log: silentLog,
  })
  const context = { signal: new AbortController().signal, clientId: 'page' }
  const { handlers } = room
  const playlist = await handlers['playlists.create']({ name: 'Mine', trackIds: [], rules: null }, context)
  /** By recording: one that is here as another track since is liked as that one. */
  const likes = new Map<string, Kept>()
  const rows: Kept[] = []
  return {
    tracksChanged: () => room.tracksChanged(),
    replaced: (pairs: Parameters<typeof room.replaced>[0]) => room.replaced(pairs),

    async like(kept: Kept): Promise<void> {
      await handlers['likes.set']({ trackIds: [kept.trackId], liked: true }, context)
      likes.set(kept.fingerprint, kept)
    },

    async addToPlaylist(kept: Kept): Promise<void> {
      const adding = { id: playlist.id, trackIds: [kept.trackId], beforeEntryId: null, allowDuplicates: true }
      await handlers['playlists.add'](adding, context)
      rows.push(kept)
    },

    /** What is remembered beside what the store says, likes first. Reading it is what a page does after a change. */
    async read(library: TestLibrary) {
      const known = new Map(library.rows().map((row) => [row.track_id, row]))
      const fingerprintOf = (id: string) => known.get(id)?.fingerprint ?? `nothing (${id})`
      const liked = await handlers['likes.ids'](null, context)
      const range = { from: 0, to: 500 }
      const page = await handlers['playlists.entries']({ id: playlist.id, range }, context)
      return {
        /** The music of likes and of the playlist, in its order, as it should be and as it is. */
        expected: [...[...likes.keys()].toSorted(), ...rows.map(({ fingerprint }) => fingerprint)],
        stored: [
          ...[...new Set(liked.map(fingerprintOf))].toSorted(),
          ...page.rows.map(({ track }) => fingerprintOf(track.id)),
        ],
        found: [
          ...liked.map((id) => ({ kept: likes.get(fingerprintOf(id)), row: known.get(id), shown: undefined })),
          // As the playlist shows it.
          ...page.rows.map(({ track }, index) => ({ kept: rows[index], row: known.get(track.id), shown: track })),
        ],
      }
    },

    close: () => room.close(),
  }
}

export type Collections = Awaited<ReturnType<typeof openCollections>>
