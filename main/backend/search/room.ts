import type { Emit, Handlers } from '../../../src/contract/index.ts'
import type { PlaylistSummary } from '../../../src/library/index.ts'
import type { Track } from '../../../src/music/index.ts'
import type { Log } from '../log/index.ts'
import type { Store } from '../store/index.ts'
import { createRecentSearches } from './recent.ts'
import type { SearchIndex } from './searchIndex.ts'
import { createSearchService } from './service.ts'
import { createLibrarySource, type SearchSource } from './source.ts'

/** Search behind the contract. */
export interface SearchRoom {
  readonly handlers: Pick<Handlers, Extract<keyof Handlers, `search.${string}`>>
  close(): void
}

/** Puts search together, and begins to build the index anew where an older folding left it. */
export function createSearchRoom(parts: {
  readonly store: Store
  /** The one that whoever writes the library's tracks writes to. */
  readonly index: SearchIndex
  readonly tracksByIds: (ids: readonly string[]) => readonly Track[]
  readonly playlists: () => Promise<readonly PlaylistSummary[]>
  /** Sources beside the library, in the order in which they are shown. */
  readonly further: readonly SearchSource[]
  readonly emit: Emit
  readonly log: Log
}): SearchRoom {
  const { store, index, emit, log } = parts
  index.begin()
  const recent = createRecentSearches(store)
  const sources = [createLibrarySource(parts), ...parts.further]
  const service = createSearchService({
    sources,
    publish: (clientId, answer) => emit('search.results', answer, (id) => id === clientId),
    log,
  })
  const closing = new AbortController()
  const rebuild = async (): Promise<void> => {
    try {
      const indexed = await index.rebuildIfOutdated(closing.signal)
      if (indexed > 0) log.info('search index built anew', { indexed })
    } catch (error) {
      log.warn('search index could not be built anew', { error: error instanceof Error ? error : undefined })
    }
  }
  /** Long after the start: nothing of the start waits for it. */
  const timer = setTimeout(() => void rebuild(), 5000)
  timer.unref()

  return {
    handlers: {
      'search.start': (search, { clientId }) => ({ sources: service.start(clientId, search) }),
      'search.recent': () => {
        // Whoever wants to know what was searched for is about to search.
        for (const source of sources) source.warm?.().catch(warnOf(log))
        return recent.list()
      },
      'search.remember': ({ text }) => {
        recent.remember(text)
        return null
      },
      'search.forget': ({ text }) => {
        recent.forget(text)
        return null
      },
    },
    close() {
      clearTimeout(timer)
      closing.abort()
      service.close()
    },
  }
}

function warnOf(log: Log): (error: unknown) => void {
  return (error) => log.warn('search could not get ready', { error: error instanceof Error ? error : undefined })
}
