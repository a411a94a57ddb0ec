import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, open, realpath, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import sharp from 'sharp'
import { createThumbnails, keepCover, shrinkPicture } from '../covers/index.ts'
import { silentLog } from '../log/index.ts'
import { createMediaHandler } from './handler.ts'
import type { MediaFile } from './source.ts'
import { eventually, type MediaServer, openDescriptors, serveMedia } from './testing/index.ts'

const bytes = randomBytes(1_000_003)
let folder: string
let song: string
let registered: Map<string, MediaFile>
let server: MediaServer

beforeEach(async () => {
  folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'melofy-media-')))
  song = path.join(folder, 'sóng 🎵.flac')
  await writeFile(song, bytes)
  registered = new Map([['abc', { path: song, name: 'sóng 🎵.flac', mimeType: 'audio/flac' }]])
  server = await serveMedia(
    createMediaHandler({
      audioFile: (id) => registered.get(id),
      audioStream: null,
      coverFolder: path.join(folder, 'covers'),
      thumbnails: createThumbnails({
        coverFolder: path.join(folder, 'covers'),
        folder: path.join(folder, 'thumbnails'),
        shrink: shrinkPicture,
      }),
      remoteCovers: null,
      upload: null,
      log: silentLog,
    }),
  )
})

afterEach(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const get = (id: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${server.address}/media/audio/${id}`, { headers })

describe('audio over a socket', () => {
  test('the whole file, described', async () => {
    const response = await get('abc')
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'audio/flac',
      'content-length': String(bytes.length),
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
    })
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true)
    expect(openDescriptors(song)).toBe(0)
  })

  test.each([
    ['bytes=0-0', 0, 0],
    ['bytes=65530-131080', 65_530, 131_080],
    ['bytes=1000000-', 1_000_000, 1_000_002],
    ['bytes=-5', 999_998, 1_000_002],
  ])('%s', async (range, first, last) => {
    const response = await get('abc', { range })
    expect(response.status).toBe(206)
    expect(response.headers.get('content-range')).toBe(`bytes ${first}-${last}/${bytes.length}`)
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes.subarray(first, last + 1))).toBe(true)
  })

  test('a range behind the end is refused and the length told', async () => {
    const response = await get('abc', { range: `bytes=${bytes.length}-` })
    expect(response.status).toBe(416)
    expect(response.headers.get('content-range')).toBe(`bytes */${bytes.length}`)
    expect(openDescriptors(song)).toBe(0)
  })

  test('HEAD tells the same without the bytes and keeps nothing open', async () => {
    const response = await fetch(`${server.address}/media/audio/abc`, { method: 'HEAD' })
    expect(response.headers.get('content-length')).toBe(String(bytes.length))
    expect((await response.arrayBuffer()).byteLength).toBe(0)
    expect(openDescriptors(song)).toBe(0)
  })

  test('conditions: unchanged answers 304; a range of another version answers the whole', async () => {
    const etag = (await get('abc')).headers.get('etag') ?? ''
    expect((await get('abc', { 'if-none-match': `"other", ${etag}` })).status).toBe(304)
    expect((await get('abc', { range: 'bytes=0-9', 'if-range': etag })).status).toBe(206)
    await writeFile(song, randomBytes(1000))
    expect((await get('abc', { range: 'bytes=0-9', 'if-range': etag })).status).toBe(200)
    expect((await get('abc', { 'if-none-match': etag })).status).toBe(200)
  })

  test('whoever began with another version is told, and gets no bytes of this one', async () => {
    const etag = (await get('abc')).headers.get('etag') ?? ''
    expect((await get('abc', { range: 'bytes=0-9', 'if-match': etag })).status).toBe(206)
    expect((await get('abc', { range: 'bytes=0-9', 'if-match': `"other", ${etag}` })).status).toBe(206)
    expect((await get('abc', { range: 'bytes=0-9', 'if-match': '*' })).status).toBe(206)
    await writeFile(song, randomBytes(1000))
    const refused = await get('abc', { range: 'bytes=0-9', 'if-match': etag })
    expect(refused.status).toBe(412)
    expect(await refused.json()).toEqual({ code: 'media-changed' })
    expect(openDescriptors(song)).toBe(0)
  })

  test('an empty file answers nothing, properly', async () => {
    await truncate(song, 0)
    const response = await get('abc')
    expect([response.status, response.headers.get('content-length')]).toEqual([200, '0'])
    expect((await response.arrayBuffer()).byteLength).toBe(0)
  })

  test('beyond 4 GB', async () => {
    const large = path.join(folder, 'large.wav')
    const handle = await open(large, 'w')
    await handle.write(Buffer.from('end'), 0, 3, 5_000_000_000)
    await handle.close()
    registered.set('large', { path: large, name: 'large.wav', mimeType: 'audio/wav' })
    const response = await get('large', { range: 'bytes=4999999999-' })
    expect(response.headers.get('content-range')).toBe('bytes 4999999999-5000000002/5000000003')
    expect(await response.text()).toBe('\0end')
  })

  test('other methods are refused', async () => {
    const response = await fetch(`${server.address}/media/audio/abc`, { method: 'DELETE' })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })
})

describe('clients that do not take everything', () => {
  beforeEach(async () => {
    await truncate(song, 100_000_000)
  })

  test('a paused one holds the reading back, and gets the rest when it goes on', async () => {
    const response = await new Promise<http.IncomingMessage>((resolve) => {
      http.get(`${server.address}/media/audio/abc`, resolve)
    })
    response.pause()
    await eventually(() => server.outgoing()?.writableNeedDrain === true)
    // Sent so far: what the sockets' buffers hold, not the file.
    expect(server.outgoing()?.socket?.bytesWritten).toBeLessThan(20_000_000)
    expect(server.outgoing()?.writableLength).toBeLessThan(2_000_000)
    let received = 0
    for await (const chunk of response) received += Buffer.byteLength(chunk)
    expect(received).toBe(100_000_000)
    await eventually(() => openDescriptors(song) === 0)
  })

  test('one that goes away leaves no file open, a hundred times over', async () => {
    for (let round = 0; round < 100; round++) {
      const leave = new AbortController()
      const response = await fetch(`${server.address}/media/audio/abc`, { signal: leave.signal })
      if (round % 2 === 0) await response.body?.getReader().read()
      leave.abort()
    }
    await eventually(() => openDescriptors(song) === 0)
    expect((await get('abc', { range: 'bytes=0-0' })).status).toBe(206)
  })

  test('a file that becomes shorter under way breaks the answer instead of ending it', async () => {
    const response = await fetch(`${server.address}/media/audio/abc`)
    const reader = response.body?.getReader()
    await reader?.read()
    await truncate(song, 1000)
    const readOn = async (): Promise<void> => {
      for (;;) if ((await reader?.read())?.done !== false) return
    }
    await expect(readOn()).rejects.toThrow('terminated')
    await eventually(() => openDescriptors(song) === 0)
  })
})

describe('what is not served', () => {
  test.each([
    'audio/unknown',
    'audio/',
    'audio/..%2f..%2fetc%2fpasswd',
    'audio/../../etc/passwd',
    'audio/%2e%2e/abc',
    'audio/abc%00',
    'audio/abc/',
    'audio/a.b',
    'audio/..\\abc',
    'cover/../audio/none',
    'cover/%2e%2e%2fsong',
    'upload',
    'other/abc',
    '',
  ])('media/%s', async (address) => {
    const response = await new Promise<http.IncomingMessage>((resolve) => {
      http.get({ ...portOf(server.address), path: `/some-token/media/${address}` }, resolve)
    })
    let text = ''
    for await (const chunk of response) text += String(chunk)
    expect([response.statusCode, text]).toEqual([404, '{"code":"not-found"}'])
  })

  test('a file that is gone: 404 with its name, never its path', async () => {
    await rm(song)
    const response = await get('abc')
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({ code: 'file-missing', data: { name: 'sóng 🎵.flac' } })
  })

  test('its whole disk is gone', async () => {
    const disk = path.join(folder, 'disk')
    await mkdir(disk)
    registered.set('ondisk', { path: path.join(disk, 'x.mp3'), name: 'x.mp3', mimeType: 'audio/mpeg' })
    await rm(disk, { recursive: true })
    expect((await get('ondisk')).status).toBe(404)
  })

  test('a link put in place of the file, or of a folder above it', async () => {
    const secret = path.join(folder, 'secret')
    await mkdir(secret)
    await writeFile(path.join(secret, 'song.mp3'), 'secret')
    const album = path.join(folder, 'album')
    await mkdir(album)
    await writeFile(path.join(album, 'song.mp3'), 'music')
    registered.set('inalbum', { path: path.join(album, 'song.mp3'), name: 'song.mp3', mimeType: 'audio/mpeg' })
    expect(await (await get('inalbum')).text()).toBe('music')
    await rename(album, `${album}.moved`)
    await symlink(secret, album)
    expect((await get('inalbum')).status).toBe(404)
    await rm(song)
    await symlink(path.join(secret, 'song.mp3'), song)
    expect((await get('abc')).status).toBe(404)
  })

  test.runIf(process.platform !== 'win32')('pipes, devices and folders, without waiting for them', async () => {
    await rm(song)
    execFileSync('mkfifo', [song])
    registered.set('device', { path: '/dev/zero', name: 'zero', mimeType: 'audio/wav' })
    registered.set('folder', { path: folder, name: 'folder', mimeType: 'audio/wav' })
    const answers = await Promise.all([get('abc'), get('device'), get('folder')])
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
  })
})

describe('covers', () => {
  test('in a size: a small WebP for ever; another number is the cover as it is', async () => {
    const background = { r: 1, g: 2, b: 3 }
    const jpeg = await sharp({ create: { width: 400, height: 300, channels: 3, background } })
      .jpeg()
      .toBuffer()
    const hash = await keepCover(path.join(folder, 'covers'), jpeg)
    const small = await fetch(`${server.address}/media/cover/${hash}?size=96`)
    expect(small.headers.get('content-type')).toBe('image/webp')
    expect(small.headers.get('cache-control')).toContain('immutable')
    expect(await sharp(await small.arrayBuffer()).metadata()).toMatchObject({ width: 96, height: 96 })
    const whole = await fetch(`${server.address}/media/cover/${hash}?size=97`)
    expect(Buffer.from(await whole.arrayBuffer()).equals(jpeg)).toBe(true)
    expect((await fetch(`${server.address}/media/cover/0000?size=96`)).status).toBe(404)
  })

  test('in a size: a small picture that cannot be read is left to the page, a large one is none', async () => {
    const head = Buffer.from([0xff, 0xd8, 0xff, 0xe0])
    const small = await keepCover(path.join(folder, 'covers'), Buffer.concat([head, randomBytes(1000)]))
    const answer = await fetch(`${server.address}/media/cover/${small}?size=256`)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
    await answer.arrayBuffer()
    const large = await keepCover(path.join(folder, 'covers'), Buffer.concat([head, randomBytes(600_000)]))
    expect((await fetch(`${server.address}/media/cover/${large}?size=256`)).status).toBe(404)
  })

  test('of a hundred megapixels are none, in any size, however small the file is', async () => {
    const background = { r: 1, g: 2, b: 3 }
    const flat = (side: number) => sharp({ create: { width: side, height: side, channels: 3, background } }).png()
    const keep = async (side: number) => keepCover(path.join(folder, 'covers'), await flat(side).toBuffer())
    const [huge, large] = await Promise.all([keep(10_000), keep(3000)])
    const statusOf = async (address: string): Promise<number> => {
      const answer = await fetch(`${server.address}/media/cover/${address}`)
      await answer.arrayBuffer()
      return answer.status
    }
    const asked = [`${huge}?size=96`, `${huge}`, `${large}?size=96`, `${large}`]
    expect(await Promise.all(asked.map(statusOf))).toEqual([404, 404, 200, 200])
  })

  const png = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    Buffer.alloc(16),
    randomBytes(200),
  ])

  test('are answered with their type and may be kept for ever', async () => {
    const hash = await keepCover(path.join(folder, 'covers'), png)
    expect(hash).toBe(createHash('sha256').update(png).digest('hex').slice(0, 32))
    const response = await fetch(`${server.address}/media/cover/${hash}`)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    expect(Buffer.from(await response.arrayBuffer()).equals(png)).toBe(true)
  })

  test('that are no pictures (any more) are not answered', async () => {
    await mkdir(path.join(folder, 'covers'))
    await writeFile(path.join(folder, 'covers', 'aaaa'), '<svg onload="alert(1)">')
    expect((await fetch(`${server.address}/media/cover/aaaa`)).status).toBe(404)
    expect((await fetch(`${server.address}/media/cover/bbbb`)).status).toBe(404)
  })
})

function portOf(address: string): { readonly host: string; readonly port: number } {
  const { hostname, port } = new URL(address)
  return { host: hostname, port: Number(port) }
}
