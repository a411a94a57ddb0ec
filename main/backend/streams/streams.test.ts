import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { fixtures } from '../../../testkit/audio/index.ts'
import { generated, noLimits, type StandInOptions, wholePcm } from '../../../testkit/nodelink/index.ts'
import type { StreamsOptions } from './index.ts'
import { readByRanges, startBench, type StreamsBench } from './testing/index.ts'

let bench: StreamsBench

afterEach(() => bench.close())

async function start(standIns?: readonly StandInOptions[], options?: Partial<StreamsOptions>): Promise<void> {
  bench = await startBench(standIns, options)
}

const failureOf = async (response: Response): Promise<unknown> => {
  const { code }: { code?: unknown } = Object(await response.json())
  return [response.status, code]
}

const nodeAt = (index: number): StreamsBench['nodes'][number]['node'] => {
  const found = bench.nodes[index]
  if (found === undefined) throw new Error('No such node')
  return found.node
}

const single: StandInOptions = { mode: 'single', limits: noLimits }
const pcmOnly: StandInOptions = { ...single, behaviour: { hasTrackStream: false } }

describe('the original, from where it lies', () => {
  it.each(['mp3Vbr', 'flac44', 'opus', 'm4a', 'webmOpus', 'ogg', 'aacAdts', 'wav48'] as const)(
    '%s, byte for byte',
    async (name) => {
      await start([single])
      const { files } = await fixtures()
      const { path } = files[name]
      const node = nodeAt(0)
      const trackId = bench.register(node.addTrack({ title: name, sound: path }))
      const { bytes, total } = await readByRanges(bench, trackId, { rangeBytes: 70_001 })
      const expected = await readFile(path)
      expect(bytes.equals(expected)).toBe(true)
      expect(total).toBe(String(expected.length))
      expect(node.counters.of('/v4/loadstream')).toBe(0)
      expect(node.counters.of('/v4/trackstream')).toBe(1)
    },
  )

  it('is served as files are: whole, HEAD, ranges, and what lies behind the end', async () => {
    await start([single])
    const sound = generated(30_000)
    const trackId = bench.register(nodeAt(0).addTrack({ title: 'One', sound }))
    const whole = await bench.get(trackId)
    const bytes = Buffer.from(await whole.arrayBuffer())
    expect([whole.status, whole.headers.get('content-type'), bytes.length]).toEqual([200, 'audio/wav', 5_760_044])
    expect(bytes.subarray(44).equals(await wholePcm(sound))).toBe(true)
    const middle = await bench.get(trackId, { range: 'bytes=3000000-3000099' })
    expect([middle.status, middle.headers.get('content-range')]).toEqual([206, 'bytes 3000000-3000099/5760044'])
    expect(Buffer.from(await middle.arrayBuffer()).equals(bytes.subarray(3_000_000, 3_000_100))).toBe(true)
    const end = await bench.get(trackId, { range: 'bytes=-10' })
    expect(Buffer.from(await end.arrayBuffer()).equals(bytes.subarray(-10))).toBe(true)
    const beyond = await bench.get(trackId, { range: 'bytes=5760044-' })
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */5760044'])
  })
})

describe('decoded by the node', () => {
  it.each(['single', 'cluster'] as const)('to the last frame (%s)', async (mode) => {
    await start([{ mode, limits: noLimits, behaviour: { hasTrackStream: mode === 'cluster', driftsLoudness: false } }])
    const sound = generated(20_000)
    const trackId = bench.register(nodeAt(0).addTrack({ title: 'One', sound }))
    const { bytes, type, total } = await readByRanges(bench, trackId)
    expect(bytes.equals(await wholePcm(sound))).toBe(true)
    expect(type).toBe('audio/x-s16le;rate=48000;channels=2')
    expect(total).toBe(String(20 * 192_000))
    expect(nodeAt(0).deaths).toBe(0)
  })

  it('goes on without a frame lost or twice when the node dies in the middle and comes back', async () => {
    await start([{ ...pcmOnly, behaviour: { hasTrackStream: false, driftsLoudness: false } }])
    const node = nodeAt(0)
    const sound = generated(30_000)
    const trackId = bench.register(node.addTrack({ title: 'One', sound }))
    node.faults.add('/v4/loadstream', { kind: 'throttle', bytesPerSecond: 2_000_000 }, 1)
    const reading = readByRanges(bench, trackId)
    await expect.poll(() => node.requests.at(-1)?.sentBytes ?? 0).toBeGreaterThan(500_000)
    node.kill()
    await new Promise((resolve) => setTimeout(resolve, 200))
    await node.revive()
    const { bytes } = await reading
    expect(bytes.equals(await wholePcm(sound))).toBe(true)
    expect(node.counters.of('/v4/loadstream')).toBe(2)
  })
})

