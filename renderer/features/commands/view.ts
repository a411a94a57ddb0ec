import {
  dialogAtom,
  historyAtom,
  panelAtom,
  pendingSettingsAtom,
  stageAtom,
  storedSettingsAtom,
  visit,
} from '../../state/index.ts'
import type { Page } from '../../state/index.ts'
import type { CommandEnvironment } from './environment.ts'
import type { ArgumentCommands } from './types.ts'

/** Opens a page, in front of everything. */
export function showPage(store: CommandEnvironment['store'], page: Page): void {
  store.set(stageAtom, false)
  store.set(historyAtom, (history) => visit(history, page))
}

/** What is on screen. */
export function viewCommands({ store, bridge, notices }: CommandEnvironment) {
  const show = (page: Page) => showPage(store, page)
  let lastChange = 0
  const changeSettings = async (patch: ArgumentCommands['change-settings']) => {
    lastChange += 1
    const change = lastChange
    store.set(pendingSettingsAtom, (pending) => ({ ...pending, ...patch }))
    const reply = await bridge.call('settings.update', patch)
    if (reply.ok) store.set(storedSettingsAtom, reply.value)
    else notices.fail(reply.error)
    // With the last answer nothing is on its way any more.
    if (change === lastChange) store.set(pendingSettingsAtom, {})
  }
  return {
    home: () => show({ kind: 'home' }),
    library: () => {
      const last = store.get(historyAtom).pages.findLast((page) => page.kind === 'library')
      show(last ?? { kind: 'library', tab: 'albums' })
    },
    settings: () => show({ kind: 'settings', section: 'playback' }),
    'open-page': ({ page }: ArgumentCommands['open-page']) => show(page),
    back: () => window.history.back(),
    forward: () => window.history.forward(),
    undo: () => notices.undo(),
    queue: () => {
      // Over the full-screen view the panel cannot be seen: there the command always means "show me".
      const covered = store.get(stageAtom)
      store.set(stageAtom, false)
      store.set(panelAtom, (panel) => (panel === 'queue' && !covered ? null : 'queue'))
    },
    'now-playing': () => store.set(stageAtom, (open) => !open),
    shortcuts: () => store.set(dialogAtom, (open) => (open === 'shortcuts' ? null : 'shortcuts')),
    palette: () => store.set(dialogAtom, (open) => (open === 'palette' ? null : 'palette')),
    'show-failure': ({ failure }: ArgumentCommands['show-failure']) => notices.fail(failure),
    'change-settings': (patch: ArgumentCommands['change-settings']) => void changeSettings(patch),
  }
}
