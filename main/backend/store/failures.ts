import Database from 'better-sqlite3'
import { type FailureCode, FailureError, failure } from '../../../src/contract/index.ts'

/** SQLite's result code of an error, for example `SQLITE_FULL`; null for errors that are not SQLite's. */
export function sqliteCode(error: unknown): string | null {
  return error instanceof Database.SqliteError ? error.code : null
}

/** The file is not (or no longer) a sound database. */
export function isDamage(error: unknown): boolean {
  const code = sqliteCode(error)
  return code !== null && /^SQLITE_(CORRUPT|NOTADB)/.test(code)
}

/** Which failure an SQLite result code means to a person; null where it is our own mistake. Codes: sqlite.org/rescode.html */
export function failureCodeOf(code: string): FailureCode | null {
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return 'store-damaged'
  // Without room, SQLite cannot grow its shared-memory file either; that has a code of its own.
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE') return 'disk-full'
  if (/^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)/.test(code)) return 'store-read-only'
  return null
}

/** Turns an SQLite error that a person can do something about into a failure; anything else stays as it is. */
export function toFailureError(error: unknown): unknown {
  const code = sqliteCode(error)
  const failureCode = code === null ? null : failureCodeOf(code)
  return failureCode === null ? error : new FailureError(failure(failureCode), { cause: error })
}
