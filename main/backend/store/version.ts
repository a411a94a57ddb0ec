import Database from 'better-sqlite3'
import fs from 'node:fs'
import { schemaVersion } from './migrate.ts'
import { type StoreFiles, fileSize } from './files.ts'

/** Offset of `user_version` in a database file, big-endian, 4 bytes: sqlite.org/fileformat.html §1.3.13. */
const userVersionOffset = 60

/**
 * Reads the schema version of a database without changing a byte of it. Pages that wait in the write-ahead log count, so
 * after an unclean end the file is opened read-only (a reader never moves them). 0 for an absent or unreadable file.
 */
export function peekVersion(files: StoreFiles): number {
  let database: Database.Database | null = null
  try {
    if (fileSize(files.wal) === 0) return versionInHeader(files.database)
    database = new Database(files.database, { readonly: true, fileMustExist: true })
    return schemaVersion(database)
  } catch {
    return versionInHeader(files.database)
  } finally {
    database?.close()
  }
}

function versionInHeader(file: string): number {
  const header = Buffer.alloc(userVersionOffset + 4)
  let descriptor: number | null = null
  try {
    descriptor = fs.openSync(file, 'r')
    const length = fs.readSync(descriptor, header, 0, header.length, 0)
    const isDatabase = length === header.length && header.toString('latin1', 0, 16) === 'SQLite format 3\0'
    return isDatabase ? header.readInt32BE(userVersionOffset) : 0
  } catch {
    return 0
  } finally {
    if (descriptor !== null) fs.closeSync(descriptor)
  }
}
