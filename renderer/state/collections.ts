import type { QueueContext } from '../../src/contract/index.ts'
import type { Album, Track } from '../../src/music/index.ts'
import type { QueueView } from '../player/controller/types.ts'

/** Something with tracks that has a page of its own: an album, or what was opened together. */
export interface Collection {
  readonly id: string
  readonly kind: 'album' | 'files'
  readonly title: string
  /** The album's artist; null for mixed files. */
  readonly artist: string | null
  readonly year: number | null
  readonly coverPath: string | null
  readonly tracks: readonly Track[]
  readonly origin: 'demo' | 'opened' | 'heard'
}

/** The album that ships with the app, as a collection. */
export function collectionOfAlbum(album: Album): Collection {
  return { ...album, kind: 'album', origin: 'demo' }
}

/**
 * What was opened together, as a collection: an album when every track belongs to the same one, else files under
 * `title`. `id` names the second kind.
 */
export function collectionOfOpened(tracks: readonly Track[], title: string, id: string): Collection {
  const first = tracks[0]
  const albumId = first?.albumId ?? null
  if (first && albumId !== null && tracks.every((track) => track.albumId === albumId)) {
    return albumCollection(albumId, tracks, 'opened')
  }
  return filesCollection(tracks, title, id)
}

/**
 * What a queue plays from, as it was when it was opened: a queue that was stored outlives the run in which that happened.
 * Null when it plays from nothing that was opened.
 */
export function collectionOfQueue({ past, current, rest, context }: QueueView): Collection | null {
  if (context === null || context.id === null) return null
  if (context.kind !== 'files' && context.kind !== 'album') return null
  const tracks = [...past, ...(current ? [current] : []), ...rest]
    .filter((entry) => entry.origin === 'context')
    .toSorted((one, other) => one.order - other.order)
    .map((entry) => entry.track)
  if (tracks.every((track) => track.origin === 'demo')) return null
  if (context.kind === 'files') return filesCollection(tracks, context.title, context.id)
  return albumCollection(context.id, tracks, 'opened')
}

function filesCollection(tracks: readonly Track[], title: string, id: string): Collection {
  return {
    id,
    kind: 'files',
    title,
    artist: null,
    year: null,
    coverPath: tracks.find((track) => track.coverPath !== null)?.coverPath ?? null,
    tracks,
    origin: 'opened',
  }
}

function albumCollection(albumId: string, tracks: readonly Track[], origin: Collection['origin']): Collection {
  const sorted = [...tracks].sort(inAlbumOrder)
  const firstOf = <Value>(read: (track: Track) => Value | null | undefined): Value | null =>
    sorted.map(read).find((value) => value !== null && value !== undefined) ?? null
  const mainArtist = sorted[0]?.artists[0]
  const sameArtist = sorted.every((track) => track.artists[0] === mainArtist)
  return {
    id: albumId,
    kind: 'album',
    title: firstOf((track) => track.albumTitle) ?? '',
    artist: firstOf((track) => track.albumArtist) ?? (sameArtist ? (mainArtist ?? null) : null),
    year: firstOf((track) => track.year),
    coverPath: firstOf((track) => track.coverPath),
    tracks: sorted,
    origin,
  }
}

function inAlbumOrder(one: Track, other: Track): number {
  return (
    (one.discNumber ?? 1) - (other.discNumber ?? 1) ||
    (one.trackNumber ?? Number.MAX_SAFE_INTEGER) - (other.trackNumber ?? Number.MAX_SAFE_INTEGER) ||
    one.title.localeCompare(other.title)
  )
}

/** An album put together from tracks that are known from anywhere, each once; null when none belongs to it. */
export function collectionOfKnown(albumId: string, known: Iterable<Track>): Collection | null {
  const tracks = new Map<string, Track>()
  for (const track of known) {
    if (track.albumId === albumId && !tracks.has(track.id)) tracks.set(track.id, track)
  }
  return tracks.size === 0 ? null : albumCollection(albumId, [...tracks.values()], 'heard')
}

/** Adds what was opened last to the front. The same album opened again replaces its earlier self. */
export function withOpened(opened: readonly Collection[], collection: Collection): readonly Collection[] {
  return [collection, ...opened.filter((other) => other.id !== collection.id)]
}

/** Adds what was opened in an earlier run behind what was opened in this one. */
export function withRestored(opened: readonly Collection[], collection: Collection | null): readonly Collection[] {
  return collection === null || opened.some((other) => other.id === collection.id) ? opened : [...opened, collection]
}

/** Where the tracks of this collection come from, for the queue. */
export function contextOf(collection: Collection): QueueContext {
  return { kind: collection.kind, id: collection.id, title: collection.title }
}

/** Sum of the lengths in ms, as far as they are known. */
export function totalMs(tracks: readonly Track[]): number {
  return tracks.reduce((sum, track) => sum + (track.durationMs ?? 0), 0)
}
