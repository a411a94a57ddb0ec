import { z } from 'zod'
import { FailureError, type PlayRecord, type RecentPlay, failure, playEndSchema } from '../../../src/contract/index.ts'
import { type Store, parseTrack } from '../store/index.ts'

/** What was played. */
export interface HistoryStore {
  /** Writes a play, also while it goes on: the same `playId` again replaces what was written. */
  record(play: PlayRecord): void
  /** Latest plays, newest first, one per track. Tracks that could not be played at all are left out. */
  recent(limit: number): RecentPlay[]
}

const trackJsonSchema = z.object({ track_json: z.string() })
const endSchema = z.object({ end: z.string() })
const recentSchema = z.object({
  play_id: z.string(),
  track_id: z.string(),
  started_at: z.number(),
  heard_ms: z.number(),
  end: playEndSchema.catch('interrupted'),
  track_json: z.string(),
})

/**
 * History over the store. `onChange` hears of a play when it is first written and when it ends, not of the writes in
 * between. The player writes a running play as `interrupted`, so that is what stays of it when the app is killed.
 */
export function createHistory(store: Store, onChange: (play: RecentPlay) => void): HistoryStore {
  return {
    record(play) {
      const known = store.get('SELECT end FROM play WHERE play_id = ?', endSchema, play.playId)
      const json = trackJson(store, play.trackId)
      const track = json === undefined ? undefined : parseTrack(json)
      if (json === undefined || track === undefined) throw new FailureError(failure('not-found'))
      store.transaction(() => {
        if (known === undefined) keepTrack(store, play.trackId, json)
        store.run(
          `INSERT INTO play (play_id, track_id, started_at, heard_ms, end) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (play_id) DO UPDATE SET started_at = excluded.started_at, heard_ms = excluded.heard_ms,
             end = excluded.end`,
          play.playId,
          play.trackId,
          play.startedAt,
          play.heardMs,
          play.end,
        )
      })
      if (known?.end !== play.end && isPlayed(play)) onChange({ ...play, track })
    },

    recent(limit) {
      // Walks the plays from the newest and stops at `limit`: its cost does not grow with the history.
      const rows = store.all(
        `SELECT play_id, track_id, started_at, heard_ms, end, played_track.track_json FROM play
         JOIN played_track USING (track_id)
         WHERE NOT (end = 'failed' AND heard_ms = 0)
           AND NOT EXISTS (
             SELECT 1 FROM play AS later WHERE later.track_id = play.track_id
               AND (later.started_at, later.play_id) > (play.started_at, play.play_id)
               AND NOT (later.end = 'failed' AND later.heard_ms = 0))
         ORDER BY started_at DESC, play_id DESC LIMIT ?`,
        recentSchema,
        limit,
      )
      return rows.flatMap((row) => {
        const track = parseTrack(row.track_json)
        if (track === undefined) return []
        return [
          {
            playId: row.play_id,
            trackId: row.track_id,
            startedAt: row.started_at,
            heardMs: row.heard_ms,
            end: row.end,
            track,
          },
        ]
      })
    },
  }
}

function isPlayed(play: PlayRecord): boolean {
  return play.heardMs > 0 || play.end !== 'failed'
}

/** A track as it is known now, or as it was when it was last played. */
function trackJson(store: Store, trackId: string): string | undefined {
  return (
    store.get('SELECT track_json FROM track WHERE id = ?', trackJsonSchema, trackId) ??
    store.get('SELECT track_json FROM played_track WHERE track_id = ?', trackJsonSchema, trackId)
  )?.track_json
}

function keepTrack(store: Store, trackId: string, json: string): void {
  store.run(
    `INSERT INTO played_track (track_id, track_json) VALUES (?, ?)
     ON CONFLICT (track_id) DO UPDATE SET track_json = excluded.track_json`,
    trackId,
    json,
  )
}
