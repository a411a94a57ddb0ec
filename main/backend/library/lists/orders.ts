import type { AlbumQuery, ArtistQuery, TrackSort } from '../../../../src/library/index.ts'

/** An order over a table, told to SQLite so that an index holds all of it. */
export interface Order {
  /** What is turned round by a descending order. */
  readonly primary: string
  /** What follows, the same in both directions where `keepsTies`: an album's tracks are never counted backwards. */
  readonly tie: string
  /** False where nearly every track has a value of its own. */
  readonly keepsTies: boolean
}

/** Orders of tracks that an index holds; `own` and `played` depend on more than the track. */
export const trackOrders: Readonly<Record<Exclude<TrackSort, 'own' | 'played'>, Order>> = {
  title: { primary: 'sort_title', tie: 'row_id', keepsTies: false },
  artist: { primary: 'sort_artist', tie: 'sort_album, disc, number, sort_title, row_id', keepsTies: true },
  album: { primary: 'sort_album', tie: 'disc, number, sort_title, row_id', keepsTies: true },
  year: { primary: 'year', tie: 'sort_artist, sort_album, disc, number, row_id', keepsTies: true },
  added: { primary: 'added_at', tie: 'row_id', keepsTies: true },
  duration: { primary: 'duration_ms', tie: 'sort_title, row_id', keepsTies: false },
}

export const albumOrders: Readonly<Record<AlbumQuery['sort'], Order>> = {
  title: { primary: 'sort_title', tie: 'sort_artist, year, album_id', keepsTies: true },
  // The row id, and nothing else behind these, is in the index too.
  artist: { primary: 'sort_artist', tie: 'year, sort_title, rowid', keepsTies: true },
  year: { primary: 'year', tie: 'sort_artist, sort_title, album_id', keepsTies: true },
  added: { primary: 'added_at', tie: 'sort_artist, sort_title, album_id', keepsTies: true },
}

export const artistOrders: Readonly<Record<ArtistQuery['sort'], Order>> = {
  name: { primary: 'sort_name', tie: 'rowid', keepsTies: true },
  tracks: { primary: 'track_count', tie: 'sort_name, artist_id', keepsTies: true },
}

/** The order as SQL. */
export function orderBy({ primary, tie }: Order, descending: boolean): string {
  return `${primary} ${descending ? 'DESC' : 'ASC'}, ${tie}`
}
