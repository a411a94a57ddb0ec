import fs from 'node:fs'
import path from 'node:path'

/** Where one store keeps its files. */
export interface StoreFiles {
  readonly folder: string
  readonly database: string
  /** Committed pages not yet in the database file; left behind only by a run that did not end properly. */
  readonly wal: string
  readonly sharedMemory: string
  /** Left when a statement met damage, so that the next opening looks closely. */
  readonly suspect: string
  /** What takes the place of a damaged database, while it is being filled. */
  readonly replacement: string
  readonly backups: string
}

/** The files of the store in a data folder. */
export function storeFiles(folder: string): StoreFiles {
  const database = path.join(folder, 'melofy.sqlite')
  return {
    folder,
    database,
    wal: `${database}-wal`,
    sharedMemory: `${database}-shm`,
    suspect: `${database}-suspect`,
    replacement: `${database}-replacement`,
    backups: path.join(folder, 'backups'),
  }
}

/** Size of a file in bytes; 0 when it does not exist. */
export function fileSize(file: string): number {
  return fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

/** Removes a database file and what SQLite keeps beside it. */
export function removeDatabase(file: string): void {
  for (const suffix of ['-wal', '-shm', '']) fs.rmSync(`${file}${suffix}`, { force: true })
}

/** A moment as part of a file name, for example `2026-05-01T10-20-30-400Z`. */
export function fileStamp(atMs: number): string {
  return new Date(atMs).toISOString().replaceAll(/[:.]/g, '-')
}
