import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { fixtures } from '../../../../testkit/audio/index.ts'
import { generated, noLimits, type StandInOptions, wholePcm } from '../../../../testkit/nodelink/index.ts'
import type { StreamsOptions } from '../index.ts'
import { readByRanges, startBench, type StreamsBench } from '../testing/index.ts'

let bench: StreamsBench

afterEach(() => bench.close())

async function start(standIns?: readonly StandInOptions[], options?: Partial<StreamsOptions>): Promise<void> {
  bench = await startBench(standIns, options)
}

const nodeAt = (index: number): StreamsBench['nodes'][number]['node'] => {
  const found = bench.nodes[index]
  if (found === undefined) throw new Error('No such node')
  return found.node
}

const single: StandInOptions = { mode: 'single', limits: noLimits }

describe('in segments', () => {
  let folder: string
  let server: Server
  let address: string

  afterEach(async () => {
    server.close()
    await rm(folder, { recursive: true, force: true })
  })

  /** Segments made by ffmpeg, behind a server of their own. */
  async function segments(...options: readonly string[]): Promise<void> {
    folder = await mkdtemp(path.join(os.tmpdir(), 'melofy-hls-'))
    const { files } = await fixtures()
    const input = ['-hide_banner', '-v', 'error', '-i', files.wav48.path]
    const output = ['-f', 'hls', '-hls_time', '1', '-hls_playlist_type', 'vod']
    await promisify(execFile)('ffmpeg', [...input, ...options, ...output, path.join(folder, 'list.m3u8')])
    server = createServer((request, response) => {
      readFile(path.join(folder, path.basename(request.url ?? '')))
        .then((bytes) => response.end(bytes))
        .catch(() => response.writeHead(404).end())
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const bound = server.address()
    address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}`
  }

  it.each([
    ['fragmented MP4', ['-c:a', 'aac', '-hls_segment_type', 'fmp4'], 'mp4'],
    ['transport stream', ['-c:a', 'aac'], 'mpegts'],
  ] as const)('%s is put together in its order', async (_, options, format) => {
    await segments(...options)
    await start([single])
    const stream = { url: `${address}/list.m3u8`, protocol: 'hls', format: 'aac_hls' }
    const track = nodeAt(0).addTrack({ title: 'One', sound: generated(1000), stream })
    const trackId = bench.register(track)
    const { bytes } = await readByRanges(bench, trackId)
    const names = (await readdir(folder)).filter((name) => name.startsWith('list') && !name.endsWith('.m3u8'))
    names.sort((one, other) => Number(/\d+/u.exec(one)?.[0]) - Number(/\d+/u.exec(other)?.[0]))
    const head = format === 'mp4' ? [await readFile(path.join(folder, 'init.mp4'))] : []
    const parts = await Promise.all(names.map((name) => readFile(path.join(folder, name))))
    expect(parts.length).toBeGreaterThan(1)
    expect(bytes.equals(Buffer.concat([...head, ...parts]))).toBe(true)
    expect(bench.streams.info(trackId)).toMatchObject({ route: 'hls', format })
  })

  it('bring each head before the segments it is for, though all heads lie in one file', async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'melofy-hls-'))
    const box = (name: string, fill: number): Buffer => {
      const bytes = Buffer.alloc(400, fill)
      bytes.writeUInt32BE(400)
      bytes.write(name, 4)
      return bytes
    }
    const [first, second] = [box('ftyp', 1), box('ftyp', 2)]
    const parts = [box('moof', 3), box('moof', 4)]
    const files = new Map([
      ['/heads.mp4', Buffer.concat([first, second])],
      ['/0.m4s', box('moof', 3)],
      ['/1.m4s', box('moof', 4)],
    ])
    const map = (offset: number): string => `#EXT-X-MAP:URI="heads.mp4",BYTERANGE="400@${offset}"`
    const list = ['#EXTM3U', map(0), '#EXTINF:1,', '0.m4s', map(400), '#EXTINF:1,', '1.m4s', '#EXT-X-ENDLIST']
    files.set('/list.m3u8', Buffer.from(list.join('\n')))
    server = createServer((request, response) => void response.end(files.get(request.url ?? '') ?? ''))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const bound = server.address()
    const url = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}/list.m3u8`
    await start([single])
    const track = nodeAt(0).addTrack({ title: 'One', sound: generated(1000), stream: { url, protocol: 'hls' } })
    const { bytes } = await readByRanges(bench, bench.register(track))
    const [one = first, two = first] = parts
    expect(bytes.equals(Buffer.concat([first, one, second, two]))).toBe(true)
  })

  it('are found where their list was sent on to', async () => {
    await segments('-c:a', 'aac')
    const elsewhere = createServer((request, response) => {
      const isList = request.url?.endsWith('.m3u8') === true
      if (isList) response.writeHead(302, { location: `${address}/list.m3u8` }).end()
      else response.writeHead(404).end()
    })
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
    try {
      await start([single])
      const bound = elsewhere.address()
      const url = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}/list.m3u8`
      const track = nodeAt(0).addTrack({ title: 'One', sound: generated(1000), stream: { url, protocol: 'hls' } })
      const trackId = bench.register(track)
      await readByRanges(bench, trackId)
      expect(bench.streams.info(trackId)).toMatchObject({ route: 'hls', format: 'mpegts' })
    } finally {
      elsewhere.close()
    }
  })

  it('that never end are decoded by the node', async () => {
    await segments('-c:a', 'aac')
    await start([{ ...single, behaviour: { driftsLoudness: false } }])
    const sound = generated(1000)
    const stream = { url: `${address}/list0.ts`, protocol: 'hls' }
    const trackId = bench.register(nodeAt(0).addTrack({ title: 'One', sound, stream }))
    expect((await readByRanges(bench, trackId)).bytes.equals(await wholePcm(sound))).toBe(true)
  })
})
