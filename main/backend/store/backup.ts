import fs from 'node:fs'
import path from 'node:path'
import { keepToOwner, ownerOnlyFolder } from '../ownerOnly.ts'
import type { Connection } from './connection.ts'
import { type StoreFiles, fileStamp } from './files.ts'

/** Backups kept; older ones are removed. */
export const keptBackups = 3

/**
 * Copies the database as it is now into the backup folder and answers the copy's path. `VACUUM INTO` takes one consistent
 * state, waiting log pages included; the copy gets its name only when it is complete.
 */
export function backUp(database: Connection, files: StoreFiles, version: number, atMs: number): string {
  fs.mkdirSync(files.backups, { recursive: true, mode: ownerOnlyFolder })
  const target = path.join(files.backups, `melofy-${fileStamp(atMs)}-v${version}.sqlite`)
  const partial = `${target}.part`
  try {
    fs.rmSync(partial, { force: true })
    keepToOwner(partial)
    database.prepare('VACUUM INTO ?').run(partial)
    fs.renameSync(partial, target)
  } finally {
    fs.rmSync(partial, { force: true })
  }
  removeOldBackups(files)
  return target
}

function removeOldBackups(files: StoreFiles): void {
  const backups = fs
    .readdirSync(files.backups)
    .filter((name) => /^melofy-.*\.sqlite$/.test(name))
    .sort()
  for (const name of backups.slice(0, -keptBackups)) fs.rmSync(path.join(files.backups, name), { force: true })
}
