import type { Store } from '../store/index.ts'
import { type SearchQuery, matchOf, matchOfBeginning } from './query.ts'

/** What one way of looking contributes at most: enough to choose from, few enough to look at each. */
export const mostTitles = 150
const mostAnywhere = 400
const mostElse = 80

/** Beyond every character that follows the same beginning. */
const afterAll = '\u{10FFFF}'

/** The ways in which tracks are found. Each answers the rows of its first few tracks that are there. */
export interface Ways {
  /** Titles that begin with what was typed, in the order that lists are sorted in. */
  titles(query: SearchQuery, limit: number): readonly number[]
  /** All else, the best way first; `pause` stands between two look-ups. */
  others(query: SearchQuery, pause: () => Promise<void>): Promise<readonly number[]>
}

/** The ways over the store. */
export function createWays(store: Store): Ways {
  const byMatch = (match: string, limit: number): readonly number[] =>
    store.numbers(
      // SQLite would look at the tracks themselves, each in a page of its own; the index is told to it.
      `SELECT row_id FROM track_search
         CROSS JOIN library_track INDEXED BY library_track_by_presence ON row_id = track_search.rowid
       WHERE track_search MATCH ? AND missing_since IS NULL LIMIT ?`,
      match,
      limit,
    )

  return {
    titles: (query, limit) =>
      store.numbers(
        `SELECT row_id FROM library_track WHERE sort_title >= ? AND sort_title < ? AND missing_since IS NULL
         ORDER BY sort_title LIMIT ?`,
        query.folded,
        query.folded + afterAll,
        limit,
      ),
    async others(query, pause) {
      const byArtist = store.numbers(
        'SELECT row_id FROM library_track WHERE sort_artist = ? AND missing_since IS NULL LIMIT ?',
        query.folded,
        mostElse,
      )
      await pause()
      const anywhere = byMatch(matchOf(query), mostAnywhere)
      // Fewer than asked for are all there are: what is confined to a column would find some of them again.
      if (anywhere.length < mostAnywhere) return [...byArtist, ...anywhere]
      await pause()
      const inTitles = byMatch(matchOf(query, 'title'), mostTitles)
      const further = [...byArtist, ...anywhere, ...inTitles]
      const matches = [
        ...(inTitles.length < mostTitles ? [] : [matchOfBeginning(query)]),
        matchOf(query, 'artist'),
        matchOf(query, 'album'),
      ]
      for (const match of matches) {
        await pause()
        further.push(...byMatch(match, mostElse))
      }
      return further
    },
  }
}
