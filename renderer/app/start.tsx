import { Provider } from 'jotai'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { createTranslator, pickLanguage } from '../../src/i18n/index.ts'
import { connectHost } from '../bridge/index.ts'
import { createCommands, listenForCommands, mediaSession } from '../features/commands/index.ts'
import { createNotices } from '../features/notices/index.ts'
import { createAsk, createOpener, PathsContext } from '../features/open/index.ts'
import { createEngine } from '../player/engine/index.ts'
import { createPlayer, pageParts } from '../player/index.ts'
import { ServicesContext, settingsAtom, store } from '../state/index.ts'
import type { Services } from '../state/index.ts'
import { App } from './App.tsx'
import { followBackend, followHandedOver, followNotices, followPlayer, followSystemTheme } from './follow.ts'
import { followBrowserHistory } from './history.ts'
import { warmRooms } from './warm.ts'
import { allowListening } from './listening.ts'

/** The composition root of the page: bridge, engine, player, commands, and React on top. */
export async function start(): Promise<void> {
  const { instance, t } = createTranslator(pickLanguage('system', navigator.languages))
  const host = connectHost()
  const { bridge } = host
  followSystemTheme()
  followBackend(host)
  const engine = await createEngine()
  allowListening(engine, new URL(location.href))
  const player = createPlayer({
    engine,
    bridge,
    settings: { get: () => store.get(settingsAtom), subscribe: (listener) => store.sub(settingsAtom, listener) },
    ...pageParts(),
  })
  const notices = createNotices(t)
  const opener = createOpener({ bridge, player, store, notices, t, ask: createAsk(host) })
  const commands = createCommands({ bridge, player, store, notices, opener, t })
  const services: Services = { bridge, player, commands }
  followPlayer(player)
  followNotices(player, notices, t)
  followHandedOver(bridge, commands)
  followBrowserHistory()
  listenForCommands(commands, bridge)
  mediaSession(player, commands)
  warmRooms()

  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no root to mount on')
  createRoot(root).render(
    <StrictMode>
      <Provider store={store}>
        <I18nextProvider i18n={instance}>
          <ServicesContext value={services}>
            <PathsContext value={host.pathsOf}>
              <App />
            </PathsContext>
          </ServicesContext>
        </I18nextProvider>
      </Provider>
    </StrictMode>,
  )
}
