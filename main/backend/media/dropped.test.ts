import { mkdtemp, readdir, readFile, rm, statfs, writeFile } from 'node:fs/promises'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anyCodePoint } from '../../../testkit/property/index.ts'
import { fixtures, type FixtureSet } from '../../../testkit/audio/index.ts'
import { uploadPath } from '../../../src/contract/index.ts'
import { type Track, trackSchema } from '../../../src/music/index.ts'
import { createFiles, trackIdOf } from '../files/index.ts'
import { silentLog } from '../log/index.ts'
import { memoryTracks } from '../files/testing/index.ts'
import { createTagReader, type TagReader } from '../tags/index.ts'
import { createDropped, type Dropped } from './dropped.ts'
import { safeName } from './dropname.ts'
import { createMediaHandler } from './handler.ts'
import { eventually, type MediaServer, serveMedia } from './testing/index.ts'

let set: FixtureSet
let folder: string
let droppedFolder: string
let tags: TagReader
let dropped: Dropped
let server: MediaServer

beforeAll(async () => {
  set = await fixtures()
}, 120_000)

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'melofy-dropped-'))
  droppedFolder = path.join(folder, 'dropped')
  tags = createTagReader({ log: silentLog })
  await start()
})

afterEach(async () => {
  await server.close()
  await tags.close()
  await rm(folder, { recursive: true })
})

/** A new run of the app over the same folder. */
async function start(): Promise<void> {
  const coverFolder = path.join(folder, 'covers')
  const files = createFiles({ tracks: memoryTracks(), tags, coverFolder })
  const register = (file: { path: string; name: string }) => files.openFile(file, true)
  dropped = createDropped({ folder: droppedFolder, register, trackIdOf, log: silentLog })
  server = await serveMedia(
    createMediaHandler({
      audioFile: (id) => files.audioFile(id),
      audioStream: null,
      coverFolder,
      thumbnails: null,
      remoteCovers: null,
      upload: (request, name) => dropped.upload(request, name),
      log: silentLog,
    }),
  )
}

const put = (name: string, body: Buffer | string): Promise<Response> =>
  fetch(`${server.address}/${uploadPath(name)}`, { method: 'PUT', body: Buffer.from(body) })

const putTrack = async (name: string, body: Buffer): Promise<Track> => {
  const response = await put(name, body)
  expect(response.status).toBe(200)
  return trackSchema.parse(await response.json())
}

const kept = async (): Promise<string[]> =>
  (await readdir(droppedFolder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)

describe('a file dropped on a page', () => {
  test('plays: registered under its own name, bytes intact, without a place on this computer', async () => {
    const bytes = await readFile(set.files.flac44.path)
    const track = await putTrack('Alben/Größe/07 - Ólafur – 海.flac', bytes)
    expect(track).toMatchObject({ title: '海', artists: ['Ólafur'], trackNumber: 7, location: null, origin: 'file' })
    const response = await fetch(`${server.address}/${track.audioPath}`)
    expect(response.headers.get('content-type')).toBe('audio/flac')
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true)
  })

  test('dropped again it is the same track and one copy', async () => {
    const bytes = await readFile(set.files.opus.path)
    const first = await putTrack('a/song.opus', bytes)
    const again = await putTrack('b/song.opus', bytes)
    expect(again.id).toBe(first.id)
    expect(await kept()).toEqual(['song.opus'])
  })

  test('a name that no file system takes keeps its title', async () => {
    const track = await putTrack('what?: "a/../b".mp3', await readFile(set.files.mp3Cbr.path))
    expect(track.title).toBe('b"')
    expect(await kept()).toEqual(['b_.mp3'])
  })

  test('bad ones are refused with their reason, and leave nothing', async () => {
    const answers = await Promise.all([
      put('x.mp3', ''),
      put('x.mp3', 'not audio at all'),
      put('x.m4a', await readFile(set.bad.drmsM4a)),
      put('   ', 'x'),
    ])
    const failures = await Promise.all(
      answers.map(async (answer) => ({ status: answer.status, body: await answer.json() })),
    )
    expect(failures).toMatchObject([
      { status: 422, body: { code: 'file-empty' } },
      { status: 422, body: { code: 'file-not-audio' } },
      { status: 422, body: { code: 'file-protected' } },
      { status: 400, body: { code: 'bad-input' } },
    ])
    expect(await kept()).toEqual([])
  })

  test('cut off in the middle it leaves nothing', async () => {
    const bytes = await readFile(set.files.wav44.path)
    const request = http.request(`${server.address}/${uploadPath('x.wav')}`, {
      method: 'PUT',
      headers: { 'content-length': bytes.length },
    })
    request.on('error', () => undefined)
    request.write(bytes.subarray(0, 100_000))
    await eventually(async () => (await kept().catch(() => [])).length === 1)
    request.destroy()
    await eventually(async () => (await kept()).length === 0)
    expect(await readdir(droppedFolder)).toEqual([])
  })

  test('larger than the disk has room for, it is refused before it is sent', async () => {
    const disk = await statfs(folder)
    const request = http.request(`${server.address}/${uploadPath('x.wav')}`, {
      method: 'PUT',
      headers: { 'content-length': disk.bavail * disk.bsize },
    })
    request.on('error', () => undefined)
    request.flushHeaders()
    const response = await new Promise<http.IncomingMessage>((resolve) => request.once('response', resolve))
    expect(response.statusCode).toBe(507)
    request.destroy()
    expect(await kept()).toEqual([])
  })
})

describe('sweep', () => {
  test('keeps what queue and history name and what came in this run, and clears up after a crash', async () => {
    const wanted = await putTrack('wanted.mp3', await readFile(set.files.mp3Cbr.path))
    await putTrack('unwanted.opus', await readFile(set.files.opus.path))
    expect(await dropped.sweep(new Set([wanted.id]))).toBe(0)

    await server.close()
    await start()
    await writeFile(path.join(droppedFolder, '.arriving-of-a-killed-run'), 'half a file')
    await putTrack('new.flac', await readFile(set.files.flac44.path))
    expect(await dropped.sweep(new Set([wanted.id]))).toBe(1)
    expect((await kept()).toSorted()).toEqual(['new.flac', 'wanted.mp3'])
  })

  test('of a folder that never was', async () => {
    expect(await dropped.sweep(new Set())).toBe(0)
  })
})

describe('safeName', () => {
  test.each([
    ['song.mp3', 'song.mp3'],
    ['..', '_'],
    ['', '_'],
    ['.hidden.mp3', '_hidden.mp3'],
    ['CON.mp3', '_CON.mp3'],
    ['a\u0000b/c.mp3', 'a_b_c.mp3'],
    ['trailing. . ', 'trailing'],
  ])('%j', (name, safe) => {
    expect(safeName(name)).toBe(safe)
  })

  test('is always one name that fits, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: anyCodePoint, maxLength: 600 }), fc.string({ maxLength: 600 })),
        (name) => {
          const safe = safeName(name)
          expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(201)
          expect(safe).not.toMatch(/[/\\\0]|^\.|^$/u)
          expect(path.basename(safe)).toBe(safe)
        },
      ),
    )
  })
})