describe('when the bytes do not come', () => {
  const small = 400_000

  it.each([403, 410] as const)(
    'an address that expires (%i) while it plays is asked for anew, at the byte',
    async (status) => {
      await start([single])
      const node = nodeAt(0)
      const sound = generated(60_000)
      const track = node.addTrack({ title: 'One', sound })
      const trackId = bench.register(track)
      const first = await readByRanges(bench, trackId, { until: small })
      node.originOf(track).expire(status)
      const rest = await readByRanges(bench, trackId, { from: first.bytes.length, etag: first.etag })
      const all = Buffer.concat([first.bytes, rest.bytes])
      expect(all.subarray(44).equals(await wholePcm(sound))).toBe(true)
      expect(rest.etag).toBe(first.etag)
      expect(node.counters.of('/v4/trackstream')).toBe(2)
    },
  )

  it('an address that the node keeps although it has expired leads to decoded sound, and the player is told', async () => {
    await start([{ ...single, behaviour: { keepsAddresses: true, driftsLoudness: false } }])
    const node = nodeAt(0)
    const sound = generated(60_000)
    const track = node.addTrack({ title: 'One', sound })
    const trackId = bench.register(track)
    const first = await readByRanges(bench, trackId, { until: small })
    node.originOf(track).expire()
    const beyond = { range: 'bytes=9000000-9000099', 'if-match': first.etag }
    await expect.poll(async () => failureOf(await bench.get(trackId, beyond))).toEqual([412, 'media-changed'])
    const again = await readByRanges(bench, trackId)
    expect(again.type).toContain('audio/x-s16le')
    expect(again.bytes.equals(await wholePcm(sound))).toBe(true)
    expect(bench.streams.info(trackId)).toMatchObject({
      route: 'pcm',
      passed: [{ route: 'direct', failure: { code: 'node-track-unplayable' } }],
    })
  })

  it('goes on where a transfer was cut', async () => {
    await start([single])
    const node = nodeAt(0)
    const sound = generated(20_000)
    const track = node.addTrack({ title: 'One', sound })
    node.originOf(track).serving.fault = { kind: 'cut', afterBytes: 150_000 }
    const { bytes } = await readByRanges(bench, bench.register(track))
    expect(bytes.subarray(44).equals(await wholePcm(sound))).toBe(true)
    expect(node.counters.of('/v4/loadstream')).toBe(0)
  })

  it('reads a server without ranges once, from front to back', async () => {
    await start([single])
    const node = nodeAt(0)
    const sound = generated(20_000)
    const track = node.addTrack({ title: 'One', sound })
    node.originOf(track).serving.hasRanges = false
    const trackId = bench.register(track)
    const { bytes } = await readByRanges(bench, trackId)
    expect(bytes.subarray(44).equals(await wholePcm(sound))).toBe(true)
    expect((await readByRanges(bench, trackId, { from: 1_000_000, until: 1_000_100 })).bytes).toHaveLength(100)
    expect(node.origin.requests).toHaveLength(1)
  })

  it.each([
    ['nothing', { kind: 'empty' }],
    ['a page', { kind: 'hostile', what: 'html' }],
    ['half a header', { kind: 'hostile', what: 'huge-header' }],
    ['refused', { kind: 'status', status: 451 }],
  ] as const)('%s in place of the original: the node decodes it', async (_, fault) => {
    await start([{ ...single, behaviour: { driftsLoudness: false } }])
    const node = nodeAt(0)
    const sound = generated(3000)
    const track = node.addTrack({ title: 'One', sound })
    node.originOf(track).serving.fault = fault
    const { bytes } = await readByRanges(bench, bench.register(track))
    expect(bytes.equals(await wholePcm(sound))).toBe(true)
  })

  it.each(['localhost', 'link-local', 'ipv6-loopback', 'unspecified'] as const)(
    'never follows where nobody should go (%s)',
    async (host) => {
      await start([{ ...single, behaviour: { driftsLoudness: false } }])
      const node = nodeAt(0)
      const track = node.addTrack({ title: 'One', sound: generated(3000) })
      node.originOf(track).serving.redirect = { kind: 'inside', host }
      const trackId = bench.register(track)
      expect((await readByRanges(bench, trackId)).type).toContain('audio/x-s16le')
      expect(node.origin.insideHits).toBe(0)
      expect(bench.streams.info(trackId)?.passed[0]?.failure.code).toBe('node-address-refused')
    },
  )

  it('says why when nothing can be had, and tries anew when asked again later', async () => {
    await start([pcmOnly])
    const node = nodeAt(0)
    const trackId = bench.register(node.addTrack({ title: 'One', sound: generated(1000) }))
    node.faults.add('/v4/loadstream', { kind: 'empty' })
    expect(await failureOf(await bench.get(trackId, { range: 'bytes=0-9' }))).toEqual([500, 'node-track-unplayable'])
    node.faults.clear()
    await expect
      .poll(async () => (await bench.get(trackId, { range: 'bytes=0-9' })).status, { timeout: 8000 })
      .toBe(206)
  })

  it('tells the player to wait, not that it failed, while a node says nothing', async () => {
    await start([pcmOnly])
    const node = nodeAt(0)
    node.behaviour.firstByteDelayMs = 6500
    const trackId = bench.register(node.addTrack({ title: 'One', sound: generated(1000) }))
    const response = await bench.get(trackId, { range: 'bytes=0-9' })
    expect(await failureOf(response)).toEqual([503, 'media-waiting'])
    expect((await bench.get(trackId, { range: 'bytes=0-9' })).status).toBe(206)
    expect(node.counters.of('/v4/loadstream')).toBe(1)
  })
})

