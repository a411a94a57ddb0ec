import Database from 'better-sqlite3'
import { keepToOwner } from '../ownerOnly.ts'
import { sqliteCode } from './failures.ts'

/** A raw connection. Only this folder and its migrations see it; everybody else has a `Store`. */
export type Connection = Database.Database

/**
 * Opens a database file with the settings all connections share.
 *
 * - WAL with `synchronous = NORMAL`: a killed process loses nothing that was committed (the pages are with the system),
 *   and a power cut can never damage the file: it costs at most the writes of the last seconds, which here are a
 *   position or a play in progress. `FULL` would wait for the disk on every one of these small writes, on the thread
 *   that also answers the media handler. Writes a person would miss (settings) ask for it: see `transaction` of `Store`.
 * - Writing the log back into the database waits for the disk as well: a worker thread does it, see `createCheckpoints`.
 * - `checkpoint_fullfsync`: macOS's plain fsync leaves data in the drive's cache; a checkpoint must not.
 * - `busy_timeout`: another process (a backup tool, a second start in its first moments) may hold the file briefly.
 *
 * `prepare` sets what has to be set before anything is in the file.
 */
export function openConnection(file: string, prepare: (database: Connection) => void = () => undefined): Connection {
  // SQLite gives the files beside it the rights of the database.
  keepToOwner(file, ['-wal', '-shm'])
  try {
    return connect(file, 'NORMAL', prepare)
  } catch (error) {
    // On a disk without any room left, even the shared-memory file beside the database cannot be made. A connection that
    // shares the file with nobody needs none: what is stored can be read, and saving works again once there is room.
    if (sqliteCode(error) === 'SQLITE_IOERR_SHMSIZE') return connect(file, 'EXCLUSIVE', prepare)
    throw error
  }
}

function connect(file: string, locking: 'NORMAL' | 'EXCLUSIVE', prepare: (database: Connection) => void): Connection {
  const database = new Database(file, { timeout: 2000 })
  try {
    database.pragma(`locking_mode = ${locking}`)
    prepare(database)
    database.pragma('journal_mode = WAL')
    configure(database)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** An empty database in memory, or one filled with the bytes of a database file. */
export function openMemory(bytes?: Buffer): Connection {
  const database = new Database(bytes ?? ':memory:')
  configure(database)
  return database
}

function configure(database: Connection): void {
  database.pragma('synchronous = NORMAL')
  database.pragma('checkpoint_fullfsync = ON')
  database.pragma('foreign_keys = ON')
  // 16 MB: with SQLite's 2 MB, the indexes of a large library would be read from the system again at every write.
  database.pragma('cache_size = -16000')
  // After a large write the log's file shrinks to this again: more than it usually has, since shrinking and growing again
  // would wait for the disk.
  database.pragma('journal_size_limit = 32000000')
}

/** Runs a pragma that answers one number. */
export function numberPragma(database: Connection, name: string): number {
  const value = database.pragma(name, { simple: true })
  if (typeof value !== 'number') throw new TypeError(`pragma ${name} answered no number`)
  return value
}
