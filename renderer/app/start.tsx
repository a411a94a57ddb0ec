import type { i18n } from 'i18next'
import { Provider } from 'jotai'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Bridge } from '../../src/contract/index.ts'
import { failure } from '../../src/failure/index.ts'
import { createTranslator, speak } from '../../src/i18n/index.ts'
import { connectHost } from '../bridge/index.ts'
import type { Host } from '../bridge/index.ts'
import { createCommands, listenForCommands, mediaSession, shortcutsAtom } from '../features/commands/index.ts'
import { createNotices } from '../features/notices/index.ts'
import { createAsk, createOpener, createPlaylistFiles, filesOver, PathsContext } from '../features/open/index.ts'
import { createPreviewPlayer } from '../features/preview/index.ts'
import { createEngine } from '../player/engine/index.ts'
import { createPlayer, pageParts } from '../player/index.ts'
import type { ConnectionSource, SettingsSource } from '../player/index.ts'
import {
  ServicesContext,
  collectionOfQueue,
  connectedAtom,
  idleView,
  openedAtom,
  playerReadyAtom,
  settingsAtom,
  store,
  withRestored,
} from '../state/index.ts'
import type { Collection, Services } from '../state/index.ts'
import { TranslationProvider } from '../ui/translation/index.ts'
import { App } from './App.tsx'
import { followStreams } from './streams.ts'
import { followBackend, followHandedOver, followNotices, followPlayer, followSystemTheme } from './follow.ts'
import { followImports } from './followImports.ts'
import { followLibrary } from './followLibrary.ts'
import { followBrowserHistory } from './history.ts'
import { firstLanguage } from './language.ts'
import { createLatePlayer } from './latePlayer.ts'
import { allowListening } from './listening.ts'
import { warmRooms } from './late.tsx'

/** The composition root of the page: bridge, engine, player, commands, and React on top. */
export async function start(): Promise<void> {
  performance.mark('melofy:script')
  const { instance, t } = createTranslator()
  const host = connectHost()
  const { bridge } = host
  followSystemTheme()
  followBackend(host)
  const player = createLatePlayer(idleView)
  const parts = pageParts()
  const notices = createNotices(t, () => store.get(connectedAtom))
  const opener = createOpener({
    files: filesOver(bridge),
    player,
    store,
    notices,
    t,
    ask: createAsk(host),
    newId: parts.newId,
  })
  const settings: SettingsSource = {
    get: () => store.get(settingsAtom),
    subscribe: (listener) => store.sub(settingsAtom, listener),
  }
  const preview = createPreviewPlayer({ player, store, createEngine, settings, mediaUrl: parts.mediaUrl })
  const commands = createCommands({
    bridge,
    player,
    store,
    notices,
    opener,
    playlistFiles: createPlaylistFiles(host.pathsOf),
    preview,
    t,
  })
  followPlayer(player)
  followStreams(host)
  followNotices(player, notices, t)
  followLibrary(host, notices, t)
  followImports(host, { commands, notices, t })
  followHandedOver(bridge, commands)
  followBrowserHistory()
  listenForCommands(commands, bridge, () => store.get(shortcutsAtom))
  await speak(instance, firstLanguage())
  mount({ bridge, player, commands }, host, instance)
  mediaSession(player, commands)
  void warmRooms()
    .then(() => import('../features/library/warm.ts'))
    .then(({ warmLibrary }) => warmLibrary(bridge, store, instance.language))
    // A page that was rebuilt under our feet: its lists come when they are opened.
    .catch(() => undefined)

  // The page does not wait for the engine, and the engine waits until the page has shown itself once.
  await firstPaint()
  const engine = await createEngine().catch(() => null)
  if (!engine) {
    notices.fail(failure('output-unavailable'))
    return
  }
  performance.mark('melofy:engine')
  allowListening(engine, new URL(location.href))
  const connection: ConnectionSource = {
    isConnected: () => store.get(connectedAtom),
    subscribe: (listener) => store.sub(connectedAtom, listener),
  }
  const real = createPlayer({ engine, bridge, settings, connection, ...parts })
  await real.restored
  void listOpened(bridge, collectionOfQueue(real.view.queue))
  player.arrive(real)
  store.set(playerReadyAtom, true)
  // Fetched once the page is at rest: it begins long after the start anyway.
  requestIdleCallback(() => {
    engine.rehearse()
    const measure = import('../analysis/index.ts').then(({ measureInBackground }) =>
      measureInBackground({ bridge, player: real, settings, connection, ...parts }),
    )
    // A page that was rebuilt under our feet: the next one will measure.
    measure.catch(() => undefined)
  })
}

/** Lists again what the stored queue was opened from. An album of the library has its place there. */
async function listOpened(bridge: Bridge, collection: Collection | null): Promise<void> {
  if (collection?.kind === 'album') {
    const known = await bridge.call('library.album', { id: collection.id })
    if (known.ok && known.value !== null) return
  }
  store.set(openedAtom, (opened) => withRestored(opened, collection))
}

const longestWaitMs = 250

/** After the next frame was shown; a page in the background shows none, so the wait has an end. */
function firstPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve))
    setTimeout(resolve, longestWaitMs)
  })
}

function mount(services: Services, host: Host, instance: i18n): void {
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no root to mount on')
  createRoot(root).render(
    <StrictMode>
      <Provider store={store}>
        <TranslationProvider instance={instance}>
          <ServicesContext value={services}>
            <PathsContext value={host.pathsOf}>
              <App />
            </PathsContext>
          </ServicesContext>
        </TranslationProvider>
      </Provider>
    </StrictMode>,
  )
}
