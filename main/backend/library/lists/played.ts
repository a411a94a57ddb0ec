import type { Store } from '../../store/index.ts'
import { breath, readOrder } from './columns.ts'
import { trackOrders } from './orders.ts'

/**
 * Library rows by when they were last played; those that never were stand after all others when the latest comes first, and
 * before them otherwise, by artist.
 */
export async function readPlayedOrder(store: Store, descending: boolean): Promise<Int32Array> {
  const played = store.numbers(
    `SELECT row_id FROM (SELECT track_id, max(started_at) AS last FROM play WHERE heard_ms > 0 GROUP BY track_id)
     JOIN library_track USING (track_id) ORDER BY last, row_id`,
  )
  await breath()
  const isPlayed = new Set(played)
  const others = (await readOrder(store, trackOrders.artist, false)).filter((id) => !isPlayed.has(id))
  return Int32Array.from(descending ? [...played.toReversed(), ...others] : [...others, ...played])
}
