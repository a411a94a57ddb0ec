import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import http, { type RequestListener } from 'node:http'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { createThumbnails, shrinkPicture } from '../../covers/index.ts'
import { silentLog } from '../../log/index.ts'
import { createMediaHandler } from '../../media/index.ts'
import { createOutbound } from '../../outbound/index.ts'
import { temporaryFolder } from '../../store/testing/index.ts'
import { createRemoteCovers } from './index.ts'
import { prune } from './prune.ts'

let folder: string
let picture: Buffer
let nowMs: number

beforeEach(async () => {
  folder = temporaryFolder()
  nowMs = Date.now()
  picture = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#336' } })
    .jpeg()
    .toBuffer()
})

afterEach(() => rm(folder, { recursive: true, force: true }))

/** A server of pictures, what it was asked for, and the media handler that fetches from it. */
async function setUp(answer: RequestListener, trusts = true) {
  const asked: string[] = []
  const server = http.createServer((request, response) => {
    asked.push(request.url ?? '')
    answer(request, response)
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('It does not listen')
  const outbound = createOutbound({ trustsHost: () => trusts })
  onTestFinished(() => {
    outbound.close()
    server.closeAllConnections()
    server.close()
  })
  const remote = path.join(folder, 'remote')
  const covers = createRemoteCovers({
    folder: remote,
    addressOf: (trackId) => (trackId.startsWith('none') ? null : `http://127.0.0.1:${address.port}/${trackId}`),
    outbound,
    log: silentLog,
    now: () => nowMs,
  })
  const handle = createMediaHandler({
    audioFile: () => undefined,
    audioStream: null,
    coverFolder: path.join(folder, 'covers'),
    thumbnails: null,
    remoteCovers: {
      coverFolder: remote,
      thumbnails: createThumbnails({ coverFolder: remote, folder: path.join(remote, 'small'), shrink: shrinkPicture }),
      get: (trackId, signal) => covers.get(trackId, signal),
    },
    upload: null,
    log: silentLog,
  })
  const get = (what: string): Promise<Response> => handle(new Request(`http://localhost/media/remote-cover/${what}`))
  return { asked, get, remote }
}

describe('covers from outside', () => {
  test('fetched once, served as they are and small', async () => {
    const { asked, get } = await setUp((_request, response) => void response.end(picture))
    const [whole, again] = await Promise.all([get('one'), get('one')])
    expect(Buffer.from(await whole.arrayBuffer()).equals(picture)).toBe(true)
    expect(again.headers.get('content-type')).toBe('image/jpeg')
    await again.arrayBuffer()
    const small = await get('one?size=96')
    expect(small.headers.get('content-type')).toBe('image/webp')
    const { width, height } = await sharp(Buffer.from(await small.arrayBuffer())).metadata()
    expect([width, height]).toEqual([96, 96])
    expect(asked).toEqual(['/one'])
  })

  test('one that is there already is shown without its server', async () => {
    const first = await setUp((_request, response) => void response.end(picture))
    await (await first.get('one')).arrayBuffer()
    await (await first.get('one')).arrayBuffer()
    expect(first.asked).toHaveLength(1)
    expect(await readdir(first.remote)).toHaveLength(1)
  })

  test('a track without a cover has none, and nobody is asked', async () => {
    const { asked, get } = await setUp((_request, response) => void response.end(picture))
    expect((await get('none')).status).toBe(404)
    expect(asked).toEqual([])
  })

  test.each<[string, RequestListener]>([
    ['a page', (_request, response) => void response.end('<!doctype html><script>alert(1)</script>'.padEnd(500))],
    ['a drawing', (_request, response) => void response.end('<svg xmlns="http://www.w3.org/2000/svg"/>'.padEnd(500))],
    ['nothing', (_request, response) => void response.writeHead(404).end()],
    [
      'half a picture',
      (_request, response) => {
        response.writeHead(200, { 'content-length': 100_000 }).write(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))
        response.destroy()
      },
    ],
    [
      'no end',
      (_request, response) => {
        const block = Buffer.alloc(1_000_000, 0xff)
        block.set([0xff, 0xd8, 0xff])
        const more = (): void => {
          while (!response.destroyed && response.write(block)) continue
        }
        response.on('drain', more)
        more()
      },
    ],
    [
      'somewhere inside',
      (request, response) => {
        if (request.url === '/inside') response.end(picture)
        else response.writeHead(302, { location: 'file:///etc/hostname' }).end()
      },
    ],
  ])('where its address leads to %s there is a placeholder, and peace for a while', async (_name, answer) => {
    const { asked, get, remote } = await setUp(answer)
    expect((await get('one')).status).toBe(404)
    expect((await get('one')).status).toBe(404)
    expect(asked).toHaveLength(1)
    expect(await readdir(remote).catch(() => [])).toEqual([])
    nowMs += 11 * 60_000
    expect((await get('one')).status).toBe(404)
    expect(asked).toHaveLength(2)
  })

  test('what lies in the home network is never asked for', async () => {
    const { asked, get } = await setUp((_request, response) => void response.end(picture), false)
    expect((await get('one')).status).toBe(404)
    expect(asked).toEqual([])
  })
})

test('what was used longest ago makes room, with its small pictures', async () => {
  await mkdir(path.join(folder, 'small'))
  for (const [index, name] of ['a', 'b', 'c', 'd'].entries()) {
    await writeFile(path.join(folder, name), Buffer.alloc(100))
    await utimes(path.join(folder, name), 1000 + index, 1000 + index)
    await writeFile(path.join(folder, 'small', `${name}-96.webp`), '')
  }
  await prune(folder, 400)
  expect((await readdir(folder)).toSorted()).toEqual(['a', 'b', 'c', 'd', 'small'])
  await prune(folder, 300)
  expect((await readdir(folder)).toSorted()).toEqual(['c', 'd', 'small'])
  expect((await readdir(path.join(folder, 'small'))).toSorted()).toEqual(['c-96.webp', 'd-96.webp'])
  expect(await readFile(path.join(folder, 'c'))).toHaveLength(100)
})
