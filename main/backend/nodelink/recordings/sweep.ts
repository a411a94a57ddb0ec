import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import type { Store } from '../../store/index.ts'

/** What was found and never used is forgotten after so long, in ms. */
const keptForMs = 14 * 24 * 60 * 60_000
/** What is not among the newest so many is forgotten sooner: */
const newest = 20_000
/** after a day, in ms. A page that still shows it has been open for as long. */
const shownForMs = 24 * 60 * 60_000
/** Recordings looked at in one go. */
const perGo = 500

const rowSchema = z.object({ row_id: z.number(), track_id: z.string(), unused: z.number() })

/**
 * Forgets recordings, with their tracks, that were found long ago and that no like, playlist, import or history and none of
 * `queued` names. In portions that leave the process free for others; answers how many went.
 */
export async function sweepRecordings(
  store: Store,
  queued: ReadonlySet<string>,
  nowMs: number,
  signal: AbortSignal,
): Promise<number> {
  const beforeMs = forgottenBefore(store, nowMs)
  let through = 0
  let swept = 0
  for (;;) {
    const rows = store.all(
      `SELECT rowid AS row_id, track_id, found_at < ?
         AND NOT EXISTS (SELECT 1 FROM track_like WHERE track_like.track_id = node_recording.track_id)
         AND NOT EXISTS (SELECT 1 FROM playlist_entry WHERE playlist_entry.track_id = node_recording.track_id)
         AND NOT EXISTS (SELECT 1 FROM import_row WHERE import_row.track_id = node_recording.track_id)
         AND NOT EXISTS (SELECT 1 FROM remembered_match WHERE remembered_match.track_id = node_recording.track_id)
         AND NOT EXISTS (SELECT 1 FROM played_track WHERE played_track.track_id = node_recording.track_id) AS unused
       FROM node_recording WHERE rowid > ? ORDER BY rowid LIMIT ?`,
      rowSchema,
      beforeMs,
      through,
      perGo,
    )
    const last = rows.at(-1)
    if (last === undefined) return swept
    through = last.row_id
    swept += forget(
      store,
      rows.flatMap((row) => (row.unused === 1 && !queued.has(row.track_id) ? [row.track_id] : [])),
    )
    await setImmediate(undefined, { signal })
    await store.room()
  }
}

function forgottenBefore(store: Store, nowMs: number): number {
  const [crowdedMs = 0] = store.numbers(
    'SELECT found_at FROM node_recording ORDER BY found_at DESC LIMIT 1 OFFSET ?',
    newest,
  )
  return Math.max(nowMs - keptForMs, Math.min(crowdedMs, nowMs - shownForMs))
}

function forget(store: Store, trackIds: readonly string[]): number {
  if (trackIds.length === 0) return 0
  const ids = JSON.stringify(trackIds)
  return store.transaction(() => {
    store.run('DELETE FROM track WHERE id IN (SELECT value FROM json_each(?))', ids)
    return store.run('DELETE FROM node_recording WHERE track_id IN (SELECT value FROM json_each(?))', ids)
  })
}
