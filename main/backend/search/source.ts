import type { SearchResults, SearchSource as SourceId } from '../../../src/contract/index.ts'
import type { PlaylistSummary } from '../../../src/library/index.ts'
import type { Track } from '../../../src/music/index.ts'
import { z } from 'zod'
import type { Store } from '../store/index.ts'
import { breath, createPauses } from '../turns.ts'
import { createNameFinder, findPlaylistIds } from './names.ts'
import { type SearchQuery, parseQuery } from './query.ts'
import { createRehearsal } from './rehearsal.ts'
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
  /** Whether it is to be asked for this at all; always, where left out. One that is not has nothing to say of it either. */
  isThere?(text: string): boolean
  /** A search is about to be typed: time to get ready. */
  warm?(): Promise<void>
}

const nothing: SearchResults = { tracks: [], albums: [], artists: [], playlists: [], list: null, spotify: [] }

type Found = Omit<SearchResults, 'playlists'>

/** Albums, artists and playlists shown at most. */
const mostNames = 24

/** About what a page asks for. */
const rehearsedTracks = 60

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

  const find = async (query: SearchQuery, limit: number, pause: () => Promise<void>): Promise<Found> => {
    const mostNamed = Math.min(limit, mostNames)
    const ids = trackIds(await finder.find(query, limit, pause))
    await pause()
    const tracks = tracksByIds(ids)
    await pause()
    const albums = names.albums(query, mostNamed)
    await pause()
    return { tracks, albums, artists: names.artists(query, mostNamed), list: null, spotify: [] }
  }
  const ready = async (pause: () => Promise<void>): Promise<void> => {
    await finder.ready(pause)
    await names.ready()
  }
  const rehearsal = createRehearsal(
    store,
    () => ready(breath),
    (query, pause) => find(query, rehearsedTracks, pause),
  )

  return {
    id: 'library',
    warm: () => rehearsal.goOn(),
    async search(text, limit, signal) {
      rehearsal.stop()
      const query = parseQuery(text)
      if (query === null) return nothing
      const rest = createPauses()
      // Others have their turn in between, and the next letter ends the search.
      const pause = async (): Promise<void> => {
        await rest()
        signal.throwIfAborted()
      }
      // At once, unless something was liked or played, or the library changed.
      await ready(pause)
      signal.throwIfAborted()
      const found = await find(query, limit, pause)
      const playlistIds = findPlaylistIds(store, query, Math.min(limit, mostNames))
      if (playlistIds.length === 0 || signal.aborted) return { ...found, playlists: [] }
      const byId = new Map((await playlists()).map((playlist): [string, PlaylistSummary] => [playlist.id, playlist]))
      return { ...found, playlists: playlistIds.flatMap((id) => byId.get(id) ?? []) }
    },
  }
}
