import { z } from 'zod'
import type { Store } from '../store/index.ts'
import { indexable } from './indexText.ts'
import type { TrackTexts } from './rank.ts'
import type { SearchIndex } from './searchIndex.ts'

/** Folded names of tracks, remembered while one types: successive look-ups find much the same. */
export interface TextCache {
  /** The texts of the rows that exist and are there. */
  textsOf(rowIds: readonly number[]): ReadonlyMap<number, TrackTexts>
}

const rowSchema = z.object({
  row_id: z.number(),
  title: z.string(),
  artists: z.string().nullable(),
  album: z.string().nullable(),
})

/** Rows remembered: some 4 MB. */
const mostRows = 20_000

/** The cache over the store; `index` tells which rows changed. */
export function createTextCache(store: Store, index: Pick<SearchIndex, 'onRow'>): TextCache {
  const known = new Map<number, TrackTexts>()
  index.onRow((rowId) => known.delete(rowId))
  let generation = store.generation()

  function read(rowIds: readonly number[]): void {
    const rows = store.all(
      `SELECT row_id, track_json ->> 'title' AS title, track_json ->> 'albumTitle' AS album,
         (SELECT group_concat(value, ' ') FROM json_each(track_json, '$.artists')) AS artists
       FROM json_each(?) JOIN library_track ON row_id = json_each.value JOIN track ON track.id = track_id`,
      rowSchema,
      JSON.stringify(rowIds),
    )
    for (const { row_id, title, artists, album } of rows) {
      known.set(row_id, { title: indexable(title), artist: indexable(artists ?? ''), album: indexable(album ?? '') })
    }
  }

  return {
    textsOf(rowIds) {
      if (known.size > mostRows || generation !== store.generation()) known.clear()
      generation = store.generation()
      const unknown = rowIds.filter((rowId) => !known.has(rowId))
      if (unknown.length > 0) read(unknown)
      const found = new Map<number, TrackTexts>()
      for (const rowId of rowIds) {
        const texts = known.get(rowId)
        if (texts !== undefined) found.set(rowId, texts)
      }
      return found
    },
  }
}
