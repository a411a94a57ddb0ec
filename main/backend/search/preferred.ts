import { z } from 'zod'
import type { Store } from '../store/index.ts'
import { createPauses } from '../turns.ts'
import { affinityOf } from './rank.ts'
import { createRemembered } from './remembered.ts'

/** How much each of the most liked and most played tracks of the library is liked, by row id. */
export interface Preferred {
  /** As of the last `refresh`. */
  affinities(): ReadonlyMap<number, number>
  /** Reads likes and plays again, in slices, when there is one more or less. */
  refresh(): Promise<void>
}

const stampSchema = z.object({ stamp: z.string() })
const playedSchema = z.object({ track_id: z.string(), started_at: z.number(), play_id: z.string() })
const rowSchema = z.object({ row_id: z.number(), track_id: z.string() })

/** Of likes and of plays the newest so many are looked at; so many tracks are preferred. */
const newestLikes = 600
const newestPlays = 5000
const mostPreferred = 600

/** Plays read, and tracks looked up, in one go: 0.2 ms from memory, some 4 from the disk. */
const playsPerGo = 200
const tracksPerGo = 40

/** What is preferred, over the store. */
export function createPreferred(store: Store): Preferred {
  const stamp = (): string => {
    const row = store.get(
      `SELECT (SELECT count(*) FROM track_like) || ' ' || coalesce((SELECT max(liked_at) FROM track_like), 0) || ' ' ||
         coalesce((SELECT max(rowid) FROM play), 0) || ' ' || coalesce((SELECT max(row_id) FROM library_track), 0) AS stamp`,
      stampSchema,
    )
    return `${store.generation()} ${row?.stamp ?? ''}`
  }

  const readPlays = async (pause: () => Promise<void>): Promise<ReadonlyMap<string, number>> => {
    const plays = new Map<string, number>()
    let [startedAt, playId] = [Number.MAX_SAFE_INTEGER, '']
    for (let read = 0; read < newestPlays; read += playsPerGo) {
      const rows = store.all(
        `SELECT track_id, started_at, play_id FROM play WHERE (started_at, play_id) < (?, ?)
         ORDER BY started_at DESC, play_id DESC LIMIT ?`,
        playedSchema,
        startedAt,
        playId,
        playsPerGo,
      )
      for (const { track_id } of rows) plays.set(track_id, (plays.get(track_id) ?? 0) + 1)
      const last = rows.at(-1)
      if (last === undefined || rows.length < playsPerGo) break
      startedAt = last.started_at
      playId = last.play_id
      await pause()
    }
    return plays
  }

  const read = async (): Promise<ReadonlyMap<number, number>> => {
    const liked = new Set(store.texts('SELECT track_id FROM track_like ORDER BY liked_at DESC LIMIT ?', newestLikes))
    const pause = createPauses()
    const plays = await readPlays(pause)
    const wanted = [...new Set([...liked, ...plays.keys()])]
    const tracks: { readonly rowId: number; readonly isLiked: boolean; readonly plays: number }[] = []
    for (let from = 0; from < wanted.length; from += tracksPerGo) {
      await pause()
      // The cross join keeps SQLite from going through the library instead of through the few that are liked or played.
      const rows = store.all(
        `SELECT row_id, track_id FROM json_each(?) CROSS JOIN library_track ON track_id = value
         WHERE missing_since IS NULL`,
        rowSchema,
        JSON.stringify(wanted.slice(from, from + tracksPerGo)),
      )
      for (const { row_id, track_id } of rows) {
        tracks.push({ rowId: row_id, isLiked: liked.has(track_id), plays: plays.get(track_id) ?? 0 })
      }
    }
    const preferred = tracks
      .toSorted(
        (one, other) =>
          Number(other.isLiked) - Number(one.isLiked) || other.plays - one.plays || one.rowId - other.rowId,
      )
      .slice(0, mostPreferred)
    return new Map(preferred.map((track) => [track.rowId, affinityOf(track.isLiked, track.plays)]))
  }

  const affinities = createRemembered<ReadonlyMap<number, number>>(new Map(), stamp, read)
  return { affinities: () => affinities.value(), refresh: () => affinities.refresh() }
}
