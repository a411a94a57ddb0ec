import { useSyncExternalStore } from 'react'

/** Where player-bar.module.css has less room for the track: the slider opens above its button, the format stands at the end. */
const narrow = '(max-width: 999px)'

/** Whether the window is that narrow. */
export function useNarrow(): boolean {
  return useSyncExternalStore(onNarrowChange, isNarrow)
}

function onNarrowChange(onChange: () => void): () => void {
  const query = window.matchMedia(narrow)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}

function isNarrow(): boolean {
  return window.matchMedia(narrow).matches
}
