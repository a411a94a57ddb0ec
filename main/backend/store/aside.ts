import fs from 'node:fs'
import path from 'node:path'
import { type StoreFiles, fileSize, fileStamp } from './files.ts'

/**
 * Moves a damaged database out of the way, with the files that belong to it, and answers its new path. Nothing is ever
 * deleted: somebody may still get more out of it than we do.
 */
export function setAside(files: StoreFiles, atMs: number): string {
  const aside = path.join(files.folder, `melofy-damaged-${fileStamp(atMs)}.sqlite`)
  if (fileSize(files.wal) === 0) {
    // Opening made these, and they hold nothing.
    for (const file of [files.wal, files.sharedMemory]) fs.rmSync(file, { force: true })
  }
  // The write-ahead log first: a kill in between must not leave it beside a fresh database.
  for (const [file, suffix] of [
    [files.wal, '-wal'],
    [files.sharedMemory, '-shm'],
    [files.database, ''],
  ] as const) {
    if (fs.existsSync(file)) fs.renameSync(file, `${aside}${suffix}`)
  }
  fs.rmSync(files.suspect, { force: true })
  return aside
}
