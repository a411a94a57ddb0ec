import type { Store } from '../../store/index.ts'
import { breath } from '../../turns.ts'
import { readOrder } from './columns.ts'
import { trackOrders } from './orders.ts'

/**
 * Library rows by when they were last played; those that never were stand after all others when the latest comes first, and
 * before them otherwise, by artist.
 */
export async function readPlayedOrder(store: Store, descending: boolean): Promise<Int32Array> {
  const played = new Int32Array(
    store.numbers(
      `SELECT row_id FROM (SELECT track_id, max(started_at) AS last FROM play WHERE heard_ms > 0 GROUP BY track_id)
       JOIN library_track USING (track_id) ORDER BY last, row_id`,
    ),
  )
  await breath()
  const all = await readOrder(store, trackOrders.artist, false)
  const isPlayed = new Set(played)
  const others = isPlayed.size === 0 ? all : all.filter((id) => !isPlayed.has(id))
  if (descending) played.reverse()
  const order = new Int32Array(played.length + others.length)
  order.set(played, descending ? 0 : others.length)
  order.set(others, descending ? played.length : 0)
  return order
}