describe('a node as a neighbour', () => {
  it('survives fifty skips, and is asked for little', async () => {
    await start([{ ...pcmOnly, limits: {} }])
    const node = nodeAt(0)
    const tracks = Array.from({ length: 50 }, (_, index) =>
      bench.register(node.addTrack({ title: `Track ${index}`, sound: generated(20_000) })),
    )
    for (const [index, trackId] of tracks.slice(0, -1).entries()) {
      const skip = new AbortController()
      const asked = bench.get(trackId, { range: 'bytes=0-65535' }, skip.signal).catch(() => null)
      // Now and then somebody listens for a moment, so that the node has begun.
      await new Promise((resolve) => setTimeout(resolve, index % 10 === 0 ? 700 : 10))
      skip.abort()
      await asked
    }
    const last = tracks.at(-1) ?? ''
    const { bytes } = await readByRanges(bench, last, { until: 65_536 })
    expect(bytes).toHaveLength(65_536)
    expect(node.deaths).toBe(0)
    expect(node.counters.of('/v4/loadstream')).toBeLessThanOrEqual(12)
    // What was begun is read to its end.
    await expect.poll(() => node.requests.filter(({ end }) => end === 'open').length, { timeout: 15_000 }).toBe(0)
    expect(node.requests.filter(({ end }) => end === 'aborted')).toEqual([])
  })

  it('is asked once: again and back costs it nothing', async () => {
    await start([{ ...pcmOnly, behaviour: { hasTrackStream: false, driftsLoudness: false } }])
    const node = nodeAt(0)
    const [one, two] = [generated(5000), generated(5000)]
    const first = bench.register(node.addTrack({ title: 'One', sound: one }))
    const second = bench.register(node.addTrack({ title: 'Two', sound: two }))
    for (const [trackId, sound] of [
      [first, one],
      [second, two],
      [first, one],
      [first, one],
    ] as const)
      expect((await readByRanges(bench, trackId)).bytes.equals(await wholePcm(sound))).toBe(true)
    expect(node.counters.of('/v4/loadstream')).toBe(2)
  })

  it('that dies in the middle of an original does not matter; what expired meanwhile is asked for when it is back', async () => {
    await start([single])
    const node = nodeAt(0)
    const sound = generated(60_000)
    const track = node.addTrack({ title: 'One', sound })
    const trackId = bench.register(track)
    const first = await readByRanges(bench, trackId, { until: 400_000 })
    node.kill()
    node.originOf(track).expire()
    const reading = readByRanges(bench, trackId, { from: first.bytes.length, etag: first.etag })
    await new Promise((resolve) => setTimeout(resolve, 300))
    await node.revive()
    const { bytes } = await reading
    expect(
      Buffer.concat([first.bytes, bytes])
        .subarray(44)
        .equals(await wholePcm(sound)),
    ).toBe(true)
  })

  it('that is gone for good is replaced by another that has the same', async () => {
    await start([pcmOnly, { ...pcmOnly, behaviour: { hasTrackStream: false, driftsLoudness: false } }])
    const sound = generated(3000)
    const facts = { title: 'One', sound, identifier: 'same' }
    const trackId = bench.register(nodeAt(0).addTrack(facts))
    nodeAt(1).addTrack(facts)
    nodeAt(0).kill()
    const { bytes } = await readByRanges(bench, trackId)
    expect(bytes.equals(await wholePcm(sound))).toBe(true)
    expect(bench.streams.info(trackId)).toMatchObject({ state: 'open', nodeName: 'Node 1' })
  }, 30_000)

  it('that cannot play one source plays the same recording from another', async () => {
    await start([{ ...pcmOnly, behaviour: { hasTrackStream: false, driftsLoudness: false } }])
    const node = nodeAt(0)
    const sound = generated(3000)
    // Nothing that the node can decode.
    const facts = { title: 'Night train', author: 'Late Ferry', isrc: 'DEA012300001', lengthMs: 3000 }
    const broken = node.addTrack({ ...facts, source: 'soundcloud', sound: generated(3000), container: 'wav' })
    node.addTrack({ ...facts, sound })
    const { bytes } = await readByRanges(bench, bench.register(broken))
    expect(bytes.equals(await wholePcm(sound))).toBe(true)
  })

  it('is asked ahead: for the way and the first block, and for decoded sound of the very next track alone', async () => {
    await start([single, { ...pcmOnly }])
    const [origin, decoder] = [nodeAt(0), nodeAt(1)]
    const direct = bench.register(origin.addTrack({ title: 'One', sound: generated(60_000) }))
    const soon = bench.register(decoder.addTrack({ title: 'Two', sound: generated(3000) }), { nodeId: 'node1' })
    const later = bench.register(decoder.addTrack({ title: 'Three', sound: generated(3000) }), { nodeId: 'node1' })
    bench.streams.prepare([soon, direct, later])
    await expect.poll(() => bench.streams.info(direct)?.heldBytes).toBe(262_144)
    await expect.poll(() => bench.streams.info(soon)?.heldBytes).toBe(3 * 192_000)
    expect(decoder.counters.of('/v4/loadstream')).toBe(1)
    expect(bench.streams.info(later)?.state).toBe('looking')
    expect(origin.origin.requests).toHaveLength(1)
    const { bytes } = await readByRanges(bench, direct, { until: 262_144 })
    expect(bytes).toHaveLength(262_144)
  })
})

