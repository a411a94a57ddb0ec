import { z } from 'zod'
import type { Store } from '../store/index.ts'
import { fold } from './fold.ts'

/** What was searched for, over restarts. */
export interface RecentSearches {
  /** Newest first. */
  list(): readonly string[]
  remember(text: string): void
  /** One, or all for null. */
  forget(text: string | null): void
}

const key = 'search/recent'
const valueSchema = z.object({ value: z.string() })
const textsSchema = z.array(z.string())
const mostRecent = 20

/** Recent searches over the store. The same words in another spelling are the same search. */
export function createRecentSearches(store: Store): RecentSearches {
  const list = (): readonly string[] => {
    const stored = store.get('SELECT value FROM session WHERE key = ?', valueSchema, key)
    return stored === undefined ? [] : parseTexts(stored.value)
  }
  const write = (texts: readonly string[]): void => {
    store.run(
      'INSERT INTO session (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      key,
      JSON.stringify(texts),
    )
  }
  const without = (text: string): readonly string[] => {
    const same = fold(text)
    return list().filter((other) => fold(other) !== same)
  }
  return {
    list,
    remember(text) {
      write([text, ...without(text)].slice(0, mostRecent))
    },
    forget(text) {
      write(text === null ? [] : without(text))
    },
  }
}

function parseTexts(json: string): readonly string[] {
  try {
    return textsSchema.safeParse(JSON.parse(json)).data ?? []
  } catch {
    return []
  }
}
