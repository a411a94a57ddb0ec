import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { FailureError } from '../../../src/contract/index.ts'
import { silentLog } from '../log/index.ts'
import { alwaysCheckedBytes } from './check.ts'
import { storeFiles } from './files.ts'
import { derivedTables, salvagedTables } from './salvage.ts'
import type { Migration } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { type OpenedStore, type OpenStoreOptions, openStore } from './open.ts'
import { asOrdinaryUser, sampleStoredTrack, temporaryFolder, spoil } from './testing/index.ts'
import { createTrackRepository } from './tracks.ts'

let folder: string
const opened: OpenedStore[] = []

beforeEach(() => {
  folder = temporaryFolder()
})

afterEach(() => {
  for (const store of opened.splice(0)) store.close()
  fs.chmodSync(folder, 0o777)
  fs.rmSync(folder, { recursive: true, force: true })
})

function open(options: Partial<OpenStoreOptions> = {}): OpenedStore {
  const store = openStore({ folder, log: silentLog, now: () => Date.UTC(2026, 0, 2, 3, 4, 5), ...options })
  opened.push(store)
  return store
}

function close(store: OpenedStore): void {
  opened.splice(opened.indexOf(store), 1)
  store.close()
}

const valueSchema = z.object({ value: z.string() })
const setting = (store: OpenedStore, key = 'theme'): string | undefined =>
  store.get('SELECT value FROM settings WHERE key = ?', valueSchema, key)?.value
const set = (store: OpenedStore, value: string, key = 'theme'): void => {
  store.run('INSERT INTO settings VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value', key, value)
}
const database = (): string => storeFiles(folder).database
const digest = (file: string): string => createHash('sha256').update(fs.readFileSync(file)).digest('hex')
const damagedFiles = (): string[] =>
  fs
    .readdirSync(folder)
    .filter((name) => name.startsWith('melofy-damaged-'))
    .sort()

/** Closes the store but leaves the files as a killed process would: the last writes still in the write-ahead log. */
function killed(store: OpenedStore): void {
  const { database: file, wal } = storeFiles(folder)
  const main = fs.readFileSync(file)
  const log = fs.readFileSync(wal)
  close(store)
  fs.writeFileSync(file, main)
  fs.writeFileSync(wal, log)
}

const failureCode = (work: () => unknown): string => {
  try {
    work()
    return 'no failure'
  } catch (error) {
    return error instanceof FailureError ? error.failure.code : String(error)
  }
}

test('what was written is there after a restart, and a closed store is one complete file', () => {
  const first = open()
  expect([first.mode, first.notice]).toEqual(['file', null])
  set(first, '"dark"')
  close(first)
  expect(fs.readdirSync(folder)).toEqual(['melofy.sqlite'])
  const second = open()
  expect([setting(second), second.notice]).toEqual(['"dark"', null])
})

test('what was committed is there after a kill', () => {
  const first = open()
  set(first, '"dark"')
  killed(first)
  const second = open()
  expect([setting(second), second.notice]).toEqual(['"dark"', null])
})

test('an empty file, as a crash of the whole computer may leave it, is a fresh start and no damage', () => {
  fs.writeFileSync(database(), '')
  const store = open()
  expect([store.mode, store.notice]).toEqual(['file', null])
})

test.each([
  ['a text file', (file: string) => fs.writeFileSync(file, 'Dear diary\n'.repeat(500))],
  ['noise from the first byte on', (file: string) => spoil(file, 0, 1)],
  ['a file cut in the middle', (file: string) => fs.truncateSync(file, Math.floor(fs.statSync(file).size / 2))],
  ['a file cut inside its header', (file: string) => fs.truncateSync(file, 50)],
])('%s is set aside untouched, and the app works on a fresh one', (_what, damage) => {
  const first = open()
  set(first, '"dark"')
  close(first)
  damage(database())
  const before = digest(database())

  const second = open()
  expect(second.mode).toBe('file')
  expect(second.notice).toEqual({
    code: 'store-damaged',
    data: { name: 'melofy-damaged-2026-01-02T03-04-05-000Z.sqlite' },
  })
  expect(damagedFiles()).toEqual(['melofy-damaged-2026-01-02T03-04-05-000Z.sqlite'])
  expect(digest(path.join(folder, damagedFiles()[0] ?? ''))).toBe(before)
  set(second, '"light"')
  close(second)
  const third = open()
  expect([setting(third), third.notice]).toEqual(['"light"', null])
})

