import { type AppInfo, type Emit, FailureError, type Handlers, failure } from '../../src/contract/index.ts'
import type { CacheRoom } from './cache/index.ts'
import type { Clients } from './clients.ts'
import type { HistoryStore } from './history/index.ts'
import type { LibraryRoom } from './library/room.ts'
import { type LibraryIndex, createListHandlers } from './library/lists/index.ts'
import type { ImportRoom, RecordingFinder } from './imports/index.ts'
import { isAllowedLink } from './links.ts'
import { type LoudnessStore, createLoudnessHandlers } from './loudness/index.ts'
import type { NodeRoom } from './nodelink/index.ts'
import type { Playable } from './playable.ts'
import type { PlaylistRoom } from './playlists/index.ts'
import type { SearchRoom } from './search/index.ts'
import type { SessionStore } from './session/index.ts'
import type { SettingsStore } from './settings/index.ts'
import type { SpotifyHandlers } from './spotify/index.ts'
import { createStorageHandlers } from './storage/index.ts'
import type { Store } from './store/index.ts'
import { createStreamHandlers, type Streams } from './streams/index.ts'

/** What the calls of the contract are made of. */
export interface HandlerParts {
  readonly dataFolder: string
  readonly store: Store
  readonly info: () => AppInfo
  readonly openLink: (url: string) => Promise<void> | void
  readonly choosePaths: ((kind: 'files' | 'folder') => Promise<readonly string[]>) | undefined
  readonly settings: SettingsStore
  readonly session: SessionStore
  readonly history: HistoryStore
  readonly playable: Playable
  readonly library: LibraryRoom
  readonly playlists: PlaylistRoom
  readonly imports: ImportRoom
  readonly recordingFinder: RecordingFinder
  readonly loudness: LoudnessStore
  readonly search: SearchRoom
  readonly nodes: NodeRoom
  readonly spotify: { readonly handlers: SpotifyHandlers }
  readonly streams: Streams
  readonly cache: CacheRoom
  readonly libraryIndex: LibraryIndex
  /** Writes tracks that a full disk kept in memory: queue and history name them. */
  readonly saveUnsavedTracks: () => void
  readonly clients: Clients
  readonly emit: Emit
}

/** One handler per call of the contract. */
export function createHandlers(parts: HandlerParts): Handlers {
  const { settings, session, history, playable, clients, emit } = parts
  return {
    ...parts.library.handlers,
    ...parts.playlists.handlers,
    ...parts.imports.handlers,
    ...parts.recordingFinder.handlers,
    ...createLoudnessHandlers(parts.loudness),
    ...parts.search.handlers,
    ...parts.nodes.handlers,
    ...parts.spotify.handlers,
    ...createStreamHandlers(parts.streams),
    ...createListHandlers(parts.libraryIndex),
    ...parts.cache.handlers,
    ...createStorageHandlers({
      dataFolder: parts.dataFolder,
      store: parts.store,
      cache: parts.cache,
      now: Date.now,
    }),
    'app.info': () => parts.info(),
    'app.openLink': async ({ url }) => {
      if (!isAllowedLink(url)) throw new FailureError(failure('bad-input'))
      await parts.openLink(url)
      return null
    },

    'settings.get': () => settings.get(),
    'settings.update': (patch) => settings.update(patch),

    'demo.album': () => playable.demo.album(),

    'files.open': ({ paths, taskId }, { signal, clientId }) =>
      playable.files.openPaths(paths, {
        taskId,
        signal,
        // Names of files are for the page that asked.
        emit: (progress) => emit('files.progress', progress, (id) => id === clientId),
      }),
    'files.choose': async ({ kind }) => {
      if (parts.choosePaths === undefined) throw new FailureError(failure('bad-input'))
      return parts.choosePaths(kind)
    },

    'session.load': (_input, { signal }) => session.load(signal),
    'session.tracks': ({ trackIds }) => session.tracks(trackIds),
    'session.saveQueue': (queue) => {
      parts.saveUnsavedTracks()
      session.saveQueue(queue)
      return null
    },
    'session.savePlace': (place) => {
      session.savePlace(place)
      return null
    },

    'history.record': (play) => {
      parts.saveUnsavedTracks()
      history.record(play)
      return null
    },
    'history.recent': ({ limit }) => history.recent(limit),

    'playback.claim': (_input, { clientId }) => {
      clients.claim(clientId)
      return null
    },
  }
}
