import type { AlbumQuery, AlbumSummary, ArtistQuery, ArtistSummary } from '../../../../src/library/index.ts'
import type { Album } from '../../../../src/music/index.ts'
import { type Store, readAlbums, readArtists, readLibraryRows } from '../../store/index.ts'
import { containsAll, filterWords, wordParameters } from './filter.ts'
import { albumOrders, artistOrders, orderBy } from './orders.ts'

/** Row ids of the albums of a list. */
export function albumRowIds(store: Store, { sort, descending, filter }: AlbumQuery): readonly number[] {
  const words = filterWords(filter)
  const columns = ['sort_title', 'sort_artist']
  return store.numbers(
    `SELECT rowid FROM album WHERE ${containsAll(columns, words)} ORDER BY ${orderBy(albumOrders[sort], descending)}`,
    ...wordParameters(columns, words),
  )
}

/** Row ids of the artists of a list. */
export function artistRowIds(store: Store, { sort, descending, filter }: ArtistQuery): readonly number[] {
  const words = filterWords(filter)
  const where = containsAll(['sort_name'], words)
  return store.numbers(
    `SELECT rowid FROM artist WHERE ${where} ORDER BY ${orderBy(artistOrders[sort], descending)}`,
    ...words,
  )
}

/** An album with its present tracks in playing order; null when there is none of that id. */
export function readAlbum(store: Store, id: string): Album | null {
  const [album] = readAlbums(store, 'album WHERE album_id = ?', id)
  if (album === undefined) return null
  const rowIds = store.numbers(
    `SELECT row_id FROM library_track WHERE album_id = ? AND missing_since IS NULL
     ORDER BY disc, number, sort_title, row_id`,
    id,
  )
  const tracks = readLibraryRows(store, rowIds).filter((track) => track !== undefined)
  return { ...album, artist: album.artist ?? '', tracks }
}

/** An artist with the albums that are theirs and those they only appear on, newest first; null when there is none. */
export function readArtist(
  store: Store,
  id: string,
): { artist: ArtistSummary; albums: AlbumSummary[]; appearsOn: AlbumSummary[] } | null {
  const [artist] = readArtists(store, 'artist WHERE artist_id = ?', id)
  if (artist === undefined) return null
  const albums = (isOwn: boolean): AlbumSummary[] =>
    readAlbums(
      store,
      `album JOIN (SELECT album_id, max(is_album_artist) AS is_own FROM track_artist WHERE artist_id = ? GROUP BY album_id)
         USING (album_id) WHERE is_own = ? ORDER BY year DESC, sort_title, album_id`,
      id,
      isOwn ? 1 : 0,
    )
  return { artist, albums: albums(true), appearsOn: albums(false) }
}

/** Albums to which something was added last. */
export function readNewAlbums(store: Store, limit: number): AlbumSummary[] {
  return readAlbums(store, 'album ORDER BY added_at DESC, sort_artist, sort_title, album_id LIMIT ?', limit)
}
