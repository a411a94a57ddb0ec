import { atom } from 'jotai'
import type { Getter } from 'jotai'
import type { Track } from '../../src/music/index.ts'
import { demoAlbumAtom, recentAtom } from './app.ts'
import { collectionOfAlbum, collectionOfKnown } from './collections.ts'
import type { Collection } from './collections.ts'
import { currentEntryAtom, playerReadyAtom, queueAtom } from './player.ts'

/** What was opened in this run, newest first, and behind it what the stored queue plays from. */
export const openedAtom = atom<readonly Collection[]>([])

export const demoCollectionAtom = atom((get) => {
  const album = get(demoAlbumAtom)
  return album === null || album === 'missing' ? null : collectionOfAlbum(album)
})

/** Whether play has something to play: the current track, or the demo album when the queue is known to be empty. */
export const canPlayAtom = atom(
  (get) => get(currentEntryAtom) !== null || (get(playerReadyAtom) && get(demoCollectionAtom) !== null),
)

/** The collections with a place in the rail. */
export const listedCollectionsAtom = atom((get): readonly Collection[] => {
  const demo = get(demoCollectionAtom)
  return demo ? [...get(openedAtom), demo] : get(openedAtom)
})

/** The collection with this id: listed, or an album put together from the queue and the history; null when nothing is known of it. */
export function findCollection(get: Getter, id: string): Collection | null {
  const listed = get(listedCollectionsAtom).find((collection) => collection.id === id)
  return listed ?? collectionOfKnown(id, knownTracks(get))
}

function* knownTracks(get: Getter): Iterable<Track> {
  for (const collection of get(openedAtom)) yield* collection.tracks
  const { past, current, queued, rest } = get(queueAtom)
  for (const part of [past, current ? [current] : [], queued, rest]) for (const entry of part) yield entry.track
  for (const play of get(recentAtom) ?? []) yield play.track
}
