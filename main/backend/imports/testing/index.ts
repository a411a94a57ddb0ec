import { trackObject } from '../../../../testkit/spotify/library.ts'
import { type CallInput, type CallOutput, type EventPayload, events } from '../../../../src/contract/index.ts'
import type { ImportJob } from '../../../../src/imports/index.ts'
import type { Track } from '../../../../src/music/index.ts'
import { silentLog } from '../../log/index.ts'
import type { NodeFinder } from '../../nodelink/finding/index.ts'
import { createPlaylistRoom, type PlaylistRoom } from '../../playlists/index.ts'
import { createSearchIndex } from '../../search/index.ts'
import { fillLibrary } from '../../search/testing/index.ts'
import { readRow } from '../../spotify/answers/index.ts'
import type { SpotifyClient } from '../../spotify/index.ts'
import { createTrackRepository, openStore, type Store } from '../../store/index.ts'
import { sampleTrack } from '../../store/testing/index.ts'
import { createImportRoom, type ImportRoom } from '../index.ts'

/** A call's context. */
export const context = { signal: new AbortController().signal, clientId: 'page' }

/** Imports over a data folder, with the playlists beside them. */
export interface TestImports {
  readonly store: Store
  readonly room: ImportRoom
  readonly playlists: PlaylistRoom
  addToLibrary(tracks: readonly Track[]): void
  start(input: CallInput<'imports.start'>): Promise<readonly ImportJob[]>
  jobs(): Promise<readonly ImportJob[]>
  /** All imports, once none of them is under way. */
  settled(): Promise<readonly ImportJob[]>
  rows(id: string, only?: CallInput<'imports.rows'>['only']): Promise<CallOutput<'imports.rows'>['rows']>
  /** Titles of what is in a playlist, in its order. */
  titles(playlistId: string | null): Promise<readonly string[]>
  close(): Promise<void>
}

export interface TestImportsOptions {
  readonly folder: string
  readonly spotify?: () => SpotifyClient
  readonly finder?: NodeFinder
  readonly finderOfSeen?: NodeFinder
  /** Stands between the app and its store. */
  readonly through?: (store: Store) => Store
  readonly onEvent?: (jobs: EventPayload<'imports.changed'>) => void
}

/** No server is set up. */
export const noServers: NodeFinder = {
  isThere: () => false,
  async *find() {
    yield* []
  },
}

export function openImports(options: TestImportsOptions): TestImports {
  const { folder, finder = noServers, through = (store) => store } = options
  const opened = openStore({ folder, log: silentLog })
  const store = through(opened)
  const tracks = createTrackRepository(opened)
  const index = createSearchIndex(opened)
  index.begin()
  const playlists = createPlaylistRoom({ store, tracks, emit: () => undefined, log: silentLog })
  const listeners = new Set<() => void>()
  const room = createImportRoom({
    store,
    playlists,
    finder,
    ...(options.finderOfSeen !== undefined && { finderOfSeen: options.finderOfSeen }),
    spotify:
      options.spotify ??
      (() => {
        throw new Error('nobody asked for Spotify')
      }),
    tracksByIds: (ids) => tracks.tracksByIds(ids).map(({ track }) => track),
    log: silentLog,
    emit(name, payload) {
      if (name !== 'imports.changed') return
      for (const listener of listeners) listener()
      options.onEvent?.(importsOf(payload))
    },
  })
  const { handlers } = room
  const jobs = async (): Promise<readonly ImportJob[]> => handlers['imports.list'](null, context)
  return {
    store: opened,
    room,
    playlists,
    addToLibrary: (added) => void fillLibrary(opened, index, added),
    start: async (input) => (await handlers['imports.start'](input, context)).jobs,
    jobs,
    async settled() {
      for (;;) {
        const heard = new Promise<void>((resolve) => listeners.add(resolve))
        const all = await jobs()
        if (all.every(({ state }) => state.kind === 'done' || state.kind === 'stopped')) return all
        await heard
        listeners.clear()
      }
    },
    rows: async (id, only = null) =>
      (await handlers['imports.rows']({ id, range: { from: 0, to: 1000 }, only }, context)).rows,
    async titles(playlistId) {
      const ids = playlistId === null ? [] : await playlists.trackIds(playlistId)
      const byId = new Map(tracks.tracksByIds(ids).map(({ track }): [string, string] => [track.id, track.title]))
      return ids.map((id) => byId.get(id) ?? '')
    },
    async close() {
      await room.close()
      playlists.close()
      opened.close()
    },
  }
}

function importsOf(payload: unknown): EventPayload<'imports.changed'> {
  return events['imports.changed'].parse(payload)
}

/** The library's own copy of what the stand-in for Spotify lists under this name. */
export function copyOf(name: string, changes: Partial<Track> = {}): Track {
  const row = readRow({ added_at: null, item: trackObject(name) })
  if (!('track' in row)) throw new Error('no track')
  const { title, artists, album, durationMs, isrc } = row.track
  return sampleTrack(`copy of ${name}`, {
    title,
    artists,
    albumTitle: album,
    durationMs,
    isrc,
    location: `/music/${name}.flac`,
    ...changes,
  })
}
