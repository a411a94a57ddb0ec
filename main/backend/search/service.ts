import { setImmediate } from 'node:timers/promises'
import { type Failure, FailureError, type SearchResults, failure } from '../../../src/contract/index.ts'
import type { Log } from '../log/index.ts'
import type { SearchSource } from './source.ts'

/** What one source found, or why it found nothing. */
export interface SearchAnswer<Id extends string> {
  readonly searchId: string
  readonly source: Id
  /** There is more to come, behind these results. */
  readonly more: boolean
  readonly outcome:
    | { readonly ok: true; readonly value: SearchResults }
    | { readonly ok: false; readonly error: Failure }
}

/** Searches of the pages: one at a time each, over every source. */
export interface SearchService<Id extends string> {
  /** Begins a search, ends the page's earlier one, and names the sources that will answer. */
  start(clientId: string, search: { readonly searchId: string; readonly text: string; readonly limit: number }): Id[]
  /** Ends all searches. */
  close(): void
}

/**
 * Asks all sources at once and hands each answer to `publish` when it comes. A page's search has three ends: all sources
 * answered, a later search of that page, or `close`; nothing is published after any of them.
 */
export function createSearchService<Id extends string>(parts: {
  readonly sources: readonly SearchSource<Id>[]
  readonly publish: (clientId: string, answer: SearchAnswer<Id>) => void
  readonly log: Log
}): SearchService<Id> {
  const { sources, publish, log } = parts
  const running = new Map<string, AbortController>()

  async function ask(
    source: SearchSource<Id>,
    text: string,
    limit: number,
    signal: AbortSignal,
    tell: (results: SearchResults) => void,
  ): Promise<SearchAnswer<Id>['outcome']> {
    try {
      // First the answer to the call that began the search, and whatever ends this search at once (the next letter).
      await setImmediate(undefined, { signal })
      return { ok: true, value: await source.search(text, limit, signal, tell) }
    } catch (error) {
      if (error instanceof FailureError) return { ok: false, error: error.failure }
      if (!signal.aborted) log.error('search broke', { source: source.id, error: asError(error) })
      return { ok: false, error: failure('internal') }
    }
  }

  return {
    start(clientId, { searchId, text, limit }) {
      running.get(clientId)?.abort()
      const search = new AbortController()
      running.set(clientId, search)
      const { signal } = search
      const asked = sources.filter((source) => source.isThere?.(text) ?? true)
      const answers = asked.map(async (source) => {
        const tell = (outcome: SearchAnswer<Id>['outcome'], more: boolean): void => {
          if (!signal.aborted) publish(clientId, { searchId, source: source.id, more, outcome })
        }
        tell(await ask(source, text, limit, signal, (value) => tell({ ok: true, value }, true)), false)
      })
      void Promise.all(answers).finally(() => {
        if (running.get(clientId) === search) running.delete(clientId)
      })
      return asked.map(({ id }) => id)
    },
    close() {
      for (const search of running.values()) search.abort()
      running.clear()
    },
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('not an error')
}
