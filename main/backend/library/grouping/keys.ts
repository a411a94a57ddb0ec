import { withoutDisc } from './discs.ts'
import { sortNameOf, sortTitleOf } from './order.ts'

/** The words that `library_track` keeps of a track for orders and filters. */
export interface SortKeys {
  readonly sortTitle: string
  readonly sortArtist: string
  /** Also what holds a group together: the discs of a set share it. Empty without an album. */
  readonly sortAlbum: string
}

/** What whoever writes a `library_track` puts in its sort columns. */
export function sortKeysOf(track: {
  readonly title: string
  readonly artists: readonly string[]
  readonly albumTitle: string | null
}): SortKeys {
  return {
    sortTitle: sortTitleOf(track.title),
    sortArtist: sortNameOf(...track.artists),
    sortAlbum: track.albumTitle === null ? '' : sortTitleOf(withoutDisc(track.albumTitle).text),
  }
}
