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