describe('what is known of a node', () => {
  it('a source whose originals failed for two tracks is not tried in vain for the third', async () => {
    await start([{ ...single, behaviour: { driftsLoudness: false } }])
    const node = nodeAt(0)
    const stream = { exception: 'Sign in to confirm that you are not a bot' }
    const [one, two, three] = ['One', 'Two', 'Three'].map((title) =>
      bench.register(node.addTrack({ title, sound: generated(1000), stream })),
    )
    for (const trackId of [one, two, three]) await readByRanges(bench, trackId ?? '')
    expect(node.counters.of('/v4/trackstream')).toBe(2)
    expect(bench.streams.info(three ?? '')).toMatchObject({ route: 'pcm', passed: [{ route: 'direct' }] })
  })

  it.each([
    ['striped by the service', { source: 'deezer' }, {}],
    ['a protocol of its own', {}, { protocol: 'sabr' }],
    ["a file on the node's disk", {}, { protocol: 'local', url: '/etc/passwd' }],
    ['no address at all', {}, { url: 'file:///etc/passwd' }],
  ])('an original that cannot be had as it is (%s) is decoded by the node', async (_, facts, stream) => {
    await start([{ ...single, behaviour: { driftsLoudness: false } }])
    const node = nodeAt(0)
    const sound = generated(1000)
    const trackId = bench.register(node.addTrack({ title: 'One', sound, ...facts, stream }))
    expect((await readByRanges(bench, trackId)).bytes.equals(await wholePcm(sound))).toBe(true)
    expect(node.origin.requests).toHaveLength(0)
  })

  it('a cluster is not asked for originals', async () => {
    await start([{ mode: 'cluster', limits: noLimits }])
    const node = nodeAt(0)
    const trackId = bench.register(node.addTrack({ title: 'One', sound: generated(1000) }))
    await readByRanges(bench, trackId)
    expect(node.counters.of('/v4/trackstream')).toBe(0)
    expect(bench.streams.info(trackId)?.passed).toMatchObject([
      { route: 'direct', failure: { code: 'node-cluster-only-pcm' } },
    ])
  })

  it('a line too slow for the original leads to something smaller, and the player is told', async () => {
    const told: string[] = []
    await start([{ ...single, behaviour: { driftsLoudness: false } }], {
      onChange: ({ passed }) => told.push(...passed.map(({ failure }) => failure.code)),
    })
    const node = nodeAt(0)
    // 1.5 Mbit/s are needed and 0.8 come; the node itself is near.
    const sound = generated(60_000)
    const track = node.addTrack({ title: 'One', sound })
    node.originOf(track).serving.fault = { kind: 'throttle', bytesPerSecond: 100_000 }
    const trackId = bench.register(track)
    const { etag } = await readByRanges(bench, trackId, { until: 100_000 })
    const beyond = { range: 'bytes=100000-200000', 'if-match': etag }
    await expect.poll(async () => (await bench.get(trackId, beyond)).status, { timeout: 10_000 }).toBe(412)
    expect((await readByRanges(bench, trackId)).bytes.equals(await wholePcm(sound))).toBe(true)
    await expect.poll(() => told).toContain('stream-too-slow')
  })

  it('of a track far larger than the buffer, any place can be had, also one that was let go', async () => {
    await start([{ ...pcmOnly, behaviour: { hasTrackStream: false, driftsLoudness: false } }], {
      bufferBytes: () => 4e6,
    })
    const node = nodeAt(0)
    const sound = generated(120_000)
    const trackId = bench.register(node.addTrack({ title: 'One', sound }))
    const expected = await wholePcm(sound)
    const whole = await readByRanges(bench, trackId)
    expect(whole.bytes.equals(expected)).toBe(true)
    for (const from of [0, 12_000_000, 4_000_000]) {
      const { bytes } = await readByRanges(bench, trackId, { from, until: from + 300_000, etag: whole.etag })
      expect(bytes.equals(expected.subarray(from, from + 300_000))).toBe(true)
    }
    expect(node.deaths).toBe(0)
  })
})

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

  it('that never end are decoded by the node', async () => {
    await segments('-c:a', 'aac')
    await start([{ ...single, behaviour: { driftsLoudness: false } }])
    const sound = generated(1000)
    const stream = { url: `${address}/list0.ts`, protocol: 'hls' }
    const trackId = bench.register(nodeAt(0).addTrack({ title: 'One', sound, stream }))
    expect((await readByRanges(bench, trackId)).bytes.equals(await wholePcm(sound))).toBe(true)
  })
})
