import {
  type AppInfo,
  type CallContext,
  type CallInput,
  type Emit,
  type Handlers,
  type Reply,
  type Unsubscribe,
} from '../../src/contract/index.ts'
import { createCacheRoom } from './cache/index.ts'
import { type ClientListener, createClients } from './clients.ts'
import { dispatch } from './dispatch.ts'
import { createHandlers } from './handlers.ts'
import { createHistory } from './history/index.ts'
import { scheduleHousekeeping } from './housekeeping.ts'
import { createImportRoom, createRecordingFinder, scheduleImports } from './imports/index.ts'
import { createLibraryRoom } from './library/room.ts'
import { createLibraryIndex } from './library/lists/index.ts'
import type { Log } from './log/index.ts'
import { createLoudness } from './loudness/index.ts'
import { createFoundLists, createNodeFinder, createNodeSource } from './nodelink/finding/index.ts'
import { createRecordings } from './nodelink/recordings/index.ts'
import { createNodeRoom } from './nodelink/index.ts'
import { createPlayable } from './playable.ts'
import { createPlaylistRoom } from './playlists/index.ts'
import { createSearchIndex, createSearchRoom } from './search/index.ts'
import { createKeyFileSealer, createSealerChain, createSecrets, type Sealer } from './secrets/index.ts'
import { createSession } from './session/index.ts'
import { createSettings } from './settings/index.ts'
import { createSpotify, type SpotifyAddresses } from './spotify/index.ts'
import { createTrackRepository, openStore } from './store/index.ts'
import { createStreams } from './streams/index.ts'

/** What the host (Electron or the browser host) hands in. */
export interface BackendOptions {
  /** Folder of all data; made when missing. One process at a time: see `acquireInstance`. */
  readonly dataFolder: string
  /** What the app ships: the demo album. */
  readonly resourcesFolder: string
  readonly host: AppInfo['host']
  readonly platform: AppInfo['platform']
  readonly version: string
  readonly log: Log
  /** Opens a checked link in the system's browser. */
  readonly openLink: (url: string) => Promise<void> | void
  /** Shows the system's file dialog; absent where there is none. Answers absolute paths, empty when dismissed. */
  readonly choosePaths?: (kind: CallInput<'files.choose'>['kind']) => Promise<readonly string[]>
  /** Longest silence of a node, or of a server with sound, that is borne, in ms; as long as is usual where left out. */
  readonly longestSilenceMs?: number
  /** Where Spotify lies; its own addresses where left out. Only tests say so. */
  readonly spotifyAddresses?: SpotifyAddresses
  /** The system's way to seal secrets; without one a key file in the data folder does. */
  readonly sealer?: Sealer
}

/** Everything behind the contract, as a host carries it. */
export interface Backend {
  readonly handlers: Handlers
  /** Checks the input and answers one call. Never rejects. */
  readonly dispatch: (name: string, input: unknown, context: CallContext) => Promise<Reply<unknown>>
  /** A page arrived; `listener` hears its events until the answer is called. */
  readonly connect: (clientId: string, listener: ClientListener) => Unsubscribe
  /** Sends an event of the host's own (menu commands, handed-over files) to the pages. */
  readonly emit: Emit
  /** Audio and images: paths that start with `/media/`. */
  readonly media: (request: Request) => Promise<Response>
  /** Ends all work and closes the store. */
  readonly close: () => Promise<void>
}

