import Database from 'better-sqlite3'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Connection, openMemory } from './connection.ts'
import { type StoreFiles, fileSize } from './files.ts'

/**
 * A copy of the database in memory, for a run that cannot write to the data folder: everything is there and can be
 * changed, and the changes last until the app is closed. Empty when the file cannot be read either.
 */
export function copyToMemory(files: StoreFiles): Connection {
  const bytes = readImage(files)
  return bytes === null ? openMemory() : openMemory(bytes)
}

function readImage(files: StoreFiles): Buffer | null {
  try {
    if (fileSize(files.database) === 0) return null
    return fileSize(files.wal) > 0 ? imageWithLog(files) : withoutLogFlag(fs.readFileSync(files.database))
  } catch {
    return null
  }
}

/** Pages in the write-ahead log belong to the data: a scratch copy puts them where they belong. */
function imageWithLog(files: StoreFiles): Buffer {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'melofy-'))
  try {
    const copy = path.join(scratch, 'copy.sqlite')
    fs.writeFileSync(copy, fs.readFileSync(files.database), { mode: 0o600 })
    fs.writeFileSync(`${copy}-wal`, fs.readFileSync(files.wal), { mode: 0o600 })
    const database = new Database(copy)
    try {
      database.pragma('journal_mode = DELETE')
      return database.serialize()
    } finally {
      database.close()
    }
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true })
  }
}

/** A database in memory has no write-ahead log and refuses an image that asks for one: sqlite.org/fileformat.html §1.3.3. */
function withoutLogFlag(bytes: Buffer): Buffer {
  if (bytes.length >= 20) bytes.fill(1, 18, 20)
  return bytes
}
