import type { SearchResults } from '../../../src/contract/index.ts'
import type { AlbumSummary, ArtistSummary, PlaylistSummary } from '../../../src/library/index.ts'
import type { Track } from '../../../src/music/index.ts'
import { foundBy, isAnswered, resultsOf, shownText } from '../../state/search.ts'
import type { SearchView } from '../../state/search.ts'

/** Something that was found. */
export type Found =
  | { readonly kind: 'track'; readonly track: Track }
  | { readonly kind: 'artist'; readonly artist: ArtistSummary }
  | { readonly kind: 'album'; readonly album: AlbumSummary }
  | { readonly kind: 'playlist'; readonly playlist: PlaylistSummary }

/** Letters apart from case, accents and width. */
const letters = new Intl.Collator(undefined, { usage: 'search', sensitivity: 'base', ignorePunctuation: true })

/**
 * The one result that is most likely meant: whoever or whatever is called exactly what was typed, people before records
 * before pieces; whoever is called so in the beginning, when tracks are found by them alone; otherwise the best track, or whatever else there is. Tracks whose file is gone cannot be it.
 */
export function topResult({ tracks, albums, artists, playlists }: SearchResults, text: string): Found | null {
  const [artist] = artists
  const [album] = albums
  const [playlist] = playlists
  const track = tracks.find(({ missing }) => !missing)
  const isNamed = (name: string | undefined) => name !== undefined && letters.compare(name, text.trim()) === 0
  const begins = (name: string | undefined) => name !== undefined && isNamed(name.slice(0, text.trim().length))
  if (artist && isNamed(artist.name)) return { kind: 'artist', artist }
  if (album && isNamed(album.title) && !isNamed(track?.title)) return { kind: 'album', album }
  if (playlist && isNamed(playlist.name) && !isNamed(track?.title)) return { kind: 'playlist', playlist }
  // Tracks that were found only by whom they are by: that artist is meant.
  if (artist && begins(artist.name) && track?.artists.some(begins) && !begins(track.title))
    return { kind: 'artist', artist }
  if (track) return { kind: 'track', track }
  if (artist) return { kind: 'artist', artist }
  if (album) return { kind: 'album', album }
  return playlist ? { kind: 'playlist', playlist } : null
}

/**
 * What is most likely meant of all that was found: the library's best, which nothing that comes later takes the place of;
 * what servers found first where the library has nothing: what they find after that comes below it. Null for nothing, undefined
 * while it is not known yet.
 */
export function topOf(view: SearchView): Found | null | undefined {
  const library = view.sources.find(({ id }) => id === 'library')
  const own = foundBy(view, 'library')
  const best = own && topResult(own.results, own.text)
  const isKnown = !view.starting && library?.waiting === false
  if (best && isKnown) return best
  if (isKnown && own?.text === view.text) {
    const [first] = view.sources.flatMap(({ found }) => {
      const top = found?.text === view.text ? topResult(found.results, found.text) : null
      return top ?? []
    })
    if (first) return first
  }
  return isAnswered(view) ? topResult(resultsOf(view), shownText(view)) : undefined
}

/** What stands beside the tracks: artists, albums and playlists in turn, so that each kind is among the first few. */
export function besideTracks({ artists, albums, playlists }: SearchResults): readonly Found[] {
  const kinds: readonly (readonly Found[])[] = [
    artists.map((artist) => ({ kind: 'artist', artist })),
    albums.map((album) => ({ kind: 'album', album })),
    playlists.map((playlist) => ({ kind: 'playlist', playlist })),
  ]
  const rounds = Math.max(...kinds.map((kind) => kind.length))
  return Array.from({ length: rounds }, (_round, at) => kinds.flatMap((kind) => kind[at] ?? [])).flat()
}

/** Tells what was found apart from everything else that was. */
export function keyOf(found: Found): string {
  switch (found.kind) {
    case 'track':
      return `track ${found.track.id}`
    case 'artist':
      return `artist ${found.artist.id}`
    case 'album':
      return `album ${found.album.id}`
    case 'playlist':
      return `playlist ${found.playlist.id}`
    default:
      return found satisfies never
  }
}
