import { afterEach, describe, expect, it } from 'vitest'
import { generated, noLimits, type StandInOptions, wholePcm } from '../../../testkit/nodelink/index.ts'
import type { StreamsOptions } from './index.ts'
import { readByRanges, startBench, type StreamsBench } from './testing/index.ts'

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
const pcmOnly: StandInOptions = { ...single, behaviour: { hasTrackStream: false } }

describe('a node as a neighbour', () => {
  it('survives fifty skips, and is asked for little', async () => {
    await start([{ ...pcmOnly, limits: {}, behaviour: { hasTrackStream: false, driftsLoudness: false } }])
    const node = nodeAt(0)
    const tracks = Array.from({ length: 50 }, (_, index) =>
      bench.register(node.addTrack({ title: `Track ${index}`, sound: generated(20_000) })),
    )
    // Slow enough that they are left in the middle.
    node.faults.add('/v4/loadstream', { kind: 'throttle', bytesPerSecond: 2_500_000 })
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
    expect(node.counters.of('/v4/loadstream')).toBeLessThan(25)
    expect(node.counters.judged('delayed')).toBe(0)
    // What was begun is read to its end.
    await expect.poll(() => node.requests.filter(({ end }) => end === 'open').length, { timeout: 40_000 }).toBe(0)
    expect(node.requests.filter(({ end }) => end === 'aborted')).toEqual([])
  }, 60_000)

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

  it('that ends over a track does not get it a third time', async () => {
    await start([pcmOnly])
    const node = nodeAt(0)
    const trackId = bench.register(node.addTrack({ title: 'One', sound: generated(5000) }))
    node.faults.add('/v4/loadstream', { kind: 'hang' })
    const asked = bench.get(trackId, { range: 'bytes=0-65535' })
    for (const times of [1, 2]) {
      await expect.poll(() => node.counters.of('/v4/loadstream'), { timeout: 5000 }).toBe(times)
      node.kill()
      // Long enough that it is found to be gone.
      await new Promise((resolve) => setTimeout(resolve, 200))
      await node.revive()
    }
    const answer: unknown = await (await asked).json()
    expect(answer).toMatchObject({ code: 'node-track-unplayable' })
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
    const began = await bench.get(trackId, { range: 'bytes=0-99' })
    const beyond = { range: 'bytes=100000-200000', 'if-match': began.headers.get('etag') ?? '' }
    await expect.poll(async () => (await bench.get(trackId, beyond)).status, { timeout: 10_000 }).toBe(412)
    expect((await readByRanges(bench, trackId)).bytes.equals(await wholePcm(sound))).toBe(true)
    await expect.poll(() => told).toContain('stream-too-slow')
  })

  it('of a track far larger than the buffer, any place can be had, also one that was let go', async () => {
    await start([{ ...pcmOnly, behaviour: { hasTrackStream: false, driftsLoudness: false } }], {
      bufferBytes: () => 4e6,
    })
    const node = nodeAt(0)
    const sound = generated(60_000)
    const trackId = bench.register(node.addTrack({ title: 'One', sound }))
    const expected = await wholePcm(sound)
    const whole = await readByRanges(bench, trackId)
    expect(whole.bytes.equals(expected)).toBe(true)
    for (const from of [0, 6_000_000, 3_000_000]) {
      const { bytes } = await readByRanges(bench, trackId, { from, until: from + 300_000, etag: whole.etag })
      expect(bytes.equals(expected.subarray(from, from + 300_000))).toBe(true)
    }
    expect(node.deaths).toBe(0)
  }, 60_000)
})
