import {
  contextAtom,
  recentSearchesAtom,
  searchAtom,
  withAnswer,
  withFailure,
  withSources,
  withText,
} from '../../state/index.ts'
import type { CommandEnvironment } from './environment.ts'
import type { ArgumentCommands } from './types.ts'
import { showPage } from './view.ts'

/** Of tracks, in one search. */
const mostTracks = 60

/** The box in which one types; it is always there. */
const boxId = 'search-box'

/** Searching, and what was searched for. Each search has an id of its own, so that the last one typed wins. */
export function searchCommands({ store, bridge, notices }: CommandEnvironment) {
  let begun = 0
  bridge.on('search.results', (answer) => store.set(searchAtom, (view) => withAnswer(view, answer)))

  const search = async (text: string) => {
    begun += 1
    const searchId = `search-${begun}`
    store.set(searchAtom, (view) => withText(view, text, searchId))
    if (text.trim() === '') return
    const reply = await bridge.call('search.start', { searchId, text, limit: mostTracks })
    store.set(searchAtom, (view) =>
      reply.ok ? withSources(view, searchId, reply.value.sources) : withFailure(view, searchId, reply.error),
    )
  }
  const readRecent = async () => {
    const reply = await bridge.call('search.recent', null)
    if (reply.ok) store.set(recentSearchesAtom, reply.value)
  }
  const remember = async () => {
    const text = store.get(searchAtom).text.trim()
    if (text === '') return
    const reply = await bridge.call('search.remember', { text })
    if (reply.ok) await readRecent()
  }
  const forget = async (text: string | null) => {
    const reply = await bridge.call('search.forget', { text })
    if (reply.ok) await readRecent()
    else notices.fail(reply.error)
  }

  // What a scan brings is found without typing it again.
  bridge.on('library.changed', () => {
    const { searchId, text } = store.get(searchAtom)
    if (searchId !== null) void search(text)
  })
  // Playing from the results, in whichever way, is using them.
  let playsFrom = store.get(contextAtom)?.title
  store.sub(contextAtom, () => {
    const context = store.get(contextAtom)
    if (context?.kind === 'search' && context.title !== playsFrom) void remember()
    playsFrom = context?.title
  })

  return {
    search: () => {
      showPage(store, { kind: 'search' })
      const box = document.getElementById(boxId)
      box?.focus()
      if (box instanceof HTMLInputElement) box.select()
    },
    'search-for': ({ text }: ArgumentCommands['search-for']) => {
      if (text.trim() !== '') showPage(store, { kind: 'search' })
      void search(text)
    },
    'read-searches': () => void readRecent(),
    'remember-search': () => void remember(),
    'forget-search': ({ text }: ArgumentCommands['forget-search']) => void forget(text),
  }
}
