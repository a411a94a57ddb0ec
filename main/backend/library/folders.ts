import path from 'node:path'
import { z } from 'zod'
import type { LibraryFolder } from '../../../src/library/index.ts'
import type { Store } from '../store/index.ts'
import { isWithin } from './scan/scope.ts'
import type { Root } from './scan/types.ts'

/** What a scan keeps about a folder from one time to the next. */
export interface FolderMemory {
  /** A scan began and did not come to its end. */
  readonly isUnfinished: boolean
  /** The device that the folder was on; null while unknown. */
  readonly device: number | null
}

/** The folders that the person added. A folder that was taken out stays in the store, unseen, with its missing tracks. */
export interface Folders {
  list(): LibraryFolder[]
  roots(): Root[]
  /** All of them, those that were taken out too. */
  pathOf(id: number): string | undefined
  /** Adds a folder (absolute, links resolved) and takes up those below it. Null when it lies in one already. */
  add(folder: string): Root | null
  /** Takes a folder out and marks nothing yet; answers whether there was one. */
  remove(id: number): boolean
  memory(id: number): FolderMemory
  remember(id: number, memory: Partial<FolderMemory>): void
  setState(id: number, state: LibraryFolder['state']): boolean
  setScanned(id: number): void
}

const rowSchema = z.object({
  id: z.number(),
  path: z.string(),
  state: z.enum(['ready', 'offline', 'unreadable']),
  scanned_at: z.number().nullable(),
  present: z.number(),
})
const rootSchema = z.object({ id: z.number(), path: z.string() })
const memorySchema = z.object({ isUnfinished: z.boolean(), device: z.number().nullable() })
const nothingKnown: FolderMemory = { isUnfinished: false, device: null }

/** The folders over the store. `now` answers Unix time in ms. */
export function createFolders(store: Store, now: () => number): Folders {
  const roots = (): Root[] =>
    store.all(`SELECT id, path FROM library_folder WHERE state <> 'removed' ORDER BY path`, rootSchema)

  const memory = (id: number): FolderMemory => {
    const row = store.get(
      'SELECT scan_json FROM library_folder WHERE id = ?',
      z.object({ scan_json: z.string().nullable() }),
      id,
    )
    try {
      return memorySchema.safeParse(JSON.parse(row?.scan_json ?? 'null')).data ?? nothingKnown
    } catch {
      return nothingKnown
    }
  }

  return {
    list: () =>
      store
        .all(
          // Both counts are read off an index each.
          `SELECT id, path, state, scanned_at,
             (SELECT count(*) FROM library_track WHERE folder_id = id) -
             (SELECT count(*) FROM library_track WHERE folder_id = id AND missing_since IS NOT NULL) AS present
           FROM library_folder WHERE state <> 'removed' ORDER BY path`,
          rowSchema,
        )
        .map((row) => ({
          id: row.id,
          path: row.path,
          name: path.basename(row.path) || row.path,
          state: row.state,
          trackCount: row.present,
          scannedAt: row.scanned_at,
        })),
    roots,
    pathOf: (id) => store.get('SELECT id, path FROM library_folder WHERE id = ?', rootSchema, id)?.path,
    add(folder) {
      if (roots().some((root) => isWithin(folder, root.path))) return null
      return store.transaction(() => {
        const row = store.get(
          `INSERT INTO library_folder (path, state, added_at) VALUES (?, 'ready', ?)
           ON CONFLICT (path) DO UPDATE SET state = 'ready', added_at = excluded.added_at, scan_json = NULL
           RETURNING id, path`,
          rootSchema,
          folder,
          now(),
        )
        if (row === undefined) return null
        const below = store
          .all('SELECT id, path FROM library_folder WHERE id <> ?', rootSchema, row.id)
          .filter((other) => isWithin(other.path, folder))
        for (const { id } of below) {
          store.run('UPDATE library_track SET folder_id = ? WHERE folder_id = ?', row.id, id)
          store.run('UPDATE library_problem SET folder_id = ? WHERE folder_id = ?', row.id, id)
          store.run('DELETE FROM library_folder WHERE id = ?', id)
        }
        return row
      })
    },
    remove(id) {
      return store.transaction(() => {
        store.run('DELETE FROM library_problem WHERE folder_id = ?', id)
        return store.run(`UPDATE library_folder SET state = 'removed', scan_json = NULL WHERE id = ?`, id) > 0
      })
    },
    memory,
    remember(id, changes) {
      const value = JSON.stringify({ ...memory(id), ...changes })
      store.run('UPDATE library_folder SET scan_json = ? WHERE id = ?', value, id)
    },
    setState: (id, state) =>
      store.run(`UPDATE library_folder SET state = ? WHERE id = ? AND state NOT IN (?, 'removed')`, state, id, state) >
      0,
    setScanned(id) {
      store.run('UPDATE library_folder SET scanned_at = ? WHERE id = ?', now(), id)
    },
  }
}
