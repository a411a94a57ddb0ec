import { z } from 'zod'
import type { Store } from '../store/index.ts'
import { affinityOf } from './rank.ts'

/** How much each of the most liked and most played tracks of the library is liked, by row id. */
export interface Preferred {
  affinities(): ReadonlyMap<number, number>
}

const stampSchema = z.object({ stamp: z.string() })
const rowSchema = z.object({ row_id: z.number(), liked: z.number(), plays: z.number() })

/** Of likes and of plays the newest so many are looked at; so many tracks are preferred. */
const newestLikes = 600
const newestPlays = 5000
const mostPreferred = 600

/** Reads likes and plays again when there is one more or less; otherwise remembers. */
export function createPreferred(store: Store): Preferred {
  let known: { readonly stamp: string; readonly affinities: ReadonlyMap<number, number> } | null = null

  const read = (): ReadonlyMap<number, number> => {
    // The cross join keeps SQLite from going through the library instead of through the few that are liked or played.
    const rows = store.all(
      `SELECT row_id, max(liked) AS liked, sum(plays) AS plays FROM (
         SELECT track_id, 1 AS liked, 0 AS plays FROM (SELECT track_id FROM track_like ORDER BY liked_at DESC LIMIT ?)
         UNION ALL
         SELECT track_id, 0, count(*) FROM (SELECT track_id FROM play ORDER BY started_at DESC, play_id DESC LIMIT ?)
         GROUP BY track_id
       ) CROSS JOIN library_track USING (track_id)
       WHERE missing_since IS NULL GROUP BY row_id ORDER BY liked DESC, plays DESC LIMIT ?`,
      rowSchema,
      newestLikes,
      newestPlays,
      mostPreferred,
    )
    return new Map(rows.map((row) => [row.row_id, affinityOf(row.liked === 1, row.plays)]))
  }

  return {
    affinities() {
      const row = store.get(
        `SELECT (SELECT count(*) FROM track_like) || ' ' || coalesce((SELECT max(liked_at) FROM track_like), 0) || ' ' ||
           coalesce((SELECT max(rowid) FROM play), 0) || ' ' || coalesce((SELECT max(row_id) FROM library_track), 0) AS stamp`,
        stampSchema,
      )
      const stamp = `${store.generation()} ${row?.stamp ?? ''}`
      if (known?.stamp !== stamp) known = { stamp, affinities: read() }
      return known.affinities
    },
  }
}
