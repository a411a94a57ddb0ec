import Database from 'better-sqlite3'
import fs from 'node:fs'

/** `unlockable`: the folder cannot be written or its file system knows no locks. */
export type LockResult =
  | { readonly kind: 'held'; release(): void }
  | { readonly kind: 'taken' }
  | { readonly kind: 'unlockable'; readonly error: unknown }

/**
 * Takes an exclusive lock on a file, at once or not at all. Node has no file locks, but SQLite brings the system's own on
 * all three: they die with the process however it dies, no other process can be taken for the owner because it got the
 * same number, and any folder will do. The file stays empty; never open it by other means, as closing it would give the
 * lock away (POSIX).
 */
export function takeLock(file: string): LockResult {
  const first = tryLock(file)
  if (first.kind !== 'unlockable' || !isNotDatabase(first.error)) return first
  // Something else wrote into it. Nobody can hold a lock on that; empty it in place, so that all still meet at one file.
  fs.truncateSync(file)
  return tryLock(file)
}

function tryLock(file: string): LockResult {
  let database: Database.Database | null = null
  try {
    database = new Database(file, { timeout: 0 })
    const held = database
    held.exec('BEGIN EXCLUSIVE')
    return {
      kind: 'held',
      release() {
        held.close()
      },
    }
  } catch (error) {
    database?.close()
    const isBusy = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
    return isBusy ? { kind: 'taken' } : { kind: 'unlockable', error }
  }
}

function isNotDatabase(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(NOTADB|CORRUPT)/.test(error.code)
}
