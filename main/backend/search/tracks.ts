import type { Store } from '../store/index.ts'
import { createPreferred } from './preferred.ts'
import type { SearchQuery } from './query.ts'
import { type TrackTexts, isFound, rankTracks, shownText } from './rank.ts'
import type { SearchIndex } from './searchIndex.ts'
import { createTextCache } from './texts.ts'
import { createWays, mostTitles } from './ways.ts'

/** Finds tracks of the library. `pause` lets others have their turn, and rejects when the search is over. */
export interface TrackFinder {
  /** Reads what every search needs, in slices, where it is not known or changed. To be awaited before `find`. */
  ready(pause: () => Promise<void>): Promise<void>
  /** Row ids, best first, `limit` at most. */
  find(query: SearchQuery, limit: number, pause: () => Promise<void>): Promise<readonly number[]>
}

/**
 * Two letters may match the whole library, so no look-up goes through all that match. Each way of being found hands in its
 * first few, the best way first: titles by the order that lists are sorted in, then the index, always up to a limit. What is
 * liked or played is looked at one by one. Only these are ranked.
 */
export function createTrackFinder(store: Store, index: Pick<SearchIndex, 'onRow'>): TrackFinder {
  const cache = createTextCache(store, index)
  const preferred = createPreferred(store)
  const ways = createWays(store)
  /** What preferred tracks are shown with, as of their affinities and a revision of the cache. */
  let shown: {
    readonly affinities: ReadonlyMap<number, number>
    readonly revision: number
    readonly texts: readonly (readonly [rowId: number, text: string])[]
  } = { affinities: new Map(), revision: -1, texts: [] }

  return {
    async ready(pause) {
      await preferred.refresh()
      const affinities = preferred.affinities()
      const revision = cache.revision()
      if (shown.affinities === affinities && shown.revision === revision) return
      const texts = await cache.textsOf([...affinities.keys()], pause)
      shown = { affinities, revision, texts: [...texts].map(([rowId, names]) => [rowId, shownText(names)]) }
    },
    async find(query, limit, pause) {
      const beginning = ways.titles(query, Math.max(limit, mostTitles))
      const found = new Set(beginning)
      // Titles that begin so come before all else: with enough of them nothing else would be shown.
      if (beginning.length < limit) for (const rowId of await ways.others(query, pause)) found.add(rowId)
      const { affinities, texts } = shown
      for (const [rowId, text] of texts) if (isFound(text, query)) found.add(rowId)
      const named = await cache.textsOf([...found], pause)
      return rankTracks([...named].map(candidateOf(affinities)), query)
        .slice(0, limit)
        .map(({ rowId }) => rowId)
    },
  }
}

function candidateOf(affinities: ReadonlyMap<number, number>) {
  return ([rowId, { title, artist, album }]: readonly [number, TrackTexts]) => ({
    rowId,
    title,
    artist,
    album,
    affinity: affinities.get(rowId) ?? 0,
  })
}
