import type { Bridge, EventName } from '../../../src/contract/index.ts'
import type { AlbumQuery, AlbumSummary, ArtistQuery, ArtistSummary, TrackQuery } from '../../../src/library/index.ts'
import type { ImportOutcome, ImportRow } from '../../../src/imports/index.ts'
import type { Track } from '../../../src/music/index.ts'
import { followEvents } from './follow.ts'
import { followRevision } from './followRevision.ts'
import { createListSource } from './source.ts'
import type { ListOptions, ListSource } from './source.ts'

/** Lists that stay in memory after one has left them, so that coming back shows them at once. */
const keptSources = 12

/** Makes each list once while it is remembered. */
function rememberedSources<Query, Row>(
  options: (bridge: Bridge, query: Query) => ListOptions<Row>,
): (bridge: Bridge, query: Query) => ListSource<Row> {
  const known = new WeakMap<Bridge, Map<string, ListSource<Row>>>()
  return (bridge, query) => {
    const sources = known.get(bridge) ?? new Map<string, ListSource<Row>>()
    known.set(bridge, sources)
    const key = JSON.stringify(query)
    const source = sources.get(key) ?? createListSource(options(bridge, query))
    sources.delete(key)
    sources.set(key, source)
    for (const oldest of sources.keys()) {
      if (sources.size <= keptSources) break
      sources.delete(oldest)
    }
    return source
  }
}

/** The tracks of a query. */
export const trackSource = rememberedSources<TrackQuery, Track>((bridge, query) => ({
  fetch: (range, signal) => bridge.call('library.tracks', { query, range }, { signal }),
  follow: (onChanged) => followEvents(bridge, eventsOf(query), onChanged),
}))

/** The albums of a query. */
export const albumSource = rememberedSources<AlbumQuery, AlbumSummary>((bridge, query) => ({
  fetch: (range, signal) => bridge.call('library.albums', { query, range }, { signal }),
  follow: (onChanged) => followEvents(bridge, ['library.changed'], onChanged),
}))

/** The artists of a query. */
export const artistSource = rememberedSources<ArtistQuery, ArtistSummary>((bridge, query) => ({
  fetch: (range, signal) => bridge.call('library.artists', { query, range }, { signal }),
  follow: (onChanged) => followEvents(bridge, ['library.changed'], onChanged),
}))

/** Rows of an import are asked for again this long after the last time at the soonest, in ms: they change with every one that is found. */
const rowsPauseMs = 500

/** The rows of an import, all or those that came to one thing. */
export const importRowSource = rememberedSources<ImportRowQuery, ImportRow>((bridge, { id, only }) => ({
  fetch: (range, signal) => bridge.call('imports.rows', { id, only, range }, { signal }),
  follow: (onChanged) => followRevision(bridge, id, onChanged, rowsPauseMs),
}))

interface ImportRowQuery {
  readonly id: string
  readonly only: ImportOutcome['kind'] | null
}

function eventsOf({ scope }: TrackQuery): readonly EventName[] {
  switch (scope.kind) {
    case 'liked':
      return ['library.changed', 'likes.changed']
    case 'playlist':
      return ['library.changed', 'likes.changed', 'playlists.changed']
    case 'all':
    case 'album':
    case 'artist':
    case 'folder':
      return ['library.changed']
    case 'found':
      return []
    default:
      return scope satisfies never
  }
}
