import Database from 'better-sqlite3'
import fs from 'node:fs'
import { z } from 'zod'
import type { Log } from '../log/index.ts'
import type { Connection } from './connection.ts'
import { type Migration, migrate, schemaVersion } from './migrate.ts'

/** Tables in the order in which their references allow. */
const salvagedTables = ['settings', 'session', 'track', 'played_track', 'play']

/**
 * Copies what can still be read of a damaged database into a fresh, empty one and answers how many rows that were. The
 * fresh one is first brought to the damaged one's schema, filled, and then left to be brought up to date, so that rows
 * of an older version take the usual way. What cannot be read stays in the damaged file.
 */
export function salvage(damagedFile: string, fresh: Connection, migrations: readonly Migration[], log: Log): number {
  let damaged: Connection | null = null
  let rows = 0
  const companions = [`${damagedFile}-wal`, `${damagedFile}-shm`].filter((file) => !fs.existsSync(file))
  try {
    damaged = new Database(damagedFile, { readonly: true, fileMustExist: true })
    const version = schemaVersion(damaged)
    if (version < 1 || version > migrations.length) return rows
    migrate(fresh, migrations, version)
    for (const table of salvagedTables) rows += copyTable(damaged, fresh, table)
  } catch (error) {
    log.warn('salvage stopped early', { error: error instanceof Error ? error : undefined, rows })
  } finally {
    damaged?.close()
    // A reader leaves these behind where there were none; they hold nothing.
    for (const file of companions) fs.rmSync(file, { force: true })
  }
  return rows
}

const columnsSchema = z.array(z.object({ name: z.string() }))
const rowSchema = z.array(z.union([z.string(), z.number(), z.null()]))

function copyTable(damaged: Connection, fresh: Connection, table: string): number {
  const columns = columnsSchema.parse(fresh.pragma(`table_info(${table})`)).map((column) => column.name)
  if (columns.length === 0) return 0
  const names = columns.join(', ')
  const insert = fresh.prepare(
    `INSERT OR IGNORE INTO ${table} (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  const keep = (row: unknown): number => {
    try {
      return insert.run(...rowSchema.parse(row)).changes
    } catch {
      // One row that no longer fits its table; the others may.
      return 0
    }
  }
  let rows = 0
  // Damage stops a scan where it lies. A second scan from the other end reaches what lies behind it.
  for (const direction of ['ASC', 'DESC']) {
    const complete = fresh.transaction((): boolean => {
      try {
        // NOT INDEXED: the table itself is what counts, whatever its indexes look like.
        const scan = damaged.prepare(`SELECT ${names} FROM ${table} NOT INDEXED ORDER BY rowid ${direction}`).raw()
        for (const row of scan.iterate()) rows += keep(row)
        return true
      } catch {
        return false
      }
    })()
    if (complete) break
  }
  return rows
}