test('settings and most tracks survive damage in the middle of the file', () => {
  const first = open()
  set(first, '"dark"')
  const ids = Array.from({ length: 2000 }, (_, index) => `t${index}`)
  createTrackRepository(first).saveTracks(ids.map((id) => sampleStoredTrack(id)))
  close(first)
  spoil(database(), 0.6, 0.62)

  const second = open()
  expect(second.notice?.code).toBe('store-damaged')
  expect(setting(second)).toBe('"dark"')
  const saved = createTrackRepository(second).tracksByIds(ids).length
  expect(saved).toBeGreaterThan(1500)
  expect(saved).toBeLessThan(2000)
})

test('what lies before the cut survives a file that lost its end', () => {
  const first = open()
  set(first, '"dark"')
  createTrackRepository(first).saveTracks(Array.from({ length: 500 }, (_, index) => sampleStoredTrack(`t${index}`)))
  close(first)
  fs.truncateSync(database(), Math.floor(fs.statSync(database()).size * 0.7))
  const second = open()
  expect([second.notice?.code, setting(second)]).toEqual(['store-damaged', '"dark"'])
})

test('a write-ahead log beside a damaged file cannot spoil the fresh one', () => {
  const first = open()
  for (let index = 0; index < 500; index += 1) set(first, '"x"', `key ${index}`)
  close(first)
  const again = open()
  set(again, '"dark"')
  killed(again)
  spoil(database(), 0, 1)
  const second = open()
  expect(second.notice?.code).toBe('store-damaged')
  set(second, '"light"')
  killed(second)
  const third = open()
  expect([setting(third), third.notice]).toEqual(['"light"', null])
})

test('a kill before the replacement got its place costs nothing', () => {
  const first = open()
  set(first, '"dark"')
  close(first)
  fs.renameSync(database(), storeFiles(folder).replacement)
  const second = open()
  expect([setting(second), second.notice]).toEqual(['"dark"', null])
})

test('a half-filled replacement of an earlier start is filled anew', () => {
  const first = open()
  set(first, '"dark"')
  createTrackRepository(first).saveTracks(Array.from({ length: 500 }, (_, index) => sampleStoredTrack(`t${index}`)))
  close(first)
  spoil(database(), 0.6, 0.65)
  fs.writeFileSync(storeFiles(folder).replacement, 'half')
  fs.writeFileSync(`${storeFiles(folder).replacement}-wal`, 'half')
  const second = open()
  expect([second.mode, second.notice?.code, setting(second)]).toEqual(['file', 'store-damaged', '"dark"'])
  close(second)
  expect(fs.readdirSync(folder).filter((name) => !name.startsWith('melofy-damaged-'))).toEqual(['melofy.sqlite'])
})

test('a damaged file that cannot be replaced stays where it is, and what can be read of it is there', () => {
  const first = open()
  set(first, '"dark"')
  createTrackRepository(first).saveTracks(Array.from({ length: 500 }, (_, index) => sampleStoredTrack(`t${index}`)))
  close(first)
  spoil(database(), 0.6, 0.65)
  fs.mkdirSync(storeFiles(folder).replacement)
  const before = digest(database())
  const second = open()
  expect([second.mode, second.notice?.code, setting(second)]).toEqual(['memory', 'store-read-only', '"dark"'])
  expect([digest(database()), damagedFiles()]).toEqual([before, []])
})

test.each([-5, 2_000_000_000])(
  'a schema version that never was (%i) is damage, and the content survives it',
  (version) => {
    const first = open()
    set(first, '"dark"')
    close(first)
    const content = fs.readFileSync(database())
    content.writeInt32BE(version, 60)
    fs.writeFileSync(database(), content)
    const second = open()
    expect([second.mode, second.notice?.code, setting(second)]).toEqual(['file', 'store-damaged', '"dark"'])
  },
)

