import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { fixtures, type FixtureSet } from '../../../testkit/audio/index.ts'
import { silentLog } from '../log/index.ts'
import { createTagReader, type TagReader } from './pool.ts'

let set: FixtureSet
let folder: string
let reader: TagReader

beforeAll(async () => {
  set = await fixtures()
}, 120_000)
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'melofy-pool-'))
  reader = createTagReader({ log: silentLog })
})
afterEach(async () => {
  await reader.close()
  await rm(folder, { recursive: true })
})

const request = (file: string) => ({ path: file, name: path.basename(file), coverFolder: folder })

/** A reader whose worker runs this code instead of ours. */
async function readerOver(code: string, options: { readonly silenceMs?: number } = {}): Promise<TagReader> {
  const file = path.join(folder, 'worker.mjs')
  await writeFile(file, code)
  return createTagReader({ log: silentLog, workerUrl: pathToFileURL(file), ...options })
}

/** Where the reading itself lies, as a string literal for such code. */
const ours = JSON.stringify(new URL('./read.ts', import.meta.url).href)

test('reads many at once in the worker, each answered with its own', async () => {
  const names = Object.values(set.tagged).map(({ path: file }) => file)
  const replies = await Promise.all([...names, ...names, ...names].map((file) => reader.read(request(file))))
  expect(replies.every((reply) => reply.ok)).toBe(true)
  expect(replies.map((reply) => reply.ok && reply.value.format.container)).toEqual(
    Array.from({ length: 3 }, () => ['FLAC', 'MPEG', 'MP4', 'Ogg', 'Ogg']).flat(),
  )
})

test('a file that kills the worker is refused; the others are read all the same', async () => {
  const deadly = await readerOver(`
    import { parentPort } from 'node:worker_threads'
    const { readAudioFile } = await import(${ours})
    parentPort.on('message', async ({ id, request }) => {
      if (request.name === 'killer.mp3') process.exit(1)
      parentPort.postMessage({ kind: 'reply', id, reply: await readAudioFile(request) })
    })
    parentPort.postMessage({ kind: 'ready' })
  `)
  const files = [set.files.flac44.path, path.join(folder, 'killer.mp3'), set.files.opus.path, set.files.m4a.path]
  const replies = await Promise.all(files.map((file) => deadly.read(request(file))))
  expect(replies.map((reply) => (reply.ok ? 'read' : reply.error.code))).toEqual([
    'read',
    'file-damaged',
    'read',
    'read',
  ])
  expect((await deadly.read(request(set.files.ogg.path))).ok).toBe(true)
  await deadly.close()
})

test('where the worker cannot be loaded, files are read without it', async () => {
  const broken = await readerOver(`import './missing.mjs'`)
  expect((await broken.read(request(set.files.flac44.path))).ok).toBe(true)
  expect((await broken.read(request(set.files.opus.path))).ok).toBe(true)
  await broken.close()
})

test('closing answers what is under way', async () => {
  const under = reader.read(request(set.files.flac44.path))
  await reader.close()
  expect(await under).toEqual({ ok: false, error: { code: 'cancelled' } })
  expect(await reader.read(request(set.files.flac44.path))).toEqual({ ok: false, error: { code: 'cancelled' } })
})

/** Answers nothing about files called `dead …`, and goes on about those called `slow …`. */
const deadDisk = `
  import { parentPort } from 'node:worker_threads'
  const { readAudioFile } = await import(${ours})
  parentPort.on('message', async ({ id, request }) => {
    if (request.name.startsWith('dead')) return
    if (request.name.startsWith('slow')) {
      for (let time = 0; time < 8; time += 1) {
        await new Promise((resolve) => setTimeout(resolve, 100))
        parentPort.postMessage({ kind: 'progress', id })
      }
    }
    parentPort.postMessage({ kind: 'reply', id, reply: await readAudioFile(request) })
  })
  parentPort.postMessage({ kind: 'ready' })
`

test('a file whose disk does not answer is told as unreadable; one that comes slowly is waited for', async () => {
  const dead = await readerOver(deadDisk, { silenceMs: 400 })
  const slow = { ...request(set.files.opus.path), name: 'slow.opus' }
  const [one, other, third] = await Promise.all([
    dead.read(request(path.join(folder, 'dead.flac'))),
    dead.read(slow),
    dead.read(request(set.files.flac44.path)),
  ])
  expect(one).toEqual({ ok: false, error: { code: 'file-unreadable', data: { name: 'dead.flac' } } })
  expect([other.ok, third.ok]).toEqual([true, true])
  await dead.close()
})

test('a parser that goes round for ever loses its worker, and the next file is read', async () => {
  const round = await readerOver(
    `
    import { parentPort } from 'node:worker_threads'
    const { readAudioFile } = await import(${ours})
    parentPort.on('message', async ({ id, request }) => {
      while (request.name === 'round.mp3') {}
      parentPort.postMessage({ kind: 'reply', id, reply: await readAudioFile(request) })
    })
    parentPort.postMessage({ kind: 'ready' })
  `,
    { silenceMs: 3000 },
  )
  expect(await round.read(request(path.join(folder, 'round.mp3')))).toMatchObject({
    ok: false,
    error: { code: 'file-unreadable' },
  })
  expect((await round.read(request(set.files.flac44.path))).ok).toBe(true)
  await round.close()
})
