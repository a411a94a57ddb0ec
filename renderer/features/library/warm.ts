import type { createStore } from 'jotai'
import type { Bridge } from '../../../src/contract/index.ts'
import { albumSource, artistSource, prepareAnswer, trackSource } from '../../state/index.ts'
import type { ListSource } from '../../state/index.ts'
import { dayInWords, lengthInWords, momentInWords } from '../../ui/format/index.ts'
import { albumViewAtom, artistViewAtom, likedViewAtom, trackViewAtom } from './viewState.ts'

/**
 * Asks for the first rows of the library's tabs, one after the other while there is nothing else to do: the tab that is opened
 * then shows them at once, and asks again whether they are still so.
 */
export async function warmLibrary(
  bridge: Bridge,
  store: ReturnType<typeof createStore>,
  locale: string,
): Promise<void> {
  const lists = [
    () => firstRows(albumSource(bridge, store.get(albumViewAtom))),
    () => firstRows(trackSource(bridge, { scope: { kind: 'all' }, ...store.get(trackViewAtom) })),
    () => firstRows(artistSource(bridge, store.get(artistViewAtom))),
    () => firstRows(trackSource(bridge, { scope: { kind: 'liked' }, ...store.get(likedViewAtom) })),
    () => prepareAnswer(bridge, 'library.subfolders', { path: null }),
    // What writes days and lengths is made with the first one that is written, which takes longer than a row.
    () => dayInWords(0, 0, locale),
    () => lengthInWords(0, locale),
    () => momentInWords(0, locale),
  ]
  for (const ask of lists) {
    await idle()
    await ask()
  }
}

/** Until the first rows of a list are here, or cannot be had. A list works while somebody listens. */
function firstRows<Row>(source: ListSource<Row>): Promise<void> {
  return new Promise((resolve) => {
    const stop = source.subscribe(() => {
      stop()
      resolve()
    })
  })
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve())
  })
}
