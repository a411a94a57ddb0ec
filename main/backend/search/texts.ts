import { z } from 'zod'
import type { Store } from '../store/index.ts'
import { indexable } from './indexText.ts'
import type { TrackTexts } from './rank.ts'
import type { SearchIndex } from './searchIndex.ts'

/** Folded names of tracks, remembered while one types: successive look-ups find much the same. */
export interface TextCache {
  /** The texts of the rows that exist, those that are not remembered read in slices; `pause` stands between these. */
  textsOf(rowIds: readonly number[], pause: () => Promise<void>): Promise<ReadonlyMap<number, TrackTexts>>
  /** Grows when something that was remembered may have changed. */
  revision(): number
}

const textsSchema = z.object({ row_id: z.number(), title: z.string(), artist: z.string(), album: z.string() })
const rowSchema = z.object({ row_id: z.number(), track_json: z.string() })
const namesSchema = z.object({ title: z.string(), artists: z.array(z.string()), albumTitle: z.string().nullable() })

/** Rows remembered, twice so many at most: some 4 MB. */
const mostRows = 10_000

/** Rows read in one go: under 1 ms as a rule, 2 where their texts are still to be written beside the index. */
const rowsPerGo = 100

/** The cache over the store; `index` tells which rows changed. */
export function createTextCache(store: Store, index: Pick<SearchIndex, 'onRow'>): TextCache {
  /** What was asked for lately, and what was before that: looked up again it comes back, else it goes with the next turn. */
  let recent = new Map<number, TrackTexts>()
  let older = new Map<number, TrackTexts>()
  let revision = 0
  index.onRow((rowId) => {
    recent.delete(rowId)
    older.delete(rowId)
    revision += 1
  })
  let generation = store.generation()

  function remember(rowId: number, texts: TrackTexts): void {
    if (recent.size >= mostRows) {
      older = recent
      recent = new Map()
    }
    recent.set(rowId, texts)
  }

  function lookUp(rowId: number): TrackTexts | undefined {
    const texts = recent.get(rowId)
    if (texts !== undefined) return texts
    const old = older.get(rowId)
    if (old !== undefined) remember(rowId, old)
    return old
  }

  function read(rowIds: readonly number[], found: Map<number, TrackTexts>): void {
    const keep = (rowId: number, texts: TrackTexts): void => {
      remember(rowId, texts)
      found.set(rowId, texts)
    }
    const rows = store.all(
      'SELECT row_id, title, artist, album FROM json_each(?) JOIN track_text ON row_id = value',
      textsSchema,
      JSON.stringify(rowIds),
    )
    for (const { row_id, ...texts } of rows) keep(row_id, texts)
    const unwritten = rows.length === rowIds.length ? [] : rowIds.filter((rowId) => !found.has(rowId))
    if (unwritten.length === 0) return
    const tracks = store.all(
      `SELECT row_id, track_json FROM json_each(?) JOIN library_track ON row_id = json_each.value
       JOIN track ON track.id = track_id`,
      rowSchema,
      JSON.stringify(unwritten),
    )
    for (const { row_id, track_json } of tracks) {
      const names = readNames(track_json)
      if (names === undefined) continue
      const { title, artists, albumTitle } = names
      keep(row_id, {
        title: indexable(title),
        artist: indexable(artists.join(' ')),
        album: indexable(albumTitle ?? ''),
      })
    }
  }

  return {
    revision: () => revision,
    async textsOf(rowIds, pause) {
      if (generation !== store.generation()) {
        recent = new Map()
        older = new Map()
        revision += 1
      }
      generation = store.generation()
      const found = new Map<number, TrackTexts>()
      const unknown: number[] = []
      for (const rowId of rowIds) {
        const texts = lookUp(rowId)
        if (texts === undefined) unknown.push(rowId)
        else found.set(rowId, texts)
      }
      for (let from = 0; from < unknown.length; from += rowsPerGo) {
        await pause()
        read(unknown.slice(from, from + rowsPerGo), found)
      }
      return found
    },
  }
}

/** The few names of a track; reading all of it would take longer than finding it. */
function readNames(json: string): z.infer<typeof namesSchema> | undefined {
  try {
    return namesSchema.safeParse(JSON.parse(json)).data
  } catch {
    return undefined
  }
}
