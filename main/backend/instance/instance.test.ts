import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { connect } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { asOrdinaryUser } from '../store/testing/index.ts'
import { type FirstInstance, type SecondInstance, acquireInstance } from './index.ts'

let folder: string
const ends: (() => Promise<unknown> | void)[] = []

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'melofy-test-'))
})

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
  fs.rmSync(folder, { recursive: true, force: true })
})

async function acquire(
  options: { onHandOver?: (paths: readonly string[]) => void; patienceMs?: number; dataFolder?: string } = {},
): Promise<FirstInstance | SecondInstance> {
  const instance = await acquireInstance({ dataFolder: folder, onHandOver: () => undefined, ...options })
  if (instance.kind === 'first') ends.push(() => instance.release())
  return instance
}

async function first(options: Parameters<typeof acquire>[0] = {}): Promise<FirstInstance> {
  const instance = await acquire(options)
  if (instance.kind !== 'first') throw new Error('expected to be first')
  return instance
}

async function second(options: Parameters<typeof acquire>[0] = {}): Promise<SecondInstance> {
  const instance = await acquire(options)
  if (instance.kind !== 'second') throw new Error('expected to be second')
  return instance
}

/** Another process that takes the folder; answers when it has said what it is. */
async function startProcess(address: string): Promise<{ process: ChildProcess; said: unknown }> {
  const holder = path.join(import.meta.dirname, 'testing', 'holder.ts')
  const child = spawn(process.execPath, [holder, folder, address], { stdio: ['ignore', 'pipe', 'inherit'] })
  ends.push(async () => {
    if (child.exitCode === null && child.signalCode === null && child.kill('SIGKILL')) await once(child, 'exit')
  })
  for await (const line of createInterface({ input: child.stdout })) return { process: child, said: JSON.parse(line) }
  throw new Error('the process said nothing')
}

test('a second start learns the address of the first and hands over absolute paths', async () => {
  const handedOver: (readonly string[])[] = []
  const owner = await first({ onHandOver: (paths) => handedOver.push(paths) })
  owner.setAddress('http://127.0.0.1:1234/?token=abc')

  const later = await second()
  expect(later.address).toBe('http://127.0.0.1:1234/?token=abc')
  await later.handOver(['song 🎵\n.flac', '/music'])
  await later.handOver([])
  expect(handedOver).toEqual([[path.resolve('song 🎵\n.flac'), path.resolve('/music')], []])
})

test('a second start waits for the address of a first that is still starting', async () => {
  const owner = await first()
  const later = second()
  owner.setAddress('http://127.0.0.1:1/')
  expect((await later).address).toBe('http://127.0.0.1:1/')
})

test('many starts at once have exactly one first', async () => {
  const started = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const instance = await acquire()
      if (instance.kind === 'first') instance.setAddress(null)
      return instance.kind
    }),
  )
  expect(started.filter((kind) => kind === 'first')).toHaveLength(1)
})

test('the folder is free again after release, and nothing of the first is left to mislead', async () => {
  const owner = await first()
  await owner.release()
  expect(fs.readdirSync(folder)).toEqual(['instance.lock'])
  await first()
})

test('a start during the end of the first becomes the first', async () => {
  const owner = await first()
  const next = acquire({ patienceMs: 5000 })
  await owner.release()
  expect((await next).kind).toBe('first')
})

test('another process holds the folder, and a killed one does not, whatever it left behind', async () => {
  const held = await startProcess('http://127.0.0.1:4321/')
  expect(held.said).toEqual({ kind: 'first' })
  expect((await second()).address).toBe('http://127.0.0.1:4321/')

  held.process.kill('SIGKILL')
  await once(held.process, 'exit')
  expect(fs.existsSync(path.join(folder, 'instance.json'))).toBe(true)
  const owner = await first()
  owner.setAddress('http://127.0.0.1:5/')
  expect((await second()).address).toBe('http://127.0.0.1:5/')
})

test('a first that does not answer still owns the folder', async () => {
  await first()
  fs.writeFileSync(path.join(folder, 'instance.json'), JSON.stringify({ endpoint: path.join(folder, 'nobody.sock') }))
  const later = await second({ patienceMs: 100 })
  expect(later.address).toBeNull()
  await expect(later.handOver(['/a'])).rejects.toThrow(/ENOENT/)
})

test('a lock file full of something else is no obstacle and no way around the lock', async () => {
  fs.writeFileSync(path.join(folder, 'instance.lock'), 'not a database, but long enough to be looked at '.repeat(40))
  const owner = await first()
  owner.setAddress(null)
  expect((await acquire()).kind).toBe('second')
})

test('a folder whose path is too long for a socket works all the same', async () => {
  const dataFolder = path.join(folder, 'a'.repeat(100), 'データ 🎧')
  const heard: (readonly string[])[] = []
  const owner = await first({ dataFolder, onHandOver: (paths) => heard.push(paths) })
  owner.setAddress(null)
  await (await second({ dataFolder })).handOver(['/x.mp3'])
  expect(heard).toEqual([['/x.mp3']])
})

test('nonsense on the socket neither opens anything nor disturbs the next start', async () => {
  const heard: unknown[] = []
  const owner = await first({ onHandOver: (paths) => heard.push(paths) })
  owner.setAddress('http://127.0.0.1:7/')
  const stored: unknown = JSON.parse(fs.readFileSync(path.join(folder, 'instance.json'), 'utf8'))
  const endpoint = typeof stored === 'object' && stored !== null && 'endpoint' in stored ? String(stored.endpoint) : ''
  for (const line of ['{{{\n', '{"kind":"open"}\n', '{"kind":"open","paths":[7]}\n', '{"kind":"else"}\n']) {
    const socket = connect(endpoint)
    socket.write(line)
    socket.resume()
    await once(socket, 'close')
  }
  expect(heard).toEqual([])
  expect((await second()).address).toBe('http://127.0.0.1:7/')
})

test.runIf(process.platform !== 'win32')(
  'a folder that cannot be written has no owner, so every start is the first',
  async () => {
    fs.chmodSync(folder, 0o555)
    const starts = asOrdinaryUser(() => [acquire(), acquire()])
    expect((await Promise.all(starts)).map(({ kind }) => kind)).toEqual(['first', 'first'])
    expect(fs.readdirSync(folder)).toEqual([])
  },
)