test('every table is saved from a damaged file, or can be made anew', () => {
  const names = open().texts(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'track_search_%'`)
  expect(names.toSorted()).toEqual([...salvagedTables, ...derivedTables].toSorted())
})

test('servers, their passwords, imports and what a person decided survive damage, and the search index is made anew', () => {
  const first = open()
  first.run(`INSERT INTO secret VALUES ('node:n', x'0102ff')`)
  first.run(`INSERT INTO node (node_id, name, base_url, place) VALUES ('n', 'Attic', 'http://attic', 0)`)
  first.run(
    `INSERT INTO import_job (job_id, name, source_json, phase, is_ready, started_at) VALUES ('j', 'Mix', '{}', 'done', 1, 5)`,
  )
  for (const place of [1, 0])
    first.run(
      `INSERT INTO import_row (job_number, place, kind, wanted_json, outcome) VALUES (1, ?, 'track', '{}', 'open')`,
      place,
    )
  first.run(`INSERT INTO remembered_match VALUES ('isrc:X', 't1', 1, 3, 7)`)
  first.run(`INSERT INTO refused_match VALUES ('isrc:X', 't2')`)
  first.run(`INSERT INTO session VALUES ('search/index', '{"through":null}'), ('queue', '[]')`)
  close(first)
  const content = fs.readFileSync(database())
  content.writeInt32BE(-5, 60)
  fs.writeFileSync(database(), content)

  const second = open()
  expect(second.notice?.code).toBe('store-damaged')
  expect(second.texts('SELECT hex(sealed) FROM secret')).toEqual(['0102FF'])
  expect(second.texts('SELECT name FROM node')).toEqual(['Attic'])
  expect(second.texts('SELECT name FROM import_job')).toEqual(['Mix'])
  expect(second.numbers('SELECT place FROM import_row ORDER BY place')).toEqual([0, 1])
  expect(second.texts('SELECT track_id FROM remembered_match UNION ALL SELECT track_id FROM refused_match')).toEqual([
    't1',
    't2',
  ])
  expect(second.texts('SELECT key FROM session')).toEqual(['queue'])
})

test('damage found by a statement fails that statement and is repaired at once', () => {
  const first = open()
  set(first, '"dark"')
  const ids = Array.from({ length: 8000 }, (_, index) => `t${index}`)
  createTrackRepository(first).saveTracks(ids.map((id) => sampleStoredTrack(id)))
  close(first)
  expect(fs.statSync(database()).size).toBeGreaterThan(alwaysCheckedBytes)
  spoil(database(), 0.5, 0.52)

  // A large file that was closed properly is trusted, so that the start stays fast.
  const second = open()
  const tracks = createTrackRepository(second)
  expect([second.notice, second.generation()]).toEqual([null, 0])
  const readAndWrite = (): void =>
    second.transaction(() => {
      set(second, '"light"')
      tracks.tracksByIds(ids)
    })
  expect(failureCode(readAndWrite)).toBe('store-damaged')
  expect([second.mode, second.notice?.code, second.generation()]).toEqual(['file', 'store-damaged', 1])
  expect(damagedFiles().filter((name) => name.endsWith('.sqlite'))).toHaveLength(1)
  expect(setting(second)).toBe('"dark"')
  expect(tracks.tracksByIds(ids).length).toBeGreaterThan(6000)
  readAndWrite()
  close(second)

  const third = open()
  expect([setting(third), third.notice]).toEqual(['"light"', null])
})

test('a read-only file is worked on in memory: all there, changeable, untouched', () => {
  const first = open()
  set(first, '"dark"')
  close(first)
  fs.chmodSync(database(), 0o444)
  const before = digest(database())
  asOrdinaryUser(() => {
    const second = open()
    expect([second.mode, second.notice, setting(second)]).toEqual(['memory', { code: 'store-read-only' }, '"dark"'])
    set(second, '"light"')
    expect(setting(second)).toBe('"light"')
    close(second)
  })
  expect(digest(database())).toBe(before)
})

test.runIf(process.platform !== 'win32')('a read-only folder left by a killed run still shows its last writes', () => {
  const first = open()
  set(first, '"dark"')
  killed(first)
  fs.rmSync(storeFiles(folder).sharedMemory, { force: true })
  // The ordinary user of this test may be another one than who made them.
  for (const file of [storeFiles(folder).database, storeFiles(folder).wal]) fs.chmodSync(file, 0o644)
  fs.chmodSync(folder, 0o555)
  asOrdinaryUser(() => {
    const second = open()
    expect([second.mode, second.notice, setting(second)]).toEqual(['memory', { code: 'store-read-only' }, '"dark"'])
    set(second, '"light"')
    close(second)
  })
  expect(fs.readdirSync(folder).sort()).toEqual(['melofy.sqlite', 'melofy.sqlite-wal'])
})

test('a data folder that cannot be made is no reason not to start', () => {
  const file = path.join(folder, 'a file')
  fs.writeFileSync(file, '')
  const store = open({ folder: path.join(file, 'data') })
  expect([store.mode, store.notice]).toEqual(['memory', { code: 'store-read-only' }])
  set(store, '"dark"')
  expect(setting(store)).toBe('"dark"')
})

const later: Migration = {
  version: migrations.length + 1,
  name: 'later',
  up: (connection) => connection.exec('ALTER TABLE settings ADD COLUMN changed_at INTEGER'),
}

test.each([
  ['closed properly', close],
  ['killed', killed],
])('a database of a newer app that was %s is left as it is', (_how, end) => {
  const newer = open({ migrations: [...migrations, later] })
  newer.run(`INSERT INTO settings (key, value) VALUES ('theme', '"dark"')`)
  end(newer)
  const { wal } = storeFiles(folder)
  const before = [digest(database()), fs.existsSync(wal) ? digest(wal) : null]

  const older = open()
  expect([older.mode, older.notice]).toEqual(['memory', { code: 'store-too-new' }])
  set(older, '"light"')
  close(older)
  expect([digest(database()), fs.existsSync(wal) ? digest(wal) : null]).toEqual(before)
})

test('a migration of a database with content leaves a backup of the version before; the last three are kept', () => {
  const first = open()
  set(first, '"dark"')
  close(first)
  const backups = (): string[] => fs.readdirSync(storeFiles(folder).backups)
  for (let count = 1; count <= 4; count += 1) {
    const steps = Array.from({ length: count }, (_, index) => ({
      version: migrations.length + 1 + index,
      name: `step ${index}`,
      up:
        later.up.name === ''
          ? () => undefined
          : (connection: Parameters<Migration['up']>[0]) =>
              connection.exec(`CREATE TABLE extra_${index} (id TEXT) STRICT`),
    }))
    const store = open({ migrations: [...migrations, ...steps], now: () => Date.UTC(2026, 0, count) })
    expect([setting(store), store.notice]).toEqual(['"dark"', null])
    close(store)
  }
  expect(backups().sort()).toEqual(
    [2, 3, 4].map((day) => `melofy-2026-01-0${day}T00-00-00-000Z-v${migrations.length + day - 1}.sqlite`),
  )

  const restored = temporaryFolder()
  fs.copyFileSync(path.join(storeFiles(folder).backups, backups().sort()[0] ?? ''), storeFiles(restored).database)
  const old = open({
    folder: restored,
    migrations: [...migrations, { version: migrations.length + 1, name: 'next', up: () => undefined }],
  })
  expect([setting(old), old.notice]).toEqual(['"dark"', null])
  close(old)
  fs.rmSync(restored, { recursive: true })
})

test('content that a migration cannot take is set aside whole, and the app works', () => {
  const first = open()
  set(first, '"dark"')
  set(first, '"en"', 'language')
  close(first)
  const impossible: Migration = {
    version: migrations.length + 1,
    name: 'impossible',
    up: (connection) =>
      connection.exec(`CREATE TABLE once (key TEXT PRIMARY KEY) STRICT; INSERT INTO once SELECT 'same' FROM settings`),
  }
  const second = open({ migrations: [...migrations, impossible] })
  expect([second.mode, second.notice?.code, setting(second)]).toEqual(['file', 'store-damaged', undefined])
  close(second)

  const restored = temporaryFolder()
  fs.copyFileSync(path.join(folder, damagedFiles()[0] ?? ''), storeFiles(restored).database)
  const old = open({ folder: restored })
  expect([setting(old), old.notice]).toEqual(['"dark"', null])
  close(old)
  fs.rmSync(restored, { recursive: true })
})

test('damage in an older database is repaired on the way to the newer schema', () => {
  const first = open()
  set(first, '"dark"')
  createTrackRepository(first).saveTracks(Array.from({ length: 500 }, (_, index) => sampleStoredTrack(`t${index}`)))
  close(first)
  spoil(database(), 0.6, 0.65)
  const second = open({ migrations: [...migrations, later] })
  expect([second.notice?.code, setting(second)]).toEqual(['store-damaged', '"dark"'])
  const row = second.get('SELECT changed_at FROM settings', z.object({ changed_at: z.null() }))
  expect(row).toEqual({ changed_at: null })
})

// Windows has other rights.
test.skipIf(process.platform === 'win32')(
  'what others could read they no longer can, and no backup is for them',
  () => {
    close(open({ migrations: migrations.slice(0, -1) }))
    fs.chmodSync(path.join(folder, 'melofy.sqlite'), 0o644)
    open()
    const backups = path.join(folder, 'backups')
    const [backup = 'none'] = fs.readdirSync(backups)
    const modes = ['melofy.sqlite', 'melofy.sqlite-wal', 'melofy.sqlite-shm', 'backups', `backups/${backup}`].map(
      (name) => (fs.statSync(path.join(folder, name)).mode & 0o777).toString(8),
    )
    expect(modes).toEqual(['600', '600', '600', '700', '600'])
  },
)
