import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startMediaServer, type GrowingStream, type MediaServer } from '../../../../testkit/media/index.ts'
import { noise } from '../../../../testkit/audio/signals.ts'
import { encodeWav } from '../../../../testkit/audio/wav.ts'
import type { Failure } from '../../../../src/failure/index.ts'
import type { Delivery } from '../protocol.ts'
import { createByteSource } from './byte-source.ts'
import { StreamPipeline } from './pipeline.ts'

const rateHz = 48_000
const frames = 5 * rateHz + 77
const signal = noise({ frames, amplitude: 0.5, seed: 11 })
const wav = new Uint8Array(encodeWav([signal], rateHz, 16))
/** The samples of the WAV twice, as a stereo stream without a head. */
const pcm = stereo(wav.subarray(44))
const pcmType = 'audio/x-s16le;rate=48000;channels=2'
const expected = Float32Array.from(
  { length: frames },
  (_, frame) => new DataView(wav.buffer, wav.byteOffset + 44).getInt16(frame * 2, true) / 32_768,
)

function stereo(mono: Uint8Array): Uint8Array {
  return Uint8Array.from({ length: mono.length * 2 }, (_, at) => mono[(at >> 2) * 2 + (at & 1)] ?? 0)
}

/** A busy machine may take its time. */
const patience = { timeout: 20_000 }

let server: MediaServer
const pipelines: StreamPipeline[] = []

beforeEach(async () => {
  server = await startMediaServer()
})

afterEach(async () => {
  for (const pipeline of pipelines.splice(0)) pipeline.close()
  await server.close()
})

function play(stream: GrowingStream, contextRateHz = rateHz) {
  const deliveries: Delivery[] = []
  const failures: Failure[] = []
  const lengths: number[] = []
  const ended = Promise.withResolvers<void>()
  const pipeline = new StreamPipeline({
    streamId: 1,
    source: createByteSource(stream.url),
    segment: null,
    contextRateHz,
    purpose: 'play',
    send(delivery) {
      deliveries.push(delivery)
      if (delivery.kind === 'end') ended.resolve()
    },
    onOpened: () => undefined,
    onLength: (totalFrames) => lengths.push(totalFrames),
    onFailed(error) {
      failures.push(error)
      ended.resolve()
    },
  })
  pipelines.push(pipeline)
  pipeline.start(0, 0)
  /** Everything that was delivered; throws where a frame is missing or comes twice. */
  const samples = (generation = 0): Float32Array => {
    const parts = deliveries.flatMap((each) => (each.kind === 'chunk' && each.generation === generation ? [each] : []))
    let end = parts[0]?.startFrame ?? 0
    for (const part of parts) {
      if (part.startFrame !== end) throw new Error(`frame ${part.startFrame} after frame ${end}`)
      end += part.left.length
    }
    const all = new Float32Array(parts.reduce((sum, { left }) => sum + left.length, 0))
    for (const { left, startFrame } of parts) all.set(left, startFrame - (parts[0]?.startFrame ?? 0))
    return all
  }
  const ends = () =>
    deliveries.flatMap((each) => (each.kind === 'end' ? [{ totalFrames: each.totalFrames, broken: each.broken }] : []))
  return { pipeline, failures, lengths, samples, ends, ended: ended.promise }
}

