import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { type Store, parseTrack } from '../store/index.ts'
import { foldingVersion } from './fold.ts'
import { type Searchable, indexRow } from './indexText.ts'

/** The full-text index of the library's tracks, `track_search`. */
export interface SearchIndex {
  /** Adds or replaces a track, named by its row in `library_track`. Part of the transaction that is open. */
  indexTrack(rowId: number, track: Searchable): void
  forgetTrack(rowId: number): void
  /**
   * Builds the index anew where it was folded in another way, in slices that leave the process free for others. What was
   * done stays when it is called off. Answers how many tracks it indexed.
   */
  rebuildIfOutdated(signal: AbortSignal): Promise<number>
  /** Hears of every row that was added, replaced or taken out, before the transaction ends. */
  onRow(listener: (rowId: number) => void): void
}

const stateKey = 'search/index'
const stateSchema = z.object({ version: z.number(), through: z.number().nullable() })
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

  const readState = (): z.infer<typeof stateSchema> | undefined => {
    const stored = store.get('SELECT value FROM session WHERE key = ?', valueSchema, stateKey)
    return stored === undefined ? undefined : stateSchema.safeParse(parseJson(stored.value)).data
  }
  const writeState = (through: number | null): void => {
    store.run(
      'INSERT INTO session (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      stateKey,
      JSON.stringify({ version: foldingVersion, through }),
    )
  }

  /** Indexes the tracks after a row; answers the last one, or null when there is none. */
  const indexSome = (after: number): { readonly count: number; readonly last: number | null } =>
    store.transaction(() => {
      const rows = store.all(
        `SELECT row_id, track_json FROM library_track JOIN track ON track.id = track_id
         WHERE row_id > ? ORDER BY row_id LIMIT ?`,
        trackRowSchema,
        after,
        tracksPerGo,
      )
      for (const row of rows) {
        const track = parseTrack(row.track_json)
        if (track !== undefined) insert(row.row_id, track)
      }
      const last = rows.at(-1)?.row_id ?? null
      writeState(last)
      return { count: rows.length, last }
    })

  return {
    indexTrack: insert,
    forgetTrack(rowId) {
      store.run('DELETE FROM track_search WHERE rowid = ?', rowId)
      tell(rowId)
    },
    async rebuildIfOutdated(signal) {
      const state = readState()
      if (state?.version === foldingVersion && state.through === null) return 0
      let through: number | null = state?.version === foldingVersion ? state.through : null
      if (through === null) {
        through = 0
        store.transaction(() => {
          store.run(`INSERT INTO track_search (track_search) VALUES ('delete-all')`)
          writeState(0)
        })
      }
      let indexed = 0
      while (through !== null && !signal.aborted) {
        const { count, last } = indexSome(through)
        indexed += count
        through = last
        await setImmediate()
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
