import { atom } from 'jotai'
import type { AlbumQuery, ArtistQuery, TrackQuery } from '../../../src/library/index.ts'

/** How a list of the library is shown: its order and what it is filtered by. Kept while the app runs. */
export type AlbumView = AlbumQuery
export type ArtistView = ArtistQuery
export type TrackView = Omit<TrackQuery, 'scope'>

export const albumViewAtom = atom<AlbumView>({ sort: 'artist', descending: false, filter: '' })
export const artistViewAtom = atom<ArtistView>({ sort: 'name', descending: false, filter: '' })
export const trackViewAtom = atom<TrackView>({ sort: 'artist', descending: false, filter: '' })
/** The latest like first: that is the order of the likes themselves. */
export const likedViewAtom = atom<TrackView>({ sort: 'own', descending: false, filter: '' })
