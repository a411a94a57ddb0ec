import type { Store } from '../store/index.ts'
import { breath } from '../turns.ts'
import { type SearchQuery, parseQuery } from './query.ts'

/**
 * Searches for the letters that titles begin with, before anybody does: statements are then prepared, and what the first
 * letter needs is in memory.
 */
export interface Rehearsal {
  /** Goes on where it stopped, in slices; each letter once as long as the process runs. */
  goOn(): Promise<void>
  /** For when somebody searches: their letter is not to wait for others. */
  stop(): void
}

/** In the order of their codes: digits, then Latin. With more of them, the texts that are remembered would not hold all. */
const mostLetters = 60

/** Beyond every character that follows the same beginning. */
const afterAll = '\u{10FFFF}'

/** A rehearsal over the store of `search`, which needs that `ready` came first. */
export function createRehearsal(
  store: Store,
  ready: () => Promise<void>,
  search: (query: SearchQuery, pause: () => Promise<void>) => Promise<unknown>,
): Rehearsal {
  let running: AbortController | null = null
  let next = ''
  let letters = 0

  const nextLetter = (): string | undefined => {
    const [title] = store.texts(
      'SELECT sort_title FROM library_track WHERE sort_title > ? ORDER BY sort_title LIMIT 1',
      next,
    )
    const code = title?.codePointAt(0)
    return code === undefined ? undefined : String.fromCodePoint(code)
  }

  return {
    async goOn() {
      running?.abort()
      const mine = new AbortController()
      const { signal } = mine
      running = mine
      const pause = async (): Promise<void> => {
        await breath()
        signal.throwIfAborted()
      }
      await ready()
      try {
        while (letters < mostLetters) {
          await pause()
          const letter = nextLetter()
          if (letter === undefined) break
          const query = parseQuery(letter)
          if (query !== null) await search(query, pause)
          next = letter + afterAll
          letters += 1
        }
      } catch (error) {
        if (!signal.aborted) throw error
      }
    },
    stop() {
      running?.abort()
    },
  }
}
