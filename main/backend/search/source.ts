import type { SearchResults, SearchSource as SourceId } from '../../../src/contract/index.ts'
import type { PlaylistSummary } from '../../../src/library/index.ts'
import type { Track } from '../../../src/music/index.ts'
import { z } from 'zod'
import type { Store } from '../store/index.ts'
import { breath, createPauses } from '../turns.ts'
import { createNameFinder, findPlaylistIds } from './names.ts'
import { parseQuery } from './query.ts'
import type { SearchIndex } from './searchIndex.ts'
import { createTrackFinder } from './tracks.ts'

/** Somewhere music is found. Answers at its own time, and rejects with a `FailureError` where it cannot. */
export interface SearchSource<Id extends string = SourceId> {
  readonly id: Id
  /** `tell` hears results that are there before the rest; the answer begins with them. */
  search(
    text: string,
    limit: number,
    signal: AbortSignal,
    tell: (results: SearchResults) => void,
  ): Promise<SearchResults>
  /** Whether it is to be asked at all; always, where left out. */
  isThere?(): boolean
  /** A search is about to be typed: time to get ready. */
  warm?(): Promise<void>
}

const nothing: SearchResults = { tracks: [], albums: [], artists: [], playlists: [], list: null }

/** Albums, artists and playlists shown at most. */
const mostNames = 24

const trackIdsSchema = z.object({ track_id: z.string() })

/** The person's own library as a source. */
export function createLibrarySource(parts: {
  readonly store: Store
  readonly index: Pick<SearchIndex, 'onRow'>
  /** Tracks in the order of the ids. */
  readonly tracksByIds: (ids: readonly string[]) => readonly Track[]
  readonly playlists: () => Promise<readonly PlaylistSummary[]>
}): SearchSource {
  const { store, index, tracksByIds, playlists } = parts
  const finder = createTrackFinder(store, index)
  const names = createNameFinder(store)

  const trackIds = (rowIds: readonly number[]): string[] =>
    store
      .all(
        'SELECT track_id FROM json_each(?) JOIN library_track ON row_id = value ORDER BY key',
        trackIdsSchema,
        JSON.stringify(rowIds),
      )
      .map((row) => row.track_id)

  return {
    id: 'library',
    async warm() {
      await finder.ready(breath)
      await names.ready()
    },
    async search(text, limit, signal) {
      const query = parseQuery(text)
      if (query === null) return nothing
      const mostNamed = Math.min(limit, mostNames)
      const rest = createPauses()
      // Others have their turn in between, and the next letter ends the search.
      const pause = async (): Promise<void> => {
        await rest()
        signal.throwIfAborted()
      }
      // At once, unless something was liked or played, or the library changed.
      await finder.ready(pause)
      await names.ready()
      signal.throwIfAborted()
      const ids = trackIds(await finder.find(query, limit, pause))
      await pause()
      const tracks = tracksByIds(ids)
      await pause()
      const albums = names.albums(query, mostNamed)
      await pause()
      const found = { tracks, albums, artists: names.artists(query, mostNamed), list: null }
      const playlistIds = findPlaylistIds(store, query, mostNamed)
      if (playlistIds.length === 0 || signal.aborted) return { ...found, playlists: [] }
      const byId = new Map((await playlists()).map((playlist): [string, PlaylistSummary] => [playlist.id, playlist]))
      return { ...found, playlists: playlistIds.flatMap((id) => byId.get(id) ?? []) }
    },
  }
}
