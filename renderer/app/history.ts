import { historyAtom, store, travel } from '../state/index.ts'

/**
 * Ties the pages to the browser's own history, so that its back button, a mouse's side buttons and gestures work. The
 * browser keeps only a number: which of our pages it means.
 */
export function followBrowserHistory(): void {
  window.history.replaceState({ at: 0 }, '')
  let known = store.get(historyAtom)
  store.sub(historyAtom, () => {
    const next = store.get(historyAtom)
    if (next.at > known.at) window.history.pushState({ at: next.at }, '')
    else if (next.at === known.at) window.history.replaceState({ at: next.at }, '')
    known = next
  })
  window.addEventListener('popstate', (event: PopStateEvent) => {
    const at = placeOf(event.state)
    if (at === null) return
    known = travel(known, at - known.at)
    store.set(historyAtom, known)
  })
}

function placeOf(state: unknown): number | null {
  if (typeof state !== 'object' || state === null || !('at' in state)) return null
  return typeof state.at === 'number' ? state.at : null
}
