import { z } from 'zod'
import type { Store } from '../store/index.ts'

/** The tracks that a person likes, of any origin; they outlive their files. */
export interface Likes {
  /** Ids of all liked tracks, those liked last first; tracks liked in one go stay in their order. */
  ids(): string[]
  /** Likes tracks, or no longer. Answers those for which that was a change. */
  set(trackIds: readonly string[], liked: boolean): string[]
  /** Likes of tracks go over to others, in their places. Answers which did. Part of the caller's transaction. */
  replace(pairs: readonly Replacement[]): Replacement[]
}

/** A track in whose place another one comes. */
export interface Replacement {
  readonly from: string
  readonly to: string
}

const idSchema = z.object({ track_id: z.string() })

/** Likes over the store. `now` answers Unix time in ms. */
export function createLikes(store: Store, now: () => number): Likes {
  return {
    ids: () => [...store.texts('SELECT track_id FROM track_like ORDER BY liked_at DESC, rowid')],

    replace(pairs) {
      const liked = new Set(
        store
          .all(
            'SELECT track_id FROM track_like WHERE track_id IN (SELECT value FROM json_each(?))',
            idSchema,
            JSON.stringify(pairs.map(({ from }) => from)),
          )
          .map(({ track_id }) => track_id),
      )
      const moving = pairs.filter(({ from }) => liked.has(from))
      for (const { from, to } of moving) {
        store.run('UPDATE OR IGNORE track_like SET track_id = ? WHERE track_id = ?', to, from)
        store.run('DELETE FROM track_like WHERE track_id = ?', from)
      }
      return moving
    },

    set(trackIds, liked) {
      const wanted = JSON.stringify(trackIds)
      return store.transaction(
        () => {
          const changed = store.all(
            `SELECT value AS track_id FROM json_each(?)
             WHERE (value IN (SELECT track_id FROM track_like)) <> ? GROUP BY value ORDER BY min(key)`,
            idSchema,
            wanted,
            liked ? 1 : 0,
          )
          if (liked) {
            store.run(
              `INSERT INTO track_like (track_id, liked_at) SELECT value, ? FROM json_each(?)
               WHERE true GROUP BY value ORDER BY min(key) ON CONFLICT DO NOTHING`,
              now(),
              wanted,
            )
          } else {
            store.run('DELETE FROM track_like WHERE track_id IN (SELECT value FROM json_each(?))', wanted)
          }
          return changed.map(({ track_id }) => track_id)
        },
        { durable: true },
      )
    },
  }
}
