import fs from 'node:fs'
import { z } from 'zod'
import type { Connection } from './connection.ts'
import { isDamage } from './failures.ts'
import { type StoreFiles, fileSize } from './files.ts'

/** Up to this size a look at the whole file costs a start a few milliseconds, so every start takes it. */
export const alwaysCheckedBytes = 4_000_000

export type CheckDepth = 'none' | 'quick' | 'full'

/**
 * How closely to look at a database before it is used. Start-up stays fast: a large file that was closed properly is
 * trusted. Asked before it is opened, because opening it uses up the signs.
 */
export function neededCheck(files: StoreFiles): CheckDepth {
  if (fs.existsSync(files.suspect)) return 'full'
  if (fileSize(files.wal) > 0) return 'quick'
  return fileSize(files.database) <= alwaysCheckedBytes ? 'quick' : 'none'
}

/** Makes the next opening look at the whole file, whatever happens until then. */
export function markSuspect(files: StoreFiles): void {
  try {
    fs.writeFileSync(files.suspect, '')
  } catch {
    // Without the mark, the damage is found again when it is read.
  }
}

const findingSchema = z.array(z.object({ quick_check: z.string() }).or(z.object({ integrity_check: z.string() })))

/** True when the database is sound as far as the check looks. `quick` leaves out whether indexes match their tables. */
export function isSound(database: Connection, depth: CheckDepth): boolean {
  if (depth === 'none') return true
  try {
    const findings = findingSchema.parse(database.pragma(depth === 'quick' ? 'quick_check(1)' : 'integrity_check(1)'))
    return findings.every((finding) => Object.values(finding)[0] === 'ok')
  } catch (error) {
    if (isDamage(error)) return false
    throw error
  }
}
