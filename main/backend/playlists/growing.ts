import type { Store } from '../store/index.ts'
import { type ChangeContext, putEntry, removeEntries } from './changes.ts'

/**
 * Playlists that somebody else fills row by row, with entry ids of their own. All but `grown` are part of the caller's transaction and can be
 * repeated: what is there already is not done again.
 */
export interface GrowingPlaylists {
  /** Makes an empty playlist. A name that is taken gets a number. */
  begin(playlistId: string, name: string): void
  /**
   * Puts an entry before another one (null: at the end), or gives the one that is there another track. Nothing happens to a playlist that is
   * gone for good; one that was deleted may come back, and then has it. What it answers is to be called after the transaction.
   */
  put(
    playlistId: string,
    entry: { readonly entryId: string; readonly trackId: string },
    beforeEntryId: string | null,
  ): () => void
  takeOut(playlistId: string, entryId: string): void
  /** To be called some time after such changes: lists and pages learn of them. */
  grown(playlistId: string): void
}

interface GrowingParts {
  readonly store: Store
  /** What a change needs, now. */
  readonly context: () => ChangeContext
  /** A name like this that no other playlist has. */
  readonly nameFor: (name: string) => string
  /** The places of a playlist's entries were spread out: what became of those that undo remembers. */
  readonly onRenumbered: (playlistId: string, places: ReadonlyMap<number, number>) => void
  readonly onGrown: (playlistId: string) => void
}

/** Playlists over the store that are filled row by row. */
export function createGrowingPlaylists(parts: GrowingParts): GrowingPlaylists {
  const { store, context, nameFor, onRenumbered, onGrown } = parts
  return {
    begin(playlistId, name) {
      const { now } = context()
      store.run(
        `INSERT INTO playlist (playlist_id, name, rules_json, created_at, changed_at, deleted_at)
         VALUES (?, ?, NULL, ?, ?, NULL) ON CONFLICT DO NOTHING`,
        playlistId,
        nameFor(name),
        now,
        now,
      )
    },
    put(playlistId, entry, beforeEntryId) {
      const isThere = store.numbers('SELECT 1 FROM playlist WHERE playlist_id = ?', playlistId).length > 0
      const renumbered = isThere ? putEntry(context(), playlistId, entry, beforeEntryId) : null
      return () => {
        if (renumbered !== null) onRenumbered(playlistId, renumbered)
      }
    },
    takeOut: (playlistId, entryId) => void removeEntries(context(), playlistId, [entryId]),
    grown: onGrown,
  }
}
