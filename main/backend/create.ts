import {
  type AppInfo,
  type CallContext,
  type CallInput,
  type Emit,
  FailureError,
  type Handlers,
  type Reply,
  type Unsubscribe,
  failure,
} from '../../src/contract/index.ts'
import { type ClientListener, createClients } from './clients.ts'
import { dispatch } from './dispatch.ts'
import { createHistory } from './history/index.ts'
import { isAllowedLink } from './links.ts'
import type { Log } from './log/index.ts'
import { createSession } from './session/index.ts'
import { createSettings } from './settings/index.ts'
import { createTrackRepository, openStore } from './store/index.ts'

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
  const { log } = options
  const store = openStore({ folder: options.dataFolder, log: log.scope('store') })
  const clients = createClients()
  const tracks = createTrackRepository(store)
  const settings = createSettings(store, (changed) => clients.emit('settings.changed', changed))
  const session = createSession(store, tracks)
  const history = createHistory(store, (play) => clients.emit('history.changed', play))

  const handlers: Handlers = {
    'app.info': () => ({
      version: options.version,
      host: options.host,
      platform: options.platform,
      notice: store.notice,
    }),
    'app.openLink': async ({ url }) => {
      if (!isAllowedLink(url)) throw new FailureError(failure('bad-input'))
      await options.openLink(url)
      return null
    },
    'settings.get': () => settings.get(),
    'settings.update': (patch) => settings.update(patch),
    'demo.album': () => {
      throw new FailureError(failure('not-found'))
    },
    'files.open': () => {
      throw new FailureError(failure('not-found'))
    },
    'files.choose': async ({ kind }) => {
      if (options.choosePaths === undefined) throw new FailureError(failure('bad-input'))
      return options.choosePaths(kind)
    },
    'session.load': (_input, { signal }) => session.load(signal),
    'session.saveQueue': (queue) => {
      session.saveQueue(queue)
      return null
    },
    'session.savePlace': (place) => {
      session.savePlace(place)
      return null
    },
    'history.record': (play) => {
      history.record(play)
      return null
    },
    'history.recent': ({ limit }) => history.recent(limit),
    'playback.claim': (_input, { clientId }) => {
      clients.claim(clientId)
      return null
    },
  }

  return {
    handlers,
    dispatch: (name, input, context) => dispatch(handlers, name, input, context, log),
    connect: clients.connect,
    emit: clients.emit,
    media: async () => new Response(null, { status: 404 }),
    async close() {
      store.close()
    },
  }
}
