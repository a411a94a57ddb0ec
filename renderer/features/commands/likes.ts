import { success } from '../../../src/failure/index.ts'
import type { Track } from '../../../src/music/index.ts'
import {
  currentTrackAtom,
  likesAtom,
  pendingLikesAtom,
  spokenAtom,
  storedLikesAtom,
  withLikes,
  withoutPending,
  withPending,
} from '../../state/index.ts'
import type { CommandEnvironment } from './environment.ts'
import { inLots } from './playlistEntries.ts'
import type { ArgumentCommands } from './types.ts'

/** Likes: shown at once, taken back with words when they cannot be stored. */
export function likeCommands({ bridge, store, notices, t }: CommandEnvironment) {
  let lastChange = 0
  const change = async (tracks: readonly Track[], liked: boolean) => {
    const trackIds = [...new Set(tracks.map((track) => track.id))]
    const first = tracks[0]
    if (!first) return
    lastChange += 1
    const own = lastChange
    store.set(pendingLikesAtom, (pending) => withPending(pending, trackIds, { liked, change: own }))
    const words = { count: trackIds.length, title: first.title || t('album.untitled') }
    if (liked) store.set(spokenAtom, t('likes.added', words))
    const reply = await setAll(trackIds, liked)
    if (reply.ok) store.set(storedLikesAtom, (likes) => withLikes(likes, trackIds, liked))
    store.set(pendingLikesAtom, (pending) => withoutPending(pending, trackIds, own))
    if (!reply.ok) {
      store.set(spokenAtom, '')
      notices.fail(reply.error)
    } else if (!liked) {
      notices.tell({
        tone: 'good',
        title: t('likes.removed', words),
        action: { label: t('queue.undo'), run: () => void change(tracks, true), undoes: true },
      })
    }
  }
  /** What is liked last stands first: lots go from the end, so that all stand as if they had gone in one. */
  const setAll = async (trackIds: readonly string[], liked: boolean) => {
    for (const lot of inLots(trackIds).toReversed()) {
      const reply = await bridge.call('likes.set', { trackIds: lot, liked })
      if (!reply.ok) return reply
    }
    return success(null)
  }
  return {
    like: () => {
      const track = store.get(currentTrackAtom)
      if (track) void change([track], !store.get(likesAtom).has(track.id))
    },
    'like-tracks': ({ tracks, liked }: ArgumentCommands['like-tracks']) => void change(tracks, liked),
  }
}
