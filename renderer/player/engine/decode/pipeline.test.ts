import { beforeAll, describe, expect, it } from 'vitest'
import { fixtures, type FixtureSet } from '../../../../testkit/audio/index.ts'
import { encodeWav } from '../../../../testkit/audio/wav.ts'
import type { Failure } from '../../../../src/failure/index.ts'
import type { Delivery, OpenStream } from '../protocol.ts'
import type { ByteSource } from './byte-source.ts'
import { StreamPipeline } from './pipeline.ts'
import { fileSource } from './testing/file-source.ts'

let set: FixtureSet

beforeAll(async () => {
  set = await fixtures()
}, 120_000)

/** A pipeline over WAV, which needs no decoder of the browser's, and what became of it. */
function pipelineOver(source: ByteSource, turn?: Promise<unknown>, purpose: OpenStream['purpose'] = 'play') {
  const deliveries: Delivery[] = []
  const failures: Failure[] = []
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
    contextRateHz: 44_100,
    purpose,
    ...(turn !== undefined && { turn }),
    send(delivery) {
      deliveries.push(delivery)
      if (delivery.kind === 'end') ended.resolve()
    },
    onOpened: () => undefined,
    onLength: () => undefined,
    onFailed(error) {
      failures.push(error)
      ended.resolve()
    },
  })
  const decodedFrames = (): number =>
    deliveries.reduce((sum, each) => sum + (each.kind === 'chunk' ? each.left.length : 0), 0)
  return { pipeline, deliveries, failures, reads: () => reads, decodedFrames, ended: ended.promise }
}

describe('whose turn it is in the decode worker', () => {
  it('what follows is not even opened before the beginning of the track that is waited for is decoded', async () => {
    const first = pipelineOver(await fileSource(set.files.wav44.path))
    const second = pipelineOver(await fileSource(set.files.wav44.path), first.pipeline.begun)
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

    const closed = pipelineOver(await fileSource(set.files.wav44.path), Promise.withResolvers().promise)
    closed.pipeline.start(0, 0)
    closed.pipeline.close()
    await closed.pipeline.begun
    expect(closed.reads()).toBe(0)
  })

  it('a seek before its turn decides where it begins', async () => {
    const turn = Promise.withResolvers<void>()
    const { pipeline, deliveries, ended } = pipelineOver(await fileSource(set.files.wav44.path), turn.promise)
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
  const file = new Uint8Array(encodeWav([samples], sampleRateHz, 16))
  const read = (start: number, end: number) => Promise.resolve(file.subarray(start, end))
  return { size: () => Promise.resolve(file.length), read, scan: read, close: () => undefined }
}

describe('a track that only may be played', () => {
  it('is decoded for its first two seconds, and to its end once it plays', async () => {
    const { pipeline, decodedFrames, ended } = pipelineOver(silence(), undefined, 'prepare')
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
