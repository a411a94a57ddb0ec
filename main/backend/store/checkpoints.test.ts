import fs from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { silentLog } from '../log/index.ts'
import { type Checkpoints, createCheckpoints } from './checkpoints.ts'
import { type Connection, openConnection } from './connection.ts'
import { fileSize, storeFiles } from './files.ts'
import { openStore } from './open.ts'
import { sampleStoredTrack, spoil, temporaryFolder } from './testing/index.ts'
import { createTrackRepository } from './tracks.ts'

let folder: string
let ends: (() => void)[]

beforeEach(() => {
  folder = temporaryFolder()
  ends = []
})

afterEach(() => {
  for (const end of ends) end()
  fs.rmSync(folder, { recursive: true, force: true })
})

const limits = { fullBytes: 400_000, quietBytes: 50_000, quietMs: 50, limitBytes: 1_000_000 }

function start(workerUrl?: URL): { database: Connection; checkpoints: Checkpoints; write: () => void } {
  const { database: file } = storeFiles(folder)
  const database = openConnection(file)
  database.exec('CREATE TABLE thing (content BLOB)')
  const checkpoints = createCheckpoints(file, silentLog, limits, workerUrl)
  checkpoints.take(database)
  ends.push(() => {
    checkpoints.letGo(5000)
    checkpoints.close()
    database.close()
  })
  const insert = database.prepare('INSERT INTO thing VALUES (randomblob(8000))')
  const write = (): void => {
    insert.run()
    checkpoints.committed()
  }
  return { database, checkpoints, write }
}

const stateSchema = z.tuple([z.object({ log: z.number(), checkpointed: z.number() })])

/** A log that was begun anew starts with one page, which says nothing new. */
const anew = 1

/** Pages in the log that are not in the database yet. */
function waitingPages(database: Connection): number {
  const [{ log, checkpointed }] = stateSchema.parse(database.pragma('wal_checkpoint(NOOP)'))
  return log - checkpointed
}

/** What this process has open, as Linux tells. */
function openFiles(): string[] {
  return fs.readdirSync('/proc/self/fd').flatMap((descriptor) => {
    try {
      return [fs.readlinkSync(`/proc/self/fd/${descriptor}`)]
    } catch {
      return []
    }
  })
}

test('looking at the log leaves it as it is', () => {
  const { database, write } = start()
  write()
  const before = waitingPages(database)
  expect(before).toBeGreaterThan(0)
  expect(waitingPages(database)).toBe(before)
})

test('one who writes much and waits for room keeps the log short, and what was written is there', async () => {
  const { database, checkpoints, write } = start()
  const { wal, database: file } = storeFiles(folder)
  let longest = 0
  for (let count = 0; count < 1000; count += 1) {
    write()
    await checkpoints.room()
    longest = Math.max(longest, fileSize(wal))
  }
  // Eight megabytes were written; the last portion before a wait may go beyond the limit.
  expect(longest).toBeLessThan(limits.fullBytes + 100_000)
  expect(fileSize(file)).toBeGreaterThan(7_000_000)
  expect(database.prepare('SELECT count(*) FROM thing').pluck().get()).toBe(1000)
})

test('one who does not wait finds the log written back nonetheless, also beyond the limit', async () => {
  const { database, write } = start()
  const { wal } = storeFiles(folder)
  for (let count = 0; count < 1500; count += 1) {
    write()
    if (count % 10 === 0) await setImmediate()
  }
  await vi.waitFor(() => expect(waitingPages(database)).toBe(anew), 5000)
  // Without a wait the log may grow up to where the main thread itself sees to it.
  expect(fileSize(wal)).toBeLessThan(2 * limits.limitBytes + 100_000)
})

test('what is left in the log is written back when it becomes quiet', async () => {
  const { database, write } = start()
  for (let count = 0; count < 20; count += 1) write()
  expect(waitingPages(database)).toBeGreaterThan(0)
  await vi.waitFor(() => expect(waitingPages(database)).toBe(anew), 5000)
})

test('the files that were let go are not opened again, until there is a database to take', async () => {
  const { database, checkpoints, write } = start()
  for (let count = 0; count < 100; count += 1) write()
  const pass = checkpoints.room()
  expect(checkpoints.letGo(5000)).toBe(true)
  await pass
  const waiting = waitingPages(database)
  write()
  await checkpoints.room()
  expect(waitingPages(database)).toBeGreaterThan(waiting)
  checkpoints.take(database)
  await checkpoints.room()
  expect(waitingPages(database)).toBe(anew)
})

test('without a worker the main thread writes back, as SQLite does, and nobody waits for ever', async () => {
  const { database, checkpoints, write } = start(new URL('./no-such-worker.js', import.meta.url))
  for (let count = 0; count < 150; count += 1) write()
  await checkpoints.room()
  const longest = 1000
  for (let count = 0; count < 600; count += 1) write()
  await checkpoints.room()
  expect(waitingPages(database)).toBeLessThan(longest + 10)
  expect(database.pragma('wal_autocheckpoint', { simple: true })).toBe(longest)
})

test.runIf(process.platform === 'linux')('the worker has closed the files when they are let go', async () => {
  const { database, checkpoints, write } = start()
  const { wal } = storeFiles(folder)
  const handles = (): number => openFiles().filter((file) => file === wal).length
  for (let count = 0; count < 100; count += 1) write()
  await checkpoints.room()
  const own = handles()
  for (let count = 0; count < 60; count += 1) write()
  const pass = checkpoints.room()
  // At its end the worker waits a while for whoever writes.
  database.exec('BEGIN IMMEDIATE')
  // This thread stays here, as it does when a statement meets damage.
  const untilMs = performance.now() + 5000
  while (handles() === own && performance.now() < untilMs);
  expect(handles()).toBeGreaterThan(own)
  expect(checkpoints.letGo(5000)).toBe(true)
  expect(handles()).toBe(own)
  database.exec('ROLLBACK')
  await pass
})

test('a database found damaged while its log is being written back is set aside and replaced', async () => {
  const ids = Array.from({ length: 8000 }, (_, index) => `t${index}`)
  const first = openStore({ folder, log: silentLog })
  createTrackRepository(first).saveTracks(ids.map((id) => sampleStoredTrack(id)))
  first.close()
  spoil(storeFiles(folder).database, 0.5, 0.52)
  const store = openStore({ folder, log: silentLog })
  ends.push(() => store.close())
  const fill = (from: number): void => {
    for (let index = from; index < from + 3000; index += 1) {
      store.run('INSERT INTO settings VALUES (?, ?)', `key ${index}`, JSON.stringify('x'.repeat(8000)))
    }
  }
  // The first time the worker is started; the second time it is there and begins at once, while this thread meets the damage.
  store.transaction(() => fill(0))
  await store.room()
  store.transaction(() => fill(3000))
  const pass = store.room()
  expect(() => createTrackRepository(store).tracksByIds(ids)).toThrow('store-damaged')
  await pass
  expect([store.mode, store.notice?.code, store.generation()]).toEqual(['file', 'store-damaged', 1])
  expect(store.numbers('SELECT count(*) FROM settings')).toEqual([6000])
  expect(fs.readdirSync(folder).filter((name) => /^melofy-damaged-.*\.sqlite$/.test(name))).toHaveLength(1)
  store.run('INSERT INTO settings VALUES (?, ?)', 'after', '1')
  await store.room()
  store.close()
  const again = openStore({ folder, log: silentLog })
  ends[0] = () => again.close()
  expect([again.notice, again.numbers('SELECT count(*) FROM settings')]).toEqual([null, [6001]])
})
