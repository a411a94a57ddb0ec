import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { fixtures, type FixtureSet } from '../../../../testkit/audio/index.ts'
import { noise } from '../../../../testkit/audio/signals.ts'
import { encodeWav } from '../../../../testkit/audio/wav.ts'
import type { Failure } from '../../../../src/failure/index.ts'
import type { Delivery } from '../protocol.ts'
import type { Segment } from '../types.ts'
import type { ByteSource } from './byte-source.ts'
import { StreamPipeline, type PipelineOptions } from './pipeline.ts'
import { bytesSource, fileSource } from './testing/file-source.ts'

let set: FixtureSet

beforeAll(async () => {
  set = await fixtures()
}, 120_000)

/** A pipeline over WAV, which needs no decoder of the browser's, and what became of it. */
function pipelineOver(
  source: ByteSource,
  options: Partial<Pick<PipelineOptions, 'turn' | 'purpose' | 'segment' | 'contextRateHz'>> = {},
) {
  const deliveries: Delivery[] = []
  const failures: Failure[] = []
  const lengths: number[] = []
  let reads = 0
  const counted: ByteSource = {
    ...source,
    read(start, end) {
      reads += 1
      return source.read(start, end)
    },
  }
  const ended = Promise.withResolvers<void>()
  const pipeline = new StreamPipeline({
    streamId: 1,
    source: counted,
    segment: null,
    contextRateHz: 44_100,
    purpose: 'play',
    ...options,
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
  const decodedFrames = (): number =>
    deliveries.reduce((sum, each) => sum + (each.kind === 'chunk' ? each.left.length : 0), 0)
  return { pipeline, deliveries, failures, lengths, reads: () => reads, decodedFrames, ended: ended.promise }
}

describe('whose turn it is in the decode worker', () => {
  it('what follows is not even opened before the beginning of the track that is waited for is decoded', async () => {
    const first = pipelineOver(await fileSource(set.files.wav44.path))
    const second = pipelineOver(await fileSource(set.files.wav44.path), { turn: first.pipeline.begun })
    second.pipeline.start(0, 0)
    first.pipeline.start(0, 0)
    await first.pipeline.begun
    // Begun means that sound is there, and that nothing of the second was asked for meanwhile.
    expect(first.decodedFrames()).toBeGreaterThan(44_100)
    expect(second.reads()).toBe(0)
    await second.ended
    expect(second.decodedFrames()).toBe(set.files.wav44.frames)
    for (const { pipeline } of [first, second]) pipeline.close()
  })

  it('a track that fails, or is closed before it began, keeps nobody waiting', async () => {
    const failing = pipelineOver(await fileSource(set.bad.randomWav))
    failing.pipeline.start(0, 0)
    await failing.pipeline.begun
    expect(failing.failures).toHaveLength(1)

    const closed = pipelineOver(await fileSource(set.files.wav44.path), { turn: Promise.withResolvers().promise })
    closed.pipeline.start(0, 0)
    closed.pipeline.close()
    await closed.pipeline.begun
    expect(closed.reads()).toBe(0)
  })

  it('a seek before its turn decides where it begins', async () => {
    const turn = Promise.withResolvers<void>()
    const { pipeline, deliveries, ended } = pipelineOver(await fileSource(set.files.wav44.path), { turn: turn.promise })
    pipeline.start(0, 0)
    pipeline.start(30_000, 1)
    turn.resolve()
    await ended
    expect(deliveries.find((each) => each.kind === 'chunk')).toMatchObject({ startFrame: 30_000, generation: 1 })
    expect(deliveries.every((each) => each.generation === 1)).toBe(true)
    pipeline.close()
  })
})

/** Four seconds of silence as a WAV in memory. */
const silence = (): ByteSource => wavOf(new Float64Array(4 * 44_100), 44_100)

/** A WAV in memory. */
function wavOf(samples: Float64Array, sampleRateHz: number): ByteSource {
  return bytesSource(new Uint8Array(encodeWav([samples], sampleRateHz, 16)))
}

describe('a track that only may be played', () => {
  it('is decoded for its first two seconds, and to its end once it plays', async () => {
    const { pipeline, decodedFrames, ended } = pipelineOver(silence(), { purpose: 'prepare' })
    pipeline.start(0, 0)
    await pipeline.begun
    // Were it to go on, it would within these turns: the whole file lies in memory.
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
    expect(decodedFrames()).toBeGreaterThanOrEqual(2 * 44_100)
    expect(decodedFrames()).toBeLessThan(3 * 44_100)
    pipeline.demand(0, 0)
    await ended
    expect(decodedFrames()).toBe(4 * 44_100)
    pipeline.close()
  })
})

describe('the end of a resampled track', () => {
  /** What comes out of a second at 48 kHz before a track that is decoded already. */
  async function samplesBefore(next: ByteSource | null): Promise<Float32Array> {
    const heir = next === null ? null : pipelineOver(next)
    heir?.pipeline.start(0, 0)
    await heir?.ended
    const one = pipelineOver(wavOf(new Float64Array(48_000).fill(0.5), 48_000))
    one.pipeline.setHeir(heir?.pipeline ?? null)
    one.pipeline.start(0, 0)
    await one.ended
    one.pipeline.close()
    heir?.pipeline.close()
    return Float32Array.from(one.deliveries.flatMap((each) => (each.kind === 'chunk' ? Array.from(each.left) : [])))
  }

  it('looks ahead into the next one of its rate, and sees nothing of one at another', async () => {
    const alone = await samplesBefore(null)
    const loud = (sampleRateHz: number): ByteSource => wavOf(new Float64Array(sampleRateHz).fill(0.5), sampleRateHz)
    const [same, higher, lower, own] = [loud(48_000), loud(96_000), loud(8000), loud(44_100)]
    expect(alone).toHaveLength(44_100)
    // As if it went on: no trace of an end.
    expect(Math.abs((await samplesBefore(same)).at(-1) ?? 0)).toBeCloseTo(0.5, 4)
    expect(Math.abs(alone.at(-1) ?? 0)).not.toBeCloseTo(0.5, 3)
    for (const other of [higher, lower, own]) expect(await samplesBefore(other)).toEqual(alone)
  })
})

describe('a part of a file', () => {
  const rate = 44_100
  const whole = noise({ frames: rate + 77, amplitude: 0.5, seed: 5 })

  /** What the pipeline makes of a part of the file from one of its frames on. */
  async function decoded(segment: Segment | null, contextRateHz = rate, startFrame = 0) {
    const one = pipelineOver(wavOf(whole, rate), { segment, contextRateHz })
    one.pipeline.start(startFrame, 0)
    await one.ended
    one.pipeline.close()
    const samples = one.deliveries.flatMap((each) => (each.kind === 'chunk' ? Array.from(each.left) : []))
    return { samples, failures: one.failures, lengths: one.lengths }
  }

  it('is exactly its frames, and the parts of a file make the whole of it', async () => {
    const all = (await decoded(null)).samples
    const times = fc.array(fc.double({ min: 1, max: 999, noNaN: true }), { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(times, async (unsorted) => {
        const starts = [0, ...new Set(unsorted.toSorted((one, other) => one - other))]
        const parts = await Promise.all(
          starts.map((startMs, index) => decoded({ startMs, endMs: starts[index + 1] ?? null })),
        )
        expect(parts.flatMap(({ samples }) => samples)).toEqual(all)
        expect(parts.flatMap(({ lengths }) => lengths)).toEqual(parts.map(({ samples }) => samples.length))
      }),
      { numRuns: 30 },
    )
  })

  it('is decoded from any of its frames on', async () => {
    const segment = { startMs: 200.5, endMs: 700.25 }
    const { samples } = await decoded(segment)
    for (const startFrame of [1, 4095, 4096, 20_000, samples.length - 1]) {
      expect((await decoded(segment, rate, startFrame)).samples).toEqual(samples.slice(startFrame))
    }
  })

  it('at another rate is as long as it is there', async () => {
    const { samples, lengths } = await decoded({ startMs: 250, endMs: 750 }, 48_000)
    expect(lengths).toEqual([24_000])
    expect(samples).toHaveLength(24_000)
  })

  it('that ends beyond the file ends with it, and one that begins there is told as damage', async () => {
    const beyond = await decoded({ startMs: 500, endMs: 1500 })
    expect(beyond.samples).toHaveLength(rate / 2 + 77)
    expect(beyond.failures).toEqual([])
    const outside = await decoded({ startMs: 2000, endMs: null })
    expect(outside).toMatchObject({ samples: [], failures: [{ code: 'file-damaged' }] })
  })
})
