import Database from 'better-sqlite3'
import fs from 'node:fs'
import { z } from 'zod'
import type { Connection } from './connection.ts'
import { sqliteCode } from './failures.ts'
import { type Migration, migrate, schemaVersion } from './migrate.ts'

/** Tables that are copied, in the order in which their references allow. */
export const salvagedTables: readonly string[] = [
  'settings',
  'session',
  'track',
  'played_track',
  'play',
  'library_folder',
  'library_track',
  'track_lyrics',
  'track_like',
  'playlist',
  'playlist_entry',
  'loudness',
  'secret',
  'node',
  'node_recording',
  'spotify_client',
  'import_job',
  'import_row',
  'remembered_match',
  'refused_match',
]

/** Tables that are made anew from the others. */
export const derivedTables: readonly string[] = [
  'library_stale',
  'library_problem',
  'album',
  'artist',
  'track_artist',
  'track_search',
  'track_text',
  'name_revision',
]

/** Notes of how far something derived has come: it begins anew with the tables it is about. */
const derivedNotes = ['search/index']

/**
 * Copies what can still be read of a damaged database into a fresh, empty one and answers how many rows that were. The
 * fresh one is first brought to the damaged one's schema, filled, and then left to be brought up to date, so that rows
 * of an older version take the usual way. Whatever goes wrong with reading ends the reading; only a failure to write
 * (a full disk) is thrown.
 */
export function salvage(damagedFile: string, fresh: Connection, migrations: readonly Migration[]): number {
  const companions = [`${damagedFile}-wal`, `${damagedFile}-shm`].filter((file) => !fs.existsSync(file))
  const damaged = openDamaged(damagedFile)
  if (damaged === null) return 0
  try {
    const { version } = damaged
    const isKnown = version >= 1 && version <= migrations.length
    // A number that never was is itself damage; the newest schema is then the best guess.
    migrate(fresh, migrations, isKnown ? version : migrations.length)
    const rows = salvagedTables.reduce((sum, table) => sum + copyTable(damaged.database, fresh, table), 0)
    const forget = fresh.prepare('DELETE FROM session WHERE key = ?')
    for (const note of derivedNotes) forget.run(note)
    return rows
  } finally {
    damaged.database.close()
    // A reader leaves these behind where there were none; they hold nothing.
    for (const file of companions) fs.rmSync(file, { force: true })
  }
}

function openDamaged(file: string): { readonly database: Connection; readonly version: number } | null {
  let database: Connection | null = null
  try {
    database = new Database(file, { readonly: true, fileMustExist: true })
    // SQLite refuses a file that is shorter than it should be as a whole, unless it is told that this is about repair.
    database.unsafeMode(true)
    database.pragma('writable_schema = ON')
    return { database, version: schemaVersion(database) }
  } catch {
    database?.close()
    return null
  }
}

/** `pk`: the column's place in the primary key, from 1 on; 0 where it is no part of it. */
const columnsSchema = z.array(z.object({ name: z.string(), pk: z.number() }))
/** `wr`: without row ids. */
const tableSchema = z.array(z.object({ wr: z.number() }))
const rowSchema = z.array(z.union([z.string(), z.number(), z.null(), z.instanceof(Uint8Array)]))

function copyTable(damaged: Connection, fresh: Connection, table: string): number {
  const columns = columnsSchema.parse(fresh.pragma(`table_info(${table})`))
  if (columns.length === 0) return 0
  const names = columns.map(({ name }) => name).join(', ')
  const insert = fresh.prepare(
    `INSERT OR IGNORE INTO ${table} (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  const key = orderOf(fresh, table, columns)
  return fresh.transaction((): number => {
    let rows = 0
    const keep = (row: unknown): void => {
      const values = rowSchema.safeParse(row)
      if (values.success) rows += insertFitting(insert, values.data)
    }
    // Damage stops a scan where it lies. A second scan from the other end reaches what lies behind it. Not through an
    // index: the table itself is what counts, whatever its indexes look like.
    const scan = `SELECT ${names} FROM ${table} NOT INDEXED ORDER BY`
    const order = (direction: 'ASC' | 'DESC'): string => key.map((column) => `${column} ${direction}`).join(', ')
    if (!readRows(damaged, `${scan} ${order('ASC')}`, keep)) readRows(damaged, `${scan} ${order('DESC')}`, keep)
    return rows
  })()
}

/** Columns in whose order a table lies. */
function orderOf(fresh: Connection, table: string, columns: z.infer<typeof columnsSchema>): readonly string[] {
  const [facts] = tableSchema.parse(fresh.pragma(`table_list(${table})`))
  if (facts?.wr !== 1) return ['rowid']
  const key = columns.filter(({ pk }) => pk > 0).toSorted((one, other) => one.pk - other.pk)
  return key.map(({ name }) => name)
}

/** Hands on rows until the end, or until reading fails. Answers whether it was the end. */
function readRows(damaged: Connection, sql: string, onRow: (row: unknown) => void): boolean {
  const read = <Value>(step: () => Value): Value | null => {
    try {
      return step()
    } catch {
      return null
    }
  }
  const rows = read(() => damaged.prepare(sql).raw().iterate())
  if (rows === null) return false
  for (;;) {
    const next = read(() => rows.next())
    if (next === null) return false
    if (next.done === true) return true
    onRow(next.value)
  }
}

/** One row that no longer fits its table is left out; the others may fit. */
function insertFitting(insert: Database.Statement, values: z.infer<typeof rowSchema>): number {
  try {
    return insert.run(...values).changes
  } catch (error) {
    if (sqliteCode(error)?.startsWith('SQLITE_CONSTRAINT') === true) return 0
    throw error
  }
}
