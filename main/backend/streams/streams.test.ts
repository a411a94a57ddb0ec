import { readFile } from 'node:fs/promises'
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

  it('an address that leads to another form of it when it is asked for anew is another encoding', async () => {
    await start([single])
    const node = nodeAt(0)
    const stream: Record<string, unknown> = { format: 'wav' }
    const track = node.addTrack({ title: 'One', sound: generated(60_000), stream })
    const trackId = bench.register(track)
    const first = await readByRanges(bench, trackId, { until: small })
    node.originOf(track).expire()
    stream['format'] = 'flac'
    const beyond = { range: 'bytes=9000000-9000099', 'if-match': first.etag }
    await expect.poll(async () => failureOf(await bench.get(trackId, beyond))).toEqual([412, 'media-changed'])
    const again = await readByRanges(bench, trackId, { until: small })
    expect(again.etag).not.toBe(first.etag)
    expect(bench.streams.info(trackId)).toMatchObject({ route: 'direct', passed: [] })
  })

  it('whoever reads all of it in one answer is told when nothing more will come', async () => {
    await start([single])
    const node = nodeAt(0)
    const track = node.addTrack({ title: 'One', sound: generated(60_000) })
    node.originOf(track).serving.fault = { kind: 'hang', afterBytes: 300_000 }
    const whole = await bench.get(bench.register(track))
    const reader = whole.body?.getReader()
    expect((await reader?.read())?.value?.length).toBeGreaterThan(0)
    const rest = (async () => {
      while ((await reader?.read())?.done === false);
    })()
    await bench.streams.close()
    await expect(rest).rejects.toThrow('terminated')
  })

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
