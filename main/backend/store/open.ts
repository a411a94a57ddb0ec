import fs from 'node:fs'
import type { Failure } from '../../../src/contract/index.ts'
import type { Log } from '../log/index.ts'
import { openDatabase } from './database.ts'
import { type StoreFiles, storeFiles } from './files.ts'
import type { Migration } from './migrate.ts'
import { migrations as allMigrations } from './migrations/index.ts'
import { type Store, createStore } from './store.ts'

/** The store of one run, and what a person should know about how it was opened. */
export interface OpenedStore extends Store {
  /** `memory`: the data folder cannot be used; changes last until the app is closed. */
  readonly mode: 'file' | 'memory'
  readonly notice: Failure | null
  /** Ends all use; a file is left complete, without anything beside it. */
  close(): void
}

export interface OpenStoreOptions {
  /** Folder of all data; made when missing. */
  readonly folder: string
  readonly log: Log
  /** Unix time in ms. */
  readonly now?: () => number
  /** Monotonic clock in ms. */
  readonly monotonic?: () => number
  /** The schema's steps; tests hand in others. */
  readonly migrations?: readonly Migration[]
}

/**
 * Opens the one database of the app. Never refuses to start: a damaged file is set aside and replaced by what can be
 * read of it, a folder that cannot be written is worked on in memory, a file of a newer app is left untouched; each of
 * these says so in `notice`.
 */
export function openStore(options: OpenStoreOptions): OpenedStore {
  const { folder, log, now = Date.now, monotonic = () => performance.now(), migrations = allMigrations } = options
  const files = storeFiles(folder)
  const { database, mode, notice } = openDatabase({ files, migrations, log, now })
  if (notice !== null) log.warn('store opened with a notice', { code: notice.code, mode })
  const store = createStore(database, {
    log,
    now: monotonic,
    onDamage() {
      if (mode === 'file') markSuspect(files, log)
    },
  })
  return {
    ...store,
    mode,
    notice,
    close() {
      database.close()
    },
  }
}

/** Makes the next start look at the whole file. */
function markSuspect(files: StoreFiles, log: Log): void {
  log.error('a statement found the database damaged')
  try {
    fs.writeFileSync(files.suspect, '')
  } catch {
    // Without the mark, the next start sees the damage when it reads it.
  }
}
