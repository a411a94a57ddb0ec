import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decibels, peak } from '../worklet/testing/harness.ts'
import { Resampler } from './resampler.ts'

function sine(frames: number, frequencyHz: number, rateHz: number): Float32Array {
  return Float32Array.from({ length: frames }, (_, frame) => Math.sin((2 * Math.PI * frequencyHz * frame) / rateHz))
}

/** Runs a signal through in pieces of the given sizes, over and over. */
function resample(samples: Float32Array, resampler: Resampler, pieces: readonly number[] = [4096]): Float32Array {
  const parts: Float32Array[] = []
  let at = 0
  for (let turn = 0; at < samples.length; turn += 1) {
    const part = samples.subarray(at, at + (pieces[turn % pieces.length] ?? 1))
    parts.push(resampler.push(part, part)[0])
    at += part.length
  }
  parts.push(resampler.finish(resampler.boundaryAfter(samples.length).outputs, null)[0])
  return join(parts)
}

function join(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const rates: [number, number][] = [
  [44_100, 48_000],
  [48_000, 44_100],
  [96_000, 48_000],
  [8000, 48_000],
  [44_056, 48_000],
]

describe.each(rates)('%d → %d Hz', (inRateHz, outRateHz) => {
  it('keeps a tone where it is: within −90 dB of the tone computed at the new rate', () => {
    const frequencyHz = Math.min(inRateHz, outRateHz) / 8
    const output = resample(sine(inRateHz, frequencyHz, inRateHz), new Resampler(inRateHz, outRateHz, 0, 0))
    const expected = sine(outRateHz, frequencyHz, outRateHz)
    // Away from the ends, where silence before and behind the tone has its part.
    const difference = output
      .slice(2000, outRateHz - 2000)
      .map((sample, frame) => sample - (expected[frame + 2000] ?? 0))
    expect(decibels(peak(difference))).toBeLessThan(-90)
  })

  it('gives the number of frames that the length amounts to', () => {
    const output = resample(sine(10_001, 100, inRateHz), new Resampler(inRateHz, outRateHz, 0, 0))
    expect(output).toHaveLength(Math.ceil((10_001 * outRateHz) / inRateHz))
  })
})

it('does not care how the input is cut into pieces', () => {
  const signal = sine(6000, 1000, 44_100)
  const whole = resample(signal, new Resampler(44_100, 48_000, 0, 0), [6000])
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 8 }), (pieces) => {
      expect(resample(signal, new Resampler(44_100, 48_000, 0, 0), pieces)).toEqual(whole)
    }),
    { numRuns: 30 },
  )
})

it('gives the same samples after a seek as when playing through', () => {
  const signal = sine(40_000, 997, 44_100)
  const whole = resample(signal, new Resampler(44_100, 48_000, 0, 0))
  for (const frame of [1, 69, 70, 12_345, 30_000]) {
    const from = Resampler.inputNeededFor(frame, 44_100, 48_000)
    const resampler = new Resampler(44_100, 48_000, frame, from)
    const rest = signal.subarray(from)
    const output = join([
      resampler.push(rest, rest)[0],
      resampler.finish(resampler.boundaryAfter(signal.length).outputs, null)[0],
    ])
    expect(output).toEqual(whole.subarray(frame))
  }
})

it('joins two tracks as if they were one, wherever the seam lies', () => {
  const signal = sine(30_000, 5000, 44_100)
  const whole = resample(signal, new Resampler(44_100, 48_000, 0, 0))
  fc.assert(
    fc.property(fc.integer({ min: 5000, max: 25_000 }), (seam) => {
      const first = signal.subarray(0, seam)
      const second = signal.subarray(seam)
      const before = new Resampler(44_100, 48_000, 0, 0)
      const head = before.push(first, first)[0]
      const { outputs, offset } = before.boundaryAfter(seam)
      const following = second.subarray(0, 2048)
      const tail = before.finish(outputs, { left: following, right: following })[0]
      const after = new Resampler(44_100, 48_000, 0, -2048, offset)
      after.push(first.subarray(-2048), first.subarray(-2048))
      const joined = join([head, tail, resample(second, after)])
      const length = Math.min(joined.length, whole.length)
      const difference = joined.slice(0, length).map((sample, frame) => sample - (whole[frame] ?? 0))
      expect(decibels(peak(difference))).toBeLessThan(-110)
      expect(Math.abs(joined.length - whole.length)).toBeLessThanOrEqual(1)
    }),
    { numRuns: 40 },
  )
})
