import type { Bridge } from '../../src/contract/index.ts'
import { prepareAnswer } from './answers.ts'
import { trackSource } from './lists/index.ts'
import type { Page } from './pages.ts'
import { playlistFirstRows } from './playlists.ts'
import { useServices } from './services.ts'
import { useAim } from './useAim.ts'
import type { AimHandlers } from './useAim.ts'

/** A page that was aimed at is opened within this time, in ms, or its tracks are no longer followed. */
const openedWithinMs = 3000

/**
 * Asks for what a page shows while the pointer is still on its way to the click. `pageOf`: what a click at this target would
 * open, if anything.
 */
export function usePreparePage(pageOf: (target: EventTarget) => Page | null): AimHandlers {
  const { bridge } = useServices()
  const prepare = (page: Page) => preparePage(bridge, page)
  return useAim({ itemAt: pageOf, keyOf: (page) => JSON.stringify(page), onAim: prepare, onPress: prepare })
}

function preparePage(bridge: Bridge, page: Page): void {
  switch (page.kind) {
    case 'album':
      void prepareAnswer(bridge, 'library.album', { id: page.id })
      return
    case 'artist':
      void prepareAnswer(bridge, 'library.artist', { id: page.id })
      prepareTracks(bridge, { kind: 'artist', id: page.id })
      return
    case 'folder':
      void prepareAnswer(bridge, 'library.subfolders', { path: page.path })
      prepareTracks(bridge, { kind: 'folder', path: page.path })
      return
    case 'playlist':
      void prepareAnswer(bridge, 'playlists.entries', { id: page.id, range: playlistFirstRows })
      return
    default:
  }
}

function prepareTracks(bridge: Bridge, scope: { kind: 'artist'; id: string } | { kind: 'folder'; path: string }): void {
  const source = trackSource(bridge, { scope, sort: 'own', descending: false, filter: '' })
  // A list works while somebody listens.
  const stop = source.subscribe(() => undefined)
  setTimeout(stop, openedWithinMs)
}
