import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { silentLog } from '../log/index.ts'
import { spoil, temporaryFolder } from '../store/testing/index.ts'
import { createSqliteAdapter, type SqliteAdapter } from './adapter.ts'
import { openEntryTable } from './table.ts'

const hourMs = 3_600_000
let folder: string
let now: number

beforeEach(() => {
  folder = temporaryFolder()
  now = 1_000_000_000
})

afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true })
})

const open = (limitBytes = 1e9): SqliteAdapter =>
  createSqliteAdapter({ table: openEntryTable(folder, silentLog), limitBytes, now: () => now })
const file = (): string => path.join(folder, 'entries.sqlite')

test('entries outlive the app, are read before they are written, and leave one file', async () => {
  const first = open()
  const writing = first.set('a', 'one')
  expect(await first.get('a')).toBe('one')
  await writing
  void first.set('a', 'two')
  await first.disconnect()
  expect(fs.readdirSync(folder)).toEqual(['entries.sqlite'])
  const second = open()
  expect(await second.getMany(['a', 'b'])).toEqual(['two', undefined])
  await second.disconnect()
})

test('the size stays within its limit: what was used longest ago goes, what was read stays', async () => {
  const limitBytes = 2_000_000
  const adapter = open(limitBytes)
  const value = 'x'.repeat(4000)
  for (let at = 0; at < 300; at += 1) {
    now += hourMs
    void adapter.set(`k${at}`, value)
  }
  await adapter.set('last of the first', value)
  now += 2 * hourMs
  expect(await adapter.get('k0')).toBe(value)
  for (let at = 300; at < 900; at += 1) {
    now += hourMs
    await adapter.set(`k${at}`, value)
  }
  expect(adapter.bytes()).toBeLessThanOrEqual(limitBytes)
  expect(adapter.bytes()).toBeGreaterThan(limitBytes / 2)
  expect([await adapter.get('k1'), await adapter.get('k899')]).toEqual([undefined, value])
  await adapter.disconnect()
  expect(fs.statSync(file()).size).toBeLessThan(limitBytes * 1.2)
})

test('what expired goes although nobody asks for it and there is room', async () => {
  const adapter = open()
  const value = 'x'.repeat(4000)
  await adapter.setMany(Array.from({ length: 300 }, (_, at) => ({ key: `k${at}`, value, ttl: hourMs })))
  const full = adapter.bytes()
  now += 2 * hourMs
  await adapter.set('kept', 'one', hourMs)
  await adapter.disconnect()
  const again = open()
  expect(again.bytes()).toBeLessThan(full / 10)
  expect(await again.get('kept')).toBe('one')
  await again.disconnect()
})

test('the use of an entry is kept: read again and again, it outlives those that came after it', async () => {
  const limitBytes = 1_000_000
  const adapter = open(limitBytes)
  const value = 'x'.repeat(4000)
  await adapter.set('read', value)
  for (let at = 0; at < 600; at += 1) {
    now += hourMs
    await adapter.set(`k${at}`, value)
    expect(await adapter.get('read')).toBe(value)
    now += hourMs
  }
  expect(await adapter.get('k0')).toBeUndefined()
  await adapter.disconnect()
})

test('clearing removes the entries of a namespace and gives their room back to the disk', async () => {
  const adapter = open()
  adapter.namespace = 'own'
  const value = 'x'.repeat(4000)
  await adapter.setMany([
    { key: 'other:a', value },
    ...Array.from({ length: 500 }, (_, at) => ({ key: `own:${at}`, value })),
  ])
  const full = adapter.bytes()
  await adapter.clear()
  expect([await adapter.get('own:1'), await adapter.get('other:a')]).toEqual([undefined, value])
  expect(adapter.bytes()).toBeLessThan(full / 10)
  await adapter.disconnect()
  expect(fs.statSync(file()).size).toBeLessThan(full / 10)
})

test('clearing also forgets what waits to be written', async () => {
  const adapter = open()
  const writing = adapter.set('a', 'one')
  await adapter.clear()
  await writing
  expect(await adapter.get('a')).toBeUndefined()
  await adapter.disconnect()
})

test.each([
  ['another version', () => fs.writeFileSync(file(), fs.readFileSync(file()).fill(9, 60, 64))],
  ['no database', () => fs.writeFileSync(file(), 'Dear diary\n'.repeat(1000))],
  ['damaged from the first page on', () => spoil(file(), 0, 1)],
])('a file that is %s is begun anew', async (_what, damage) => {
  const first = open()
  await first.set('a', 'one')
  await first.disconnect()
  damage()
  const second = open()
  expect(await second.get('a')).toBeUndefined()
  await second.set('a', 'two')
  await second.disconnect()
  const third = open()
  expect(await third.get('a')).toBe('two')
  await third.disconnect()
})

test('damage that a statement finds costs that statement, and the file is begun anew', async () => {
  const first = open()
  await first.setMany(Array.from({ length: 500 }, (_, at) => ({ key: `k${at}`, value: 'x'.repeat(3000) })))
  await first.disconnect()
  spoil(file(), 0.01, 0.99)
  const second = open()
  const answers = await Promise.allSettled(Array.from({ length: 500 }, async (_, at) => second.get(`k${at}`)))
  expect(answers.some(({ status }) => status === 'rejected')).toBe(true)
  await second.set('a', 'new')
  expect(await second.get('a')).toBe('new')
  await second.disconnect()
})

test('a folder that cannot be used is no reason to fail', async () => {
  folder = path.join(folder, 'file')
  fs.writeFileSync(folder, '')
  const adapter = open()
  await adapter.set('a', 'one')
  expect(await adapter.get('a')).toBe('one')
  await adapter.disconnect()
})

/** Lets a process write and kills it once it has committed `more` entries; answers the last it spoke of. */
async function writeAndKill(from: number, more: number): Promise<number> {
  const script = path.join(import.meta.dirname, 'testing', 'writer.ts')
  const child = spawn(process.execPath, [script, folder, String(from)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let last = from
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    last = Number(text.trimEnd().split('\n').at(-1) ?? last)
    if (last >= from + more) child.kill('SIGKILL')
  })
  const [, signal]: unknown[] = await once(child, 'close')
  expect(signal).toBe('SIGKILL')
  return last
}

test('killed while it writes and evicts: sound, and all that was committed and not evicted is there', async () => {
  let last = 0
  for (let round = 0; round < 4; round += 1) {
    last = await writeAndKill(last + 1, 1500 + round * 130)
    const adapter = open()
    expect(Number(await adapter.get('last'))).toBeGreaterThanOrEqual(last)
    // Far fewer than what is evicted last.
    for (let at = last - 500; at <= last; at += 1) expect(await adapter.get(`k${at}`)).toHaveLength(8000)
    await adapter.disconnect()
  }
}, 60_000)