describe('a stream of samples', () => {
  it('is played to the frame while it comes, in whatever portions, and ends where it ends', async () => {
    const stream = server.stream({ bytes: pcm.subarray(0, 5), mediaType: pcmType })
    const { samples, lengths, failures, ended } = play(stream)
    let at = 5
    for (const portion of [9, 70_001, 3, 333_333]) {
      stream.add(pcm.subarray(at, at + portion))
      at += portion
      // What has come is given out while the rest is waited for; one block is held back, because it may be the last.
      const here = Math.floor(at / 4) - 2 * 4096
      await expect.poll(() => samples().length, patience).toBeGreaterThanOrEqual(here)
    }
    stream.add(pcm.subarray(at))
    stream.end()
    await ended
    expect(samples()).toEqual(expected)
    expect({ lengths, failures }).toEqual({ lengths: [frames], failures: [] })
  })

  it('a seek out of a wait begins where it is wanted', async () => {
    const stream = server.stream({ bytes: pcm.subarray(0, 40_000), mediaType: pcmType })
    const { pipeline, samples, failures, ended } = play(stream)
    await expect.poll(() => samples().length, patience).toBeGreaterThan(0)
    pipeline.start(1000, 1)
    await expect.poll(() => samples(1).length, patience).toBeGreaterThan(0)
    stream.add(pcm.subarray(40_000))
    stream.end()
    await ended
    expect(failures).toEqual([])
    expect(samples(1)).toEqual(expected.subarray(1000))
  })

  it('that becomes hopeless is played as far as it came, and the reason is told', async () => {
    const stream = server.stream({ bytes: pcm.subarray(0, 400_000), mediaType: pcmType })
    const { samples, failures, ended } = play(stream)
    await expect.poll(() => samples().length, patience).toBeGreaterThan(80_000)
    stream.refuse({ code: 'node-unreachable', status: 502 })
    await ended
    expect(failures).toEqual([{ code: 'node-unreachable' }])
    expect(samples().length).toBeGreaterThan(90_000)
    expect(samples()).toEqual(expected.subarray(0, samples().length))
  })
})

describe('another encoding of the same recording', () => {
  it.each([
    ['of samples without a head', pcmType, pcm],
    ['of a file', 'audio/wav', wav],
  ])('%s goes on exactly behind the last frame', async (_, mediaType, bytes) => {
    const stream = server.stream({ bytes: wav.subarray(0, 200_000), mediaType: 'audio/wav' })
    const { samples, lengths, failures, ended } = play(stream)
    await expect.poll(() => samples().length, patience).toBeGreaterThan(60_000)
    expect(samples().length).toBeLessThan(100_000)
    stream.change({ bytes, mediaType, isWhole: true })
    await ended
    expect(samples()).toEqual(expected)
    expect({ lengths, failures }).toEqual({ lengths: [frames], failures: [] })
  })

  it('at another rate than the output goes on upon the same grid', async () => {
    const whole = play(server.stream({ bytes: pcm, mediaType: pcmType, isWhole: true }), 44_100)
    await whole.ended
    const stream = server.stream({ bytes: wav.subarray(0, 200_000), mediaType: 'audio/wav' })
    const { samples, lengths, ended } = play(stream, 44_100)
    await expect.poll(() => samples().length, patience).toBeGreaterThan(60_000)
    stream.change({ bytes: pcm, mediaType: pcmType, isWhole: true })
    await ended
    expect(samples()).toEqual(whole.samples())
    expect(lengths).toEqual(whole.lengths)
  })

  it('that cannot be opened leaves what came before, with an end behind which the reason is told', async () => {
    const stream = server.stream({ bytes: pcm.subarray(0, 200_000), mediaType: pcmType })
    const { samples, failures, ends, ended } = play(stream)
    await expect.poll(() => samples().length, patience).toBeGreaterThan(40_000)
    stream.change({ bytes: new Uint8Array(5000), mediaType: 'application/octet-stream', isWhole: true })
    await ended
    await expect.poll(() => failures, patience).toEqual([{ code: 'file-not-audio' }])
    expect(ends()).toEqual([{ totalFrames: samples().length, broken: true }])
    expect(samples()).toEqual(expected.subarray(0, samples().length))
  })

  it('may change often while it goes on, and is given up where nothing comes of it', async () => {
    const stream = server.stream({ bytes: pcm.subarray(0, 40_000), mediaType: pcmType })
    const { samples, failures, ended } = play(stream)
    for (const bytes of [80_000, 120_000, 160_000, 200_000, 240_000]) {
      const before = samples().length
      stream.change({ bytes: pcm.subarray(0, bytes) })
      await expect.poll(() => samples().length, patience).toBeGreaterThan(before)
    }
    expect(failures).toEqual([])
    await expect.poll(() => samples().length, patience).toBeGreaterThan(50_000)
    const changing = setInterval(() => stream.change({ bytes: pcm.subarray(0, 240_000) }), 100)
    await ended
    clearInterval(changing)
    expect(failures).toEqual([{ code: 'media-changed' }])
    expect(samples()).toEqual(expected.subarray(0, samples().length))
  })
})
