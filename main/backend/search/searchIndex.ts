import { z } from 'zod'
import { type Store, parseTrack } from '../store/index.ts'
import { breath } from '../turns.ts'
import { foldingVersion } from './fold.ts'
import { type Searchable, indexRow } from './indexText.ts'

/** The full-text index of the library's tracks, `track_search`. */
export interface SearchIndex {
  /** Adds or replaces a track, named by its row in `library_track`. Part of the transaction that is open. */
  indexTrack(rowId: number, track: Searchable): void
  forgetTrack(rowId: number): void
  /** For the start, before anybody writes tracks: the index of an empty library is whole, whatever comes into it later. */
  begin(): void
  /**
   * Builds the index anew where it was folded in another way, in slices that leave the process free for others. Tracks that
   * come meanwhile are left to whoever writes them. What was done stays when it is called off. Answers how many tracks it
   * indexed.
   */
  rebuildIfOutdated(signal: AbortSignal): Promise<number>
  /** Hears of every row that was added, replaced or taken out, before the transaction ends. */
  onRow(listener: (rowId: number) => void): void
}

const stateKey = 'search/index'
/** `through`: the last row that was indexed, null when all are; `until`: the last row there was when that began. */
const stateSchema = z.object({
  version: z.number(),
  through: z.number().nullable(),
  until: z.number().default(Number.MAX_SAFE_INTEGER),
})
type State = z.infer<typeof stateSchema>
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

  const insert = (rowId: number, track: Searchable): void => {
    const { title, artist, album, extra } = indexRow(track)
    store.run(
      'INSERT OR REPLACE INTO track_search (rowid, title, artist, album, extra) VALUES (?, ?, ?, ?, ?)',
      rowId,
      title,
      artist,
      album,
      extra,
    )
    tell(rowId)
  }

  const readState = (): State | undefined => {
    const stored = store.get('SELECT value FROM session WHERE key = ?', valueSchema, stateKey)
    return stored === undefined ? undefined : stateSchema.safeParse(parseJson(stored.value)).data
  }
  const writeState = (state: Omit<State, 'version'>): void => {
    store.run(
      'INSERT INTO session (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      stateKey,
      JSON.stringify({ version: foldingVersion, ...state }),
    )
  }

  const lastRow = (): number => store.numbers('SELECT ifnull(max(row_id), 0) FROM library_track')[0] ?? 0

  /** Indexes the tracks after a row; answers the last one, or null when there is none. */
  const indexSome = (after: number, until: number): { readonly count: number; readonly last: number | null } =>
    store.transaction(() => {
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
        if (track !== undefined) insert(row.row_id, track)
      }
      const last = rows.at(-1)?.row_id ?? null
      writeState({ through: last, until })
      return { count: rows.length, last }
    })

  return {
    indexTrack: insert,
    forgetTrack(rowId) {
      store.run('DELETE FROM track_search WHERE rowid = ?', rowId)
      tell(rowId)
    },
    begin() {
      if (readState() === undefined && lastRow() === 0) writeState({ through: null, until: 0 })
    },
    async rebuildIfOutdated(signal) {
      const state = readState()
      if (state?.version === foldingVersion && state.through === null) return 0
      let through: number | null = state?.version === foldingVersion ? state.through : null
      let until = state?.until ?? 0
      if (through === null) {
        through = 0
        until = lastRow()
        store.transaction(() => {
          store.run(`INSERT INTO track_search (track_search) VALUES ('delete-all')`)
          writeState({ through: 0, until })
        })
      }
      let indexed = 0
      while (through !== null && !signal.aborted) {
        const { count, last } = indexSome(through, until)
        indexed += count
        through = last
        await breath()
        await store.room()
      }
      return indexed
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
