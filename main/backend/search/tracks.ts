import { z } from 'zod'
import type { Store } from '../store/index.ts'
import { breath } from '../turns.ts'
import { createPreferred } from './preferred.ts'
import { type SearchQuery, matchOf, matchOfBeginning } from './query.ts'
import { isFound, rankTracks } from './rank.ts'
import type { SearchIndex } from './searchIndex.ts'
import { createTextCache } from './texts.ts'

/** Finds tracks of the library. */
export interface TrackFinder {
  /** Row ids, best first, `limit` at most. */
  find(query: SearchQuery, limit: number): readonly number[]
  /** Reads ahead what every search needs, in slices; for when a search is about to be typed. */
  warm(): Promise<void>
}

const rowsSchema = z.object({ row_ids: z.string() })
const idsSchema = z.array(z.number())

/** What one way of looking contributes at most: enough to choose from, few enough to look at each. */
const mostTitles = 150
const mostElse = 80

/** Texts read in one go while warming up: a few ms. */
const rowsPerGo = 100

/** Beyond every character that follows the same beginning. */
const afterAll = '\u{10FFFF}'

/**
 * Two letters may match the whole library, so no look-up goes through all that match. Each way of being found hands in its
 * first few, the best way first: titles by the order that lists are sorted in, then the index column by column, always up to
 * a limit. What is liked or played is looked at one by one. Only these are ranked.
 */
export function createTrackFinder(store: Store, index: Pick<SearchIndex, 'onRow'>): TrackFinder {
  const cache = createTextCache(store, index)
  const preferred = createPreferred(store)

  const rowIds = (sql: string, ...values: readonly (string | number)[]): readonly number[] => {
    const row = store.get(`SELECT json_group_array(row_id) AS row_ids FROM (${sql})`, rowsSchema, ...values)
    return row === undefined ? [] : idsSchema.parse(JSON.parse(row.row_ids))
  }
  const byTitle = (query: SearchQuery, limit: number): readonly number[] =>
    rowIds(
      `SELECT row_id FROM library_track WHERE sort_title >= ? AND sort_title < ? AND missing_since IS NULL
       ORDER BY sort_title LIMIT ?`,
      query.folded,
      query.folded + afterAll,
      limit,
    )
  const byArtist = (query: SearchQuery): readonly number[] =>
    rowIds(
      'SELECT row_id FROM library_track WHERE sort_artist = ? AND missing_since IS NULL LIMIT ?',
      query.folded,
      mostElse,
    )
  const byMatch = (match: string, limit = mostElse): readonly number[] =>
    rowIds(
      `SELECT row_id FROM track_search CROSS JOIN library_track ON row_id = track_search.rowid
       WHERE track_search MATCH ? AND missing_since IS NULL LIMIT ?`,
      match,
      limit,
    )

  return {
    async warm() {
      const unknown = cache.unknown([...preferred.affinities().keys()])
      for (let from = 0; from < unknown.length; from += rowsPerGo) {
        await breath()
        cache.textsOf(unknown.slice(from, from + rowsPerGo))
      }
    },
    find(query, limit) {
      const affinities = preferred.affinities()
      const beginning = byTitle(query, Math.max(limit, mostTitles))
      const found = new Set(beginning)
      // Titles that begin so come before all else: with enough of them nothing else would be shown.
      if (beginning.length < limit) {
        const ways = [
          () => byArtist(query),
          () => byMatch(matchOfBeginning(query)),
          () => byMatch(matchOf(query, 'title'), mostTitles),
          () => byMatch(matchOf(query, 'artist')),
          () => byMatch(matchOf(query, 'album')),
          () => byMatch(matchOf(query)),
        ]
        for (const way of ways) for (const rowId of way()) found.add(rowId)
      }
      for (const [rowId, texts] of cache.textsOf([...affinities.keys()])) if (isFound(texts, query)) found.add(rowId)
      const candidates = [...cache.textsOf([...found])].map(([rowId, { title, artist, album }]) => ({
        rowId,
        title,
        artist,
        album,
        affinity: affinities.get(rowId) ?? 0,
      }))
      return rankTracks(candidates, query)
        .slice(0, limit)
        .map(({ rowId }) => rowId)
    },
  }
}
