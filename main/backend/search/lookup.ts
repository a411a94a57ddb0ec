import type { Store } from '../store/index.ts'
import { matchOfWhole, parseQuery, type SearchColumn } from './query.ts'

/** Finds what the library has for words that something else knows a recording by. */
export interface TrackLookup {
  /** Ids of tracks that hold all of the words, in any column or in one; `limit` at most, in no particular order. */
  withWords(text: string, limit: number, column?: SearchColumn): readonly string[]
}

/** Looks tracks up in the full-text index. */
export function createTrackLookup(store: Store): TrackLookup {
  return {
    withWords(text, limit, column) {
      const query = parseQuery(text)
      if (query === null) return []
      return store.texts(
        `SELECT track_id FROM track_search CROSS JOIN library_track ON row_id = track_search.rowid
         WHERE track_search MATCH ? AND missing_since IS NULL LIMIT ?`,
        matchOfWhole(query, column),
        limit,
      )
    },
  }
}
