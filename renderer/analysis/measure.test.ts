import { expect, test } from 'vitest'
import { noise, type Signal } from '../../testkit/audio/signals.ts'
import { encodeWav } from '../../testkit/audio/wav.ts'
import { FailureError } from '../../src/failure/index.ts'
import { bytesSource } from '../player/engine/decode/testing/file-source.ts'
import type { Segment } from '../player/engine/types.ts'
import { measureTrack } from './measure.ts'
import { LoudnessMeter, type Measurement } from './meter/index.ts'

const rate = 48_000

const measure = (signal: Signal, segment: Segment | null = null): Promise<Measurement> =>
  measureTrack({
    source: bytesSource(new Uint8Array(encodeWav(signal, rate, 24))),
    segment,
    turn: () => Promise.resolve(),
  })

/** What the meter says of the samples as they are in the file. */
function expected(signal: Signal, from = 0, to?: number): Measurement {
  const meter = new LoudnessMeter(rate, signal.length)
  meter.push(
    signal.map((channel) => Float32Array.from(channel.slice(from, to), (x) => Math.round(x * 2 ** 23) / 2 ** 23)),
  )
  return meter.finish()
}

const channels = (count: number): Signal =>
  Array.from({ length: count }, (_, index) =>
    noise({ frames: 3 * rate + 77, amplitude: 0.1 * (index + 1), seed: index + 1 }),
  )

/** To six places: sums come in another order. */
const rounded = ({ integratedLufs, truePeak, histogram }: Measurement): Measurement => ({
  integratedLufs: integratedLufs === null ? null : Number(integratedLufs.toFixed(6)),
  truePeak: Number(truePeak.toFixed(6)),
  histogram,
})

test.each([1, 2, 6])('a file of %d channels is measured in them, before any mixing down', async (count) => {
  expect(rounded(await measure(channels(count)))).toEqual(rounded(expected(channels(count))))
})

test('a part of a file is measured by itself', async () => {
  const [one = new Float64Array(), two = new Float64Array()] = channels(2)
  // Loud around it: a frame too many would be the peak.
  const from = Math.round(0.5005 * rate)
  const to = Math.round(2.25 * rate)
  const loud = [one, two].map((channel) => channel.map((x, frame) => (frame < from || frame >= to ? x * 3 : x)))
  const measured = await measure(loud, { startMs: 500.5, endMs: 2250 })
  expect(rounded(measured)).toEqual(rounded(expected(loud, from, to)))
})

test('what cannot be decoded is told as what it is', async () => {
  const reason = async (bytes: Uint8Array): Promise<unknown> => {
    const error: unknown = await measureTrack({
      source: bytesSource(bytes),
      segment: null,
      turn: () => Promise.resolve(),
    }).catch((cause: unknown) => cause)
    return error instanceof FailureError ? error.failure.code : error
  }
  expect(await reason(new Uint8Array())).toBe('file-empty')
  expect(await reason(new TextEncoder().encode('No music in here. '.repeat(500)))).toBe('file-not-audio')
})
