import { z } from 'zod'
import type { Store } from '../store/index.ts'
import { indexable } from './indexText.ts'
import type { TrackTexts } from './rank.ts'
import type { SearchIndex } from './searchIndex.ts'

/** Folded names of tracks, remembered while one types: successive look-ups find much the same. */
export interface TextCache {
  /** The texts of the rows that exist and are there. */
  textsOf(rowIds: readonly number[]): ReadonlyMap<number, TrackTexts>
  /** Those of the rows that are not remembered. */
  unknown(rowIds: readonly number[]): readonly number[]
}

const rowSchema = z.object({ row_id: z.number(), track_json: z.string() })
const namesSchema = z.object({ title: z.string(), artists: z.array(z.string()), albumTitle: z.string().nullable() })

/** Rows remembered: some 4 MB. */
const mostRows = 20_000

/** The cache over the store; `index` tells which rows changed. */
export function createTextCache(store: Store, index: Pick<SearchIndex, 'onRow'>): TextCache {
  const known = new Map<number, TrackTexts>()
  index.onRow((rowId) => known.delete(rowId))
  let generation = store.generation()

  function read(rowIds: readonly number[]): void {
    const rows = store.all(
      `SELECT row_id, track_json FROM json_each(?) JOIN library_track ON row_id = json_each.value
       JOIN track ON track.id = track_id`,
      rowSchema,
      JSON.stringify(rowIds),
    )
    for (const { row_id, track_json } of rows) {
      const names = readNames(track_json)
      if (names === undefined) continue
      const { title, artists, albumTitle } = names
      known.set(row_id, {
        title: indexable(title),
        artist: indexable(artists.join(' ')),
        album: indexable(albumTitle ?? ''),
      })
    }
  }

  const unknown = (rowIds: readonly number[]): readonly number[] => rowIds.filter((rowId) => !known.has(rowId))

  return {
    unknown,
    textsOf(rowIds) {
      if (known.size > mostRows || generation !== store.generation()) known.clear()
      generation = store.generation()
      const wanted = unknown(rowIds)
      if (wanted.length > 0) read(wanted)
      const found = new Map<number, TrackTexts>()
      for (const rowId of rowIds) {
        const texts = known.get(rowId)
        if (texts !== undefined) found.set(rowId, texts)
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
