import { z } from 'zod'
import type { Store } from '../store/index.ts'
import { breath } from '../turns.ts'

/** Deleted playlists stay in the store for so long. */
const keptMs = 30 * 86_400_000
/** Entries removed in one go. */
const sliceSize = 1000

const idSchema = z.object({ playlist_id: z.string() })

/**
 * Removes playlists for good that were deleted long ago, among them those that a killed process left half filled. A step at
 * a time: whatever ends it in the middle, they are as deleted as before.
 */
export async function sweepDeleted(store: Store, now: number): Promise<void> {
  const old = store.all('SELECT playlist_id FROM playlist WHERE deleted_at < ?', idSchema, now - keptMs)
  for (const { playlist_id } of old) {
    const removeSome = (): number =>
      store.run(
        `DELETE FROM playlist_entry
         WHERE entry_id IN (SELECT entry_id FROM playlist_entry WHERE playlist_id = ? LIMIT ?)`,
        playlist_id,
        sliceSize,
      )
    while (removeSome() === sliceSize) await breath()
    store.run('DELETE FROM playlist WHERE playlist_id = ? AND deleted_at < ?', playlist_id, now - keptMs)
  }
}
