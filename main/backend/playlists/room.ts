import type { Emit, Handlers, Unsubscribe } from '../../../src/contract/index.ts'
import type { PlaylistSummary } from '../../../src/library/index.ts'
import type { Log } from '../log/index.ts'
import type { Store, TrackRepository } from '../store/index.ts'
import { createAnnouncer } from '../announcer.ts'
import { type Likes, type Replacement, createLikes } from './likes.ts'
import { sweepDeleted } from './sweep.ts'
import type { GrowingPlaylists } from './growing.ts'
import { type Playlists, createPlaylists } from './playlists.ts'

type PlaylistHandlers = Pick<Handlers, Extract<keyof Handlers, `likes.${string}` | `playlists.${string}`>>

/** What of likes and playlists changed. */
export type CollectionChange =
  | { readonly kind: 'likes'; readonly trackIds: readonly string[] }
  | { readonly kind: 'playlist'; readonly id: string }

/** Likes and playlists behind the contract. */
export interface PlaylistRoom {
  readonly handlers: PlaylistHandlers
  readonly likes: Pick<Likes, 'ids'>
  /** All playlists, as pages see them. */
  summaries(): Promise<readonly PlaylistSummary[]>
  /** The tracks of a playlist that exist, in its order, also those of a smart one. Rejects with `playlist-gone`. */
  trackIds(playlistId: string): Promise<string[]>
  /** For whoever fills a playlist row by row. */
  readonly growing: GrowingPlaylists
  /** Hears at once of every change, for whoever keeps lists that depend on it. */
  onChanged(listener: (change: CollectionChange) => void): Unsubscribe
  /** Tracks came, went or changed. */
  tracksChanged(): void
  /** Likes and rows of tracks that are missing go over to the tracks that their recordings are now. */
  replaced(pairs: readonly Replacement[]): void
  /** A play was recorded. */
  playsChanged(): void
  /** Removes for good what was deleted more than thirty days ago. */
  sweep(): Promise<void>
  close(): void
}

/** Pages hear of changes this long after the first of them; those in between come with it. */
const announceAfterMs = 20
/** What smart playlists hold after a like or a play comes a little later: it may cost a look at the whole library. */
const followAfterMs = 500
/** While the library changes (a scan), playlists are looked at anew this often at most, and for a tenth of the time. */
const tracksAnnounceAfterMs = 2000
const tracksAnnounceShare = 0.1

/** Puts likes and playlists together. `now` answers Unix time in ms. */
export function createPlaylistRoom(options: {
  readonly store: Store
  readonly tracks: Pick<TrackRepository, 'tracksByIds' | 'saveUnsaved'>
  readonly emit: Emit
  readonly log: Log
  readonly now?: () => number
}): PlaylistRoom {
  const { store, tracks, emit, log, now = Date.now } = options
  const listeners = new Set<(change: CollectionChange) => void>()
  const tell = (change: CollectionChange): void => {
    for (const listener of listeners) listener(change)
  }
  const likes = createLikes(store, now)
  const playlists: Playlists = createPlaylists({ store, tracks, now })
  let lookedForMs = 0
  const announcer = createAnnouncer(async () => {
    const startedMs = performance.now()
    try {
      emit('playlists.changed', await playlists.all())
    } catch (error) {
      log.warn('playlists could not be announced', { error: error instanceof Error ? error : undefined })
    }
    lookedForMs = performance.now() - startedMs
  })
  const follow = (what: 'likes' | 'plays'): void => {
    if (playlists.followed(what)) announcer.soon(followAfterMs)
  }
  playlists.onChanged((id) => {
    tell({ kind: 'playlist', id })
    announcer.soon(announceAfterMs)
  })

  return {
    handlers: {
      'likes.ids': () => likes.ids(),
      'likes.set': ({ trackIds, liked }) => {
        tracks.saveUnsaved()
        const changed = likes.set(trackIds, liked)
        if (changed.length === 0) return null
        tell({ kind: 'likes', trackIds: changed })
        follow('likes')
        emit('likes.changed', { trackIds: changed, liked })
        return null
      },
      'playlists.list': () => playlists.all(),
      'playlists.create': (input) => playlists.create(input),
      'playlists.rename': (input) => playlists.rename(input),
      'playlists.setRules': (input) => playlists.setRules(input),
      'playlists.delete': (input) => playlists.remove(input),
      'playlists.entries': (input) => playlists.entries(input),
      'playlists.add': (input) => playlists.addEntries(input),
      'playlists.remove': (input) => playlists.removeEntries(input),
      'playlists.move': (input) => playlists.moveEntries(input),
      'playlists.sort': (input) => playlists.sortEntries(input),
      'playlists.duplicates': (input) => playlists.duplicates(input),
      'playlists.export': (input, { signal }) => playlists.transfer.write(input, signal),
      'playlists.import': (input, { signal }) => playlists.transfer.read(input, signal),
      'playlists.undo': async ({ undoId }) => {
        await playlists.undo(undoId)
        return null
      },
    },
    likes,
    summaries: () => playlists.all(),
    trackIds: (playlistId) => playlists.trackIds(playlistId),
    growing: playlists.growing,
    onChanged(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tracksChanged() {
      playlists.tracksChanged()
      announcer.soon(Math.max(tracksAnnounceAfterMs, lookedForMs / tracksAnnounceShare))
    },
    replaced(pairs) {
      const { moved, tellPlaylists } = store.transaction(() => ({
        moved: likes.replace(pairs),
        tellPlaylists: playlists.replace(pairs),
      }))
      tellPlaylists()
      if (moved.length === 0) return
      const [gone, here] = [moved.map(({ from }) => from), moved.map(({ to }) => to)]
      tell({ kind: 'likes', trackIds: [...gone, ...here] })
      follow('likes')
      emit('likes.changed', { trackIds: gone, liked: false })
      emit('likes.changed', { trackIds: here, liked: true })
    },
    playsChanged: () => follow('plays'),
    sweep: () => sweepDeleted(store, now()),
    close: () => announcer.close(),
  }
}
