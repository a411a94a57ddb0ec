import { z } from 'zod'
import type { SmartRules } from '../../../../src/library/index.ts'
import { fold } from '../../search/index.ts'
import type { Store } from '../../store/index.ts'
import { breath } from '../../turns.ts'
import { compileOrder, mergeOrdered } from './order.ts'
import { type SmartRow, compileRules, dependencies } from './rules.ts'

/** Library rows looked at in one go: some 3 ms. */
const sliceSize = 500

const lastSchema = z.object({ last: z.number().nullable() })
const rowSchema = z.object({
  track_id: z.string(),
  sort_title: z.string(),
  sort_artist: z.string(),
  sort_album: z.string(),
  disc: z.number(),
  number: z.number(),
  year: z.number().nullable(),
  added_at: z.number(),
  liked: z.number(),
  plays: z.number(),
  played_at: z.number().nullable(),
  artists: z.string().nullable(),
  genres: z.string().nullable(),
  lossless: z.number().nullable(),
})

const counted = `(end = 'finished' OR heard_ms >= 30000)`

/** One statement for each set of what is needed: rules are never part of it. */
function statement(plays: boolean, tags: boolean): string {
  const ofPlays = (what: string): string =>
    `(SELECT ${what} FROM play WHERE play.track_id = library_track.track_id AND ${counted})`
  const ofTags = (name: string): string => `CASE WHEN json_valid(track_json) THEN ${name} END`
  return `SELECT library_track.track_id, sort_title, sort_artist, sort_album, disc, number, year, added_at,
      library_track.track_id IN (SELECT track_id FROM track_like) AS liked,
      ${plays ? ofPlays('count(*)') : '0'} AS plays,
      ${plays ? ofPlays('max(started_at)') : 'NULL'} AS played_at,
      ${tags ? ofTags(`track_json -> 'artists'`) : 'NULL'} AS artists,
      ${tags ? ofTags(`track_json -> 'genres'`) : 'NULL'} AS genres,
      ${tags ? ofTags(`track_json ->> '$.format.lossless'`) : 'NULL'} AS lossless
    FROM library_track ${tags ? 'JOIN track ON track.id = library_track.track_id' : ''}
    WHERE row_id > ? AND row_id <= ? AND missing_since IS NULL`
}

/**
 * The library's tracks that rules want, in their order. Reads the library some rows at a time, so that others run in
 * between; the limit bounds what is kept. `seed` decides what random is.
 */
export async function evaluateRules(store: Store, rules: SmartRules, now: number, seed: string): Promise<SmartRow[]> {
  const matches = compileRules(rules, now)
  const compare = compileOrder(rules, seed)
  const { plays, tags } = dependencies(rules)
  const sql = statement(plays, tags)
  const words = createWordsReader()
  const last = store.get('SELECT max(row_id) AS last FROM library_track', lastSchema)?.last ?? 0
  const limit = rules.limit ?? Infinity
  /** Ordered runs, each longer than the next: merging those of like length keeps the work small and each merge short. */
  const runs: SmartRow[][] = []
  const mergeLast = (): void => {
    const [one = [], other = []] = runs.splice(-2)
    runs.push(mergeOrdered(one, other, compare, limit))
  }
  for (let from = 0; from < last; from += sliceSize) {
    if (from > 0) await breath()
    const found = store
      .all(sql, rowSchema, from, from + sliceSize)
      .map((row) => rowOf(row, words))
      .filter(matches)
    runs.push(found.sort(compare).slice(0, limit))
    while (runs.length > 1 && (runs.at(-2)?.length ?? 0) <= (runs.at(-1)?.length ?? 0)) mergeLast()
  }
  while (runs.length > 1) {
    await breath()
    mergeLast()
  }
  return runs[0] ?? []
}

type WordsReader = (json: string | null) => readonly string[]

const wordsSchema = z.array(z.string())

/** Reads lists of names and folds them; equal ones are folded once. */
function createWordsReader(): WordsReader {
  const known = new Map<string, readonly string[]>()
  return (json) => {
    if (json === null) return []
    const words = known.get(json) ?? (wordsSchema.safeParse(JSON.parse(json)).data ?? []).map(fold)
    known.set(json, words)
    return words
  }
}

function rowOf(row: z.infer<typeof rowSchema>, words: WordsReader): SmartRow {
  return {
    trackId: row.track_id,
    title: row.sort_title,
    artist: row.sort_artist,
    album: row.sort_album,
    disc: row.disc,
    number: row.number,
    year: row.year,
    addedAt: row.added_at,
    liked: row.liked === 1,
    plays: row.plays,
    playedAt: row.played_at,
    artists: words(row.artists),
    genres: words(row.genres),
    lossless: row.lossless === 1,
  }
}