/** Puts the backend together. Opens the store and nothing else: all that can wait is done when it is first asked for. */
export async function createBackend(options: BackendOptions): Promise<Backend> {
  const { dataFolder, resourcesFolder, host, platform, version, log, longestSilenceMs = Infinity } = options
  const clients = createClients()
  const { emit } = clients
  const store = openStore({
    folder: dataFolder,
    log: log.scope('store'),
    onNotice: (notice) => emit('app.notice', notice),
  })
  const tracks = createTrackRepository(store)
  const settings = createSettings(store, (changed) => emit('settings.changed', changed))
  const session = createSession(store, tracks)
  const history = createHistory(store, (play) => emit('history.changed', play))
  const recordings = createRecordings({ store, tracks, now: Date.now })
  const artworkUrl = (trackId: string) => recordings.artworkUrl(trackId)
  const playable = createPlayable({
    dataFolder,
    resourcesFolder,
    host,
    tracks,
    artworkUrl,
    audioStream: (trackId) => streams.stream(trackId),
    log,
  })
  const keyFile = createKeyFileSealer(dataFolder)
  const secrets = createSecrets({
    store,
    sealer: options.sealer === undefined ? keyFile : createSealerChain([options.sealer, keyFile]),
    log: log.scope('secrets'),
  })
  const cache = createCacheRoom({ dataFolder, secrets, log: log.scope('cache'), now: Date.now })
  const nodes = createNodeRoom({ store, secrets, emit, log: log.scope('nodelink'), longestSilenceMs })
  const spotify = createSpotify({
    store,
    secrets,
    cache,
    emit,
    log: log.scope('spotify'),
    language: () => settings.get().language,
    // In a browser, the page that asked opens it: the browser may be somebody else's than the one this computer would open.
    openLink: host === 'browser' ? () => undefined : options.openLink,
    ...(options.spotifyAddresses !== undefined && { addresses: options.spotifyAddresses }),
  })
  const lists = createFoundLists()
  const searchIndex = createSearchIndex(store)
  const playlists = createPlaylistRoom({ store, tracks, emit, log: log.scope('playlists') })
  const libraryIndex = createLibraryIndex({
    store,
    onChange: (summary) => emit('library.changed', summary),
    playlistTrackIds: (playlistId) => playlists.trackIds(playlistId),
    foundTrackIds: (listId) => lists.trackIds(listId),
  })
  const library = createLibraryRoom({
    store,
    tags: playable.tags,
    coverFolder: playable.coverFolder,
    emit,
    log: log.scope('library'),
    indexTrack: (rowId, track) => searchIndex.indexTrack(rowId, track),
    onChanged: () => libraryIndex.changed(),
    onReplaced: (pairs) => {
      playlists.replaced(pairs)
      imports.replaced(pairs)
    },
  })
  const loudness = createLoudness({
    store,
    soonTrackIds: (limit) => session.soonTrackIds(limit),
    onChange: (change) => emit('loudness.changed', change),
    log: log.scope('loudness'),
  })
  const tracksByIds = (ids: readonly string[]) => tracks.tracksByIds(ids).map(({ track }) => track)
  const search = createSearchRoom({
    store,
    index: searchIndex,
    tracksByIds,
    playlists: () => playlists.summaries(),
    further: [createNodeSource({ nodes, recordings, lists, tracksByIds }), spotify.source],
    emit,
    log: log.scope('search'),
  })
  const finding = { nodes, recordings, tracksByIds, now: Date.now }
  const recordingFinder = createRecordingFinder({
    store,
    finder: createNodeFinder({ ...finding, urgency: 'search' }),
    tracksByIds,
  })
  const imports = createImportRoom({
    store,
    playlists,
    finder: createNodeFinder(finding),
    finderOfSeen: createNodeFinder({ ...finding, urgency: 'seen' }),
    spotify: () => spotify.room.client(),
    tracksByIds,
    emit,
    log: log.scope('imports'),
  })
  const streams = createStreams({
    dataFolder,
    nodes,
    recordings,
    quality: () => settings.get()['streaming.quality'],
    longestSilenceMs,
    bufferBytes: () => settings.get()['streaming.bufferMegabytes'] * 1e6,
    onChange: (info) => emit('streams.changed', info),
  })
  // The library's own events tell when what playlists hold, and what is known of its loudness, may have changed.
  clients.connect('backend', (name) => {
    if (name === 'history.changed') playlists.playsChanged()
    if (name === 'settings.changed') streams.settingsChanged()
    if (name !== 'library.changed') return
    playlists.tracksChanged()
    loudness.libraryChanged()
  })
  const stopHousekeeping = scheduleHousekeeping({ store, session, history, playable, playlists, recordings, log })
  const stopScheduledImports = scheduleImports(imports)
  /** Ends the calls that are under way when the app is closed. */
  const closing = new AbortController()
  const handlers = createHandlers({
    dataFolder,
    store,
    info: () => ({ version, host, platform, notice: store.notice }),
    openLink: options.openLink,
    choosePaths: options.choosePaths,
    settings,
    session,
    history,
    playable,
    library,
    playlists,
    imports,
    recordingFinder,
    loudness,
    search,
    nodes,
    spotify,
    streams,
    cache,
    libraryIndex,
    saveUnsavedTracks: () => tracks.saveUnsaved(),
    clients,
    emit,
  })

  return {
    handlers,
    dispatch(name, input, { clientId, signal }) {
      const untilClosed = AbortSignal.any([signal, closing.signal])
      return dispatch(handlers, name, input, { clientId, signal: untilClosed }, log)
    },
    connect: clients.connect,
    emit,
    media: playable.media,
    async close() {
      closing.abort()
      stopHousekeeping()
      stopScheduledImports()
      await imports.close()
      playlists.close()
      loudness.close()
      search.close()
      await streams.close()
      nodes.close()
      spotify.close()
      await library.close()
      libraryIndex.close()
      await playable.close()
      await cache.close()
      store.close()
    },
  }
}
