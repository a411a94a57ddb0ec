import type { Failure } from '../../../src/contract/index.ts'
import type { Log } from '../log/index.ts'
import { markSuspect } from './check.ts'
import { createCheckpoints } from './checkpoints.ts'
import { type OpenedDatabase, openDatabase } from './database.ts'
import { storeFiles } from './files.ts'
import type { Migration } from './migrate.ts'
import { migrations as allMigrations } from './migrations/index.ts'
import { type Store, createStore } from './store.ts'

/** The store of one run, and what a person should know about how it was opened. */
export interface OpenedStore extends Store {
  /** `memory`: the data folder cannot be used; changes last until the app is closed. May change when damage is found. */
  readonly mode: 'file' | 'memory'
  readonly notice: Failure | null
  /** Ends all use; a file is left complete, without anything beside it. */
  close(): void
}

/**
 * How long to wait for the thread that writes the log back, in ms. At the end nothing is lost without it: the next start
 * finds the log. A damaged database must not be moved while it is open elsewhere.
 */
const patienceMs = { closing: 5000, replacing: 30_000 }

export interface OpenStoreOptions {
  /** Folder of all data; made when missing. */
  readonly folder: string
  readonly log: Log
  /** Unix time in ms. */
  readonly now?: () => number
  /** Monotonic clock in ms. */
  readonly monotonic?: () => number
  /** Hears of damage that a statement found, once it is dealt with. Must not throw. */
  readonly onNotice?: (notice: Failure) => void
  /** The schema's steps; tests hand in others. */
  readonly migrations?: readonly Migration[]
}

/**
 * Opens the one database of the app. Never refuses to start: a damaged file is set aside and replaced by what can be
 * read of it, a folder that cannot be written is worked on in memory, a file of a newer app is left untouched; each of
 * these says so in `notice`. Damage found later, by a statement, is dealt with in the same way at once.
 */
export function openStore(options: OpenStoreOptions): OpenedStore {
  const { folder, log, now = Date.now, monotonic = () => performance.now(), migrations = allMigrations } = options
  const files = storeFiles(folder)
  const open = (): OpenedDatabase => {
    const opened = openDatabase({ files, migrations, log, now })
    if (opened.notice !== null) log.warn('store opened with a notice', { code: opened.notice.code, mode: opened.mode })
    return opened
  }
  const checkpoints = createCheckpoints(files.database, log)
  let opened = open()
  if (opened.mode === 'file') checkpoints.take(opened.database)
  const store = createStore(opened.database, {
    log,
    now: monotonic,
    checkpoints,
    replace() {
      log.error('a statement found the database damaged')
      markSuspect(files)
      if (!checkpoints.letGo(patienceMs.replacing)) {
        log.error('the damaged database is still being written back: it is left to the next start')
        return null
      }
      opened.database.close()
      opened = open()
      if (opened.mode === 'file') checkpoints.take(opened.database)
      if (opened.notice !== null) options.onNotice?.(opened.notice)
      return opened.database
    },
  })
  return {
    ...store,
    get mode() {
      return opened.mode
    },
    get notice() {
      return opened.notice
    },
    close() {
      if (!checkpoints.letGo(patienceMs.closing)) log.warn('closed while the log is being written back')
      checkpoints.close()
      opened.database.close()
    },
  }
}
