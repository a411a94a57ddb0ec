import fs from 'node:fs'
import path from 'node:path'
import { type Failure, type FailureCode, failure } from '../../../src/contract/index.ts'
import type { Log } from '../log/index.ts'
import { setAside } from './aside.ts'
import { backUp } from './backup.ts'
import { type CheckDepth, isSound, markSuspect, neededCheck } from './check.ts'
import { type Connection, openConnection, openMemory } from './connection.ts'
import { failureCodeOf, isDamage, sqliteCode } from './failures.ts'
import { type StoreFiles, removeDatabase } from './files.ts'
import { copyToMemory } from './memory.ts'
import { type Migration, migrate, schemaVersion } from './migrate.ts'
import { salvage } from './salvage.ts'
import { peekVersion } from './version.ts'

/** What opening needs. */
export interface Circumstances {
  readonly files: StoreFiles
  readonly migrations: readonly Migration[]
  readonly log: Log
  /** Unix time in ms. */
  readonly now: () => number
}

/** An open, sound database at the current schema, wherever it had to be. */
export interface OpenedDatabase {
  readonly database: Connection
  readonly mode: 'file' | 'memory'
  readonly notice: Failure | null
}

/** A schema version beyond this is no newer app's but damage. */
const plausibleVersion = 9999

/** The file cannot be used as a database: unreadable in part, or its content does not fit the next schema. */
class UnusableError extends Error {}

/** Opens the file if it can be used, else replaces it, else works in memory. See `openStore`. */
export function openDatabase(circumstances: Circumstances): OpenedDatabase {
  const { files, migrations, log } = circumstances
  const version = peekVersion(files)
  if (version > migrations.length && version <= plausibleVersion) {
    return { database: freshMemory(migrations), mode: 'memory', notice: failure('store-too-new') }
  }
  try {
    fs.mkdirSync(files.folder, { recursive: true, mode: 0o700 })
    finishReplacing(files)
    return openFile(circumstances)
  } catch (error) {
    log.error('data folder cannot be used', { error: asError(error) })
    return openInMemory(circumstances, failureFor(error))
  }
}

function openFile(circumstances: Circumstances): OpenedDatabase {
  const { files, log, now } = circumstances
  try {
    return { database: openSound(circumstances), mode: 'file', notice: null }
  } catch (error) {
    if (!(error instanceof UnusableError) && !isDamage(error)) throw error
    log.error('database is damaged', { error: asError(error) })
    markSuspect(files)
    fillReplacement(circumstances)
    const aside = setAside(files, now())
    finishReplacing(files)
    const database = openConnection(files.database)
    return { database, mode: 'file', notice: failure('store-damaged', { name: path.basename(aside) }) }
  }
}

/** Opens the file and brings it to the current schema. Closed again before any error leaves. */
function openSound({ files, migrations, log, now }: Circumstances): Connection {
  const depth = neededCheck(files)
  const database = openConnection(files.database)
  try {
    check(database, depth)
    if (depth === 'full') fs.rmSync(files.suspect, { force: true })
    const version = schemaVersion(database)
    if (version < 0 || version > migrations.length) throw new UnusableError('no version that ever was')
    probeWriting(database, version)
    if (version < migrations.length && version > 0) {
      if (depth === 'none') check(database, 'quick')
      backUp(database, files, version, now())
      log.info('database backed up before a migration', { version })
    }
    migrateUsable(database, migrations)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Finds out at once whether the file can be changed; a read-only one would say so only with the first write. */
function probeWriting(database: Connection, version: number): void {
  database.exec('BEGIN IMMEDIATE')
  try {
    database.pragma(`user_version = ${version}`)
  } finally {
    database.exec('ROLLBACK')
  }
}

function check(database: Connection, depth: CheckDepth): void {
  if (!isSound(database, depth)) throw new UnusableError('integrity check failed')
}

/** A migration that trips over what it finds will do so at every start: the content is then as good as damaged. */
function migrateUsable(database: Connection, migrations: readonly Migration[]): void {
  try {
    migrate(database, migrations)
  } catch (error) {
    // A full, failing or locked disk passes; content that a step cannot take, and a step that is wrong, do not.
    const passes = /^SQLITE_(FULL|READONLY|IOERR|BUSY|LOCKED|NOMEM|CANTOPEN)/.test(sqliteCode(error) ?? '')
    throw passes ? error : new UnusableError('migration failed', { cause: error })
  }
}

/**
 * Builds a sound database with what can be read of the damaged one, beside it. The damaged one is moved only when this is
 * complete: a kill or a full disk on the way leaves everything to the next start.
 */
function fillReplacement({ files, migrations, log }: Circumstances): void {
  const fill = (salvaging: boolean): void => {
    removeDatabase(files.replacement)
    const database = openConnection(files.replacement)
    try {
      if (salvaging) log.info('rows salvaged', { rows: salvage(files.database, database, migrations) })
      migrateUsable(database, migrations)
    } finally {
      database.close()
    }
  }
  try {
    fill(true)
  } catch (error) {
    if (!(error instanceof UnusableError)) throw error
    // What was salvaged cannot be brought up to date either. It stays in the damaged file: start empty.
    fill(false)
  }
}

/** Puts a complete replacement where the database was, also when a kill came between setting that aside and this. */
function finishReplacing(files: StoreFiles): void {
  if (!fs.existsSync(files.database) && fs.existsSync(files.replacement)) {
    fs.renameSync(files.replacement, files.database)
  }
}

function openInMemory({ files, migrations, log }: Circumstances, notice: FailureCode): OpenedDatabase {
  const database = copyToMemory(files)
  try {
    check(database, 'quick')
    migrate(database, migrations)
    return { database, mode: 'memory', notice: failure(notice) }
  } catch (error) {
    database.close()
    log.error('copy in memory cannot be used', { error: asError(error) })
  }
  const salvaged = openMemory()
  try {
    salvage(files.database, salvaged, migrations)
    migrate(salvaged, migrations)
    return { database: salvaged, mode: 'memory', notice: failure(notice) }
  } catch {
    salvaged.close()
    return { database: freshMemory(migrations), mode: 'memory', notice: failure(notice) }
  }
}

function freshMemory(migrations: readonly Migration[]): Connection {
  const database = openMemory()
  migrate(database, migrations)
  return database
}

/** Whatever keeps us from writing, the person's way out is the same, unless it is room on the disk. */
function failureFor(error: unknown): FailureCode {
  const systemCode = error instanceof Error && 'code' in error ? error.code : undefined
  if (systemCode === 'ENOSPC' || systemCode === 'EDQUOT') return 'disk-full'
  return failureCodeOf(sqliteCode(error) ?? '') ?? 'store-read-only'
}

function asError(error: unknown): Error | undefined {
  return error instanceof Error ? error : undefined
}
