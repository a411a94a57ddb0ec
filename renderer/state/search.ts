import { atom } from 'jotai'
import type { EventPayload, Failure, SearchResults, SearchSource } from '../../src/contract/index.ts'

type Answer = EventPayload<'search.results'>

/** What one source has said. */
export interface SourceView {
  readonly id: SearchSource
  /** Its latest results, and the text they are for: while it works on a later one these stay. */
  readonly found: { readonly text: string; readonly results: SearchResults } | null
  readonly error: Failure | null
  readonly waiting: boolean
}

/**
 * A search as the page knows it. What was typed is the only truth: an answer counts when it is for the search that was
 * begun for exactly that text, and every other answer is dropped.
 */
export interface SearchView {
  readonly text: string
  /** The search for `text`; null while there is nothing to look for. */
  readonly searchId: string | null
  /** Who answers is not known yet. */
  readonly starting: boolean
  readonly sources: readonly SourceView[]
  /** Why no source could be asked at all. */
  readonly error: Failure | null
}

export const noSearch: SearchView = { text: '', searchId: null, starting: false, sources: [], error: null }

export const searchAtom = atom<SearchView>(noSearch)

/** What was searched for before, newest first; null until it arrived. */
export const recentSearchesAtom = atom<readonly string[] | null>(null)

/** A letter was typed or taken away. Results stay where they are until there are others. */
export function withText(view: SearchView, text: string, searchId: string): SearchView {
  if (text.trim() === '') return { ...noSearch, text }
  const sources = view.sources.map((source) => ({ ...source, waiting: true, error: null }))
  return { text, searchId, starting: true, sources, error: null }
}

/** The backend named who will answer. Some may have answered already. */
export function withSources(view: SearchView, searchId: string, ids: readonly SearchSource[]): SearchView {
  if (view.searchId !== searchId) return view
  const sources = ids.map(
    (id) => view.sources.find((source) => source.id === id) ?? { id, found: null, error: null, waiting: true },
  )
  return { ...view, starting: false, sources }
}

/** No source could be asked. */
export function withFailure(view: SearchView, searchId: string, error: Failure): SearchView {
  if (view.searchId !== searchId) return view
  const sources = view.sources.map((source) => ({ ...source, waiting: false }))
  return { ...view, starting: false, error, sources }
}

/** A source answered. */
export function withAnswer(view: SearchView, { searchId, source: id, more, outcome }: Answer): SearchView {
  if (view.searchId !== searchId) return view
  const before = view.sources.find((source) => source.id === id)
  const after: SourceView = outcome.ok
    ? { id, found: { text: view.text, results: outcome.value }, error: null, waiting: more }
    : { id, found: null, error: outcome.error, waiting: false }
  const sources = before ? view.sources.map((source) => (source === before ? after : source)) : [...view.sources, after]
  return { ...view, sources }
}

/** Whether all have answered for what is typed now. */
export function isAnswered(view: SearchView): boolean {
  return view.searchId !== null && !view.starting && view.sources.every((source) => !source.waiting)
}

/** What a source found last, and the text it is for. */
export function foundBy(view: SearchView, id: SearchSource): SourceView['found'] {
  return view.sources.find((source) => source.id === id)?.found ?? null
}

/** The text that results are shown for: while the library works on a later one, those of the one before stay. */
export function shownText(view: SearchView): string {
  return foundBy(view, 'library')?.text ?? view.text
}

/**
 * Everything that is shown, the library's first. What servers found for a text comes long after what the library found for
 * it, and is never shown beside what it found for another.
 */
export function resultsOf(view: SearchView): SearchResults {
  const text = shownText(view)
  const all = view.sources.flatMap(({ found }) => (found?.text === text ? [found.results] : []))
  return {
    list: all.find(({ list }) => list !== null)?.list ?? null,
    tracks: all.flatMap((results) => results.tracks),
    albums: all.flatMap((results) => results.albums),
    artists: all.flatMap((results) => results.artists),
    playlists: all.flatMap((results) => results.playlists),
    spotify: all.flatMap((results) => results.spotify),
  }
}
