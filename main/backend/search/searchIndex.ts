import { z } from 'zod'
import { type Store, parseTrack } from '../store/index.ts'
import { breath } from '../turns.ts'
import { foldingVersion } from './fold.ts'
import { type Searchable, indexRow } from './indexText.ts'
import type { TrackTexts } from './rank.ts'

/** The full-text index of the library's tracks, `track_search`, and the texts beside it, `track_text`. */
export interface SearchIndex {
  /** Adds or replaces a track, named by its row in `library_track`. Part of the transaction that is open. */
  indexTrack(rowId: number, track: Searchable): void
  forgetTrack(rowId: number): void
  /** For the start, before anybody writes tracks: the index of an empty library is whole, whatever comes into it later. */
  begin(): void
  /**
   * Builds the index anew where it was folded in another way, and writes the texts where an older release left none, in
   * slices that leave the process free for others. Tracks that come meanwhile are left to whoever writes them. What was done
   * stays when it is called off. Answers how many tracks it went through.
   */
  rebuildIfOutdated(signal: AbortSignal): Promise<number>
  /** Hears of every row that was added, replaced or taken out, before the transaction ends. */
  onRow(listener: (rowId: number) => void): void
}

const stateKey = 'search/index'
/**
 * `through`: the last row that was indexed, null when all are; `until`: the last row there was when that began. `part`: whether
 * all is being built, or texts beside an index that is whole; an older release, which did not say, wrote no texts.
 */
const stateSchema = z.object({
  version: z.number(),
  through: z.number().nullable(),
  until: z.number().default(Number.MAX_SAFE_INTEGER),
  part: z.enum(['all', 'texts']).optional(),
})
type State = z.infer<typeof stateSchema>
type Build = Pick<State, 'through' | 'until'> & { readonly part: 'all' | 'texts' }
const valueSchema = z.object({ value: z.string() })
const trackRowSchema = z.object({ row_id: z.number(), track_json: z.string() })

/** Tracks indexed in one go: some 5 ms. */
const tracksPerGo = 50

/** The index over the store. */
export function createSearchIndex(store: Store): SearchIndex {
  const listeners: ((rowId: number) => void)[] = []
  const tell = (rowId: number): void => {
    for (const listener of listeners) listener(rowId)
  }

  const writeTexts = (rowId: number, { title, artist, album }: TrackTexts): void => {
    store.run(
      'INSERT OR REPLACE INTO track_text (row_id, title, artist, album) VALUES (?, ?, ?, ?)',
      rowId,
      title,
      artist,
      album,
    )
  }

  const insert = (rowId: number, track: Searchable): void => {
    const row = indexRow(track)
    const { title, artist, album, extra } = row
    store.run(
      'INSERT OR REPLACE INTO track_search (rowid, title, artist, album, extra) VALUES (?, ?, ?, ?, ?)',
      rowId,
      title,
      artist,
      album,
      extra,
    )
    writeTexts(rowId, row)
    tell(rowId)
  }

  const readState = (): State | undefined => {
    const stored = store.get('SELECT value FROM session WHERE key = ?', valueSchema, stateKey)
    return stored === undefined ? undefined : stateSchema.safeParse(parseJson(stored.value)).data
  }
  const writeState = (state: Build): void => {
    store.run(
      'INSERT INTO session (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      stateKey,
      JSON.stringify({ version: foldingVersion, ...state }),
    )
  }

  const lastRow = (): number => store.numbers('SELECT ifnull(max(row_id), 0) FROM library_track')[0] ?? 0

  /** What is still to be built, if anything. */
  const begun = (): Build | null => {
    const state = readState()
    if (state?.version !== foldingVersion) return { part: 'all', through: 0, until: lastRow() }
    const { part, through, until } = state
    if (part !== undefined) return through === null ? null : { part, through, until }
    return { part: through === null ? 'texts' : 'all', through: 0, until: lastRow() }
  }

  const writeTrack = { all: insert, texts: (rowId: number, track: Searchable) => writeTexts(rowId, indexRow(track)) }

  /** Goes through some tracks after a row; answers how many, and the last one, or null when there is none. */
  const buildSome = ({ part, until }: Build, after: number): { readonly count: number; readonly last: number | null } =>
    store.transaction(() => {
      if (part === 'all' && after === 0) {
        store.run(`INSERT INTO track_search (track_search) VALUES ('delete-all')`)
        store.run('DELETE FROM track_text')
      }
      const rows = store.all(
        `SELECT row_id, track_json FROM library_track JOIN track ON track.id = track_id
         WHERE row_id > ? AND row_id <= ? ORDER BY row_id LIMIT ?`,
        trackRowSchema,
        after,
        until,
        tracksPerGo,
      )
      for (const row of rows) {
        const track = parseTrack(row.track_json)
        if (track !== undefined) writeTrack[part](row.row_id, track)
      }
      const last = rows.at(-1)?.row_id ?? null
      writeState({ part, through: last, until })
      return { count: rows.length, last }
    })

  return {
    indexTrack: insert,
    forgetTrack(rowId) {
      store.run('DELETE FROM track_search WHERE rowid = ?', rowId)
      store.run('DELETE FROM track_text WHERE row_id = ?', rowId)
      tell(rowId)
    },
    begin() {
      if (readState() === undefined && lastRow() === 0) writeState({ part: 'all', through: null, until: 0 })
    },
    async rebuildIfOutdated(signal) {
      const build = begun()
      if (build === null) return 0
      let through = build.through
      let written = 0
      while (through !== null && !signal.aborted) {
        const { count, last } = buildSome(build, through)
        written += count
        through = last
        await breath()
        await store.room()
      }
      return written
    },
    onRow(listener) {
      listeners.push(listener)
    },
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
