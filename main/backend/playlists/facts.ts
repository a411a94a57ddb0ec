import { z } from 'zod'
import { coverPath } from '../../../src/contract/index.ts'
import type { Store } from '../store/index.ts'
import { inSlices } from '../turns.ts'

/** What a playlist's summary needs of a track. */
export interface TrackFacts {
  readonly durationMs: number
  readonly coverPath: string | null
}

/** Facts of the tracks in playlists, kept in memory: a summary is then a walk over its entries. */
export interface FactsCache {
  /** Looks up those not yet known, in slices between which others run. */
  learn(trackIds: Iterable<string>): Promise<void>
  /** Null: there is no such track (any more). Only for those learnt. */
  get(trackId: string): TrackFacts | null
  /** Forgets some, or all. */
  forget(trackIds?: Iterable<string>): void
}

const rowSchema = z.object({
  id: z.string(),
  cover_hash: z.string().nullable(),
  cover_path: z.string().nullable(),
  duration_ms: z.number().nullable(),
})

/** Tracks looked up in one go: about 2 ms. */
const sliceSize = 300

/** Starts empty. */
export function createFactsCache(store: Store): FactsCache {
  const known = new Map<string, TrackFacts | null>()

  function lookUp(trackIds: readonly string[]): void {
    const rows = store.all(
      // The cover of what a server found is not among those that are kept by their hash.
      `SELECT track.id, track.cover_hash,
         CASE WHEN track.cover_hash IS NULL AND json_valid(track_json) THEN track_json ->> 'coverPath' END AS cover_path,
         CASE WHEN library_track.track_id IS NOT NULL THEN library_track.duration_ms
           WHEN json_valid(track_json) THEN CAST(track_json ->> 'durationMs' AS REAL) END AS duration_ms
       FROM json_each(?) JOIN track ON track.id = value LEFT JOIN library_track ON library_track.track_id = track.id`,
      rowSchema,
      JSON.stringify(trackIds),
    )
    for (const trackId of trackIds) known.set(trackId, null)
    for (const { id, cover_hash, cover_path, duration_ms } of rows) {
      known.set(id, {
        durationMs: duration_ms ?? 0,
        coverPath: cover_hash === null ? cover_path : coverPath(cover_hash),
      })
    }
  }

  return {
    async learn(trackIds) {
      const wanted = [...new Set(trackIds)]
      const missing = (): string[] => wanted.filter((trackId) => !known.has(trackId))
      // More than once only where what was learnt has been forgotten meanwhile.
      for (let left = missing(); left.length > 0; left = missing()) await inSlices(left, sliceSize, lookUp)
    },
    get: (trackId) => known.get(trackId) ?? null,
    forget(trackIds) {
      if (trackIds === undefined) known.clear()
      else for (const trackId of trackIds) known.delete(trackId)
    },
  }
}
