import fs from 'node:fs'
import path from 'node:path'
import type { Log } from '../log/index.ts'
import { createCheckpoints, usualLimits } from './checkpoints.ts'
import { type Connection, numberPragma, openConnection, openMemory } from './connection.ts'
import { removeDatabase } from './files.ts'
import { type Store, createStore } from './store.ts'

/** A store whose content can be made anew. */
export interface DisposableStore extends Store {
  /** `memory`: the folder cannot be used; what is kept lasts until the app is closed. */
  readonly mode: 'file' | 'memory'
  /** Ends all use. */
  close(): void
}

export interface DisposableOptions {
  /** The database file; its folder is made when missing. */
  readonly file: string
  /** SQL that makes the tables. */
  readonly schema: string
  /** Counts up when the schema changes: a file of any other version is made anew. */
  readonly version: number
  /** Size of a page, in bytes: a power of two. */
  readonly pageBytes: number
  readonly log: Log
}

/** How long the end waits for the thread that writes the log back, in ms. */
const patienceMs = 5000

/** Comes in bursts, of which none has to be on the disk soon: the log takes more before anybody waits for it, in bytes. */
const limits = { fullBytes: 64_000_000, limitBytes: 128_000_000 }

/**
 * Opens a database beside the app's own for what can be made anew: no backups, no migrations, nothing set aside. What is
 * damaged or of another version is removed and begun empty, at the start as well as when a statement finds it. Room of
 * deleted rows can be given back with `PRAGMA incremental_vacuum`.
 */
export function openDisposableStore(options: DisposableOptions): DisposableStore {
  const { file, log } = options
  const checkpoints = createCheckpoints(file, log, { ...usualLimits, ...limits })
  let mode: 'file' | 'memory' = 'file'

  function open(): Connection {
    try {
      const opened = openFile(options)
      mode = 'file'
      checkpoints.take(opened)
      return opened
    } catch (error) {
      log.warn('a store that can be made anew is kept in memory', { error: asError(error) })
      mode = 'memory'
      const opened = openMemory()
      opened.exec(options.schema)
      return opened
    }
  }

  let database = open()
  const store = createStore(database, {
    log,
    now: () => performance.now(),
    checkpoints,
    replace() {
      log.warn('a damaged store that can be made anew is begun anew')
      if (!checkpoints.letGo(patienceMs)) return null
      database.close()
      removeQuietly(file)
      database = open()
      return database
    },
  })
  return {
    ...store,
    get mode() {
      return mode
    },
    close() {
      checkpoints.letGo(patienceMs)
      checkpoints.close()
      database.close()
    },
  }
}

/** Opens the file at the wanted version, or makes it anew. Throws where that is impossible. */
function openFile(options: DisposableOptions): Connection {
  fs.mkdirSync(path.dirname(options.file), { recursive: true, mode: 0o700 })
  try {
    const database = openConnection(options.file)
    if (isWanted(database, options.version)) return database
    database.close()
  } catch {
    // Whatever it is, it is of no use.
  }
  removeDatabase(options.file)
  return makeFile(options)
}

function isWanted(database: Connection, version: number): boolean {
  try {
    return numberPragma(database, 'user_version') === version
  } catch (error) {
    database.close()
    throw error
  }
}

function makeFile({ file, schema, version, pageBytes }: DisposableOptions): Connection {
  const empty = openConnection(file, (database) => {
    // Both hold for good from the first table on, and not before.
    database.pragma(`page_size = ${pageBytes}`)
    database.pragma('auto_vacuum = INCREMENTAL')
    // Until then there is nothing to lose, and waiting for the disk would hold the thread.
    database.pragma('synchronous = OFF')
  })
  try {
    empty.transaction(() => {
      empty.exec(schema)
      empty.pragma(`user_version = ${version}`)
    })()
    return empty
  } catch (error) {
    empty.close()
    throw error
  }
}

function removeQuietly(file: string): void {
  try {
    removeDatabase(file)
  } catch {
    // What cannot be removed cannot be opened either: see `open`.
  }
}

function asError(error: unknown): Error | undefined {
  return error instanceof Error ? error : undefined
}
