import * as fc from 'fast-check'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { referenceLoudness } from '../../../testkit/audio/loudness.ts'
import { noise, type Signal, sweep, tone } from '../../../testkit/audio/signals.ts'
import { encodeWav } from '../../../testkit/audio/wav.ts'
import { integratedLufs, sumOfHistograms } from '../../../src/loudness/index.ts'
import { LoudnessMeter, type Measurement } from './index.ts'
import { kWeighting } from './k-weighting.ts'
import { TruePeak } from './true-peak.ts'

const toDb = (linear: number): number => 20 * Math.log10(linear)
const fromDb = (decibels: number): number => 10 ** (decibels / 20)

/** Measures a signal that comes in blocks of so many frames. */
function measure(signal: readonly Float32Array[], sampleRateHz: number, blockFrames = 4096): Measurement {
  const meter = new LoudnessMeter(sampleRateHz, signal.length)
  const frames = signal[0]?.length ?? 0
  for (let from = 0; from < frames; from += blockFrames)
    meter.push(signal.map((channel) => channel.subarray(from, from + blockFrames)))
  return meter.finish()
}

/** Sines of 1 kHz at these levels (dBFS) for so many seconds, one after the other, in phase. */
function steps(parts: readonly (readonly [levelDb: number, seconds: number])[], sampleRateHz = 48_000): Float32Array {
  const levels = parts.flatMap(([levelDb, seconds]) =>
    Array.from({ length: Math.round(seconds * sampleRateHz) }, () => fromDb(levelDb)),
  )
  const step = (2 * Math.PI * 1000) / sampleRateHz
  return Float32Array.from(levels, (level, frame) => level * Math.sin(step * frame))
}

const stereo = (parts: Parameters<typeof steps>[0], sampleRateHz?: number): Float32Array[] => [
  steps(parts, sampleRateHz),
  steps(parts, sampleRateHz),
]

describe('the minimum requirements of EBU Tech 3341, integrated loudness', () => {
  const cases: readonly (readonly [string, Float32Array[], number])[] = [
    ['1: a tone at −23 dBFS', stereo([[-23, 20]]), -23],
    ['2: a tone at −33 dBFS', stereo([[-33, 20]]), -33],
    [
      '3: quiet ends are gated',
      stereo([
        [-36, 10],
        [-23, 60],
        [-36, 10],
      ]),
      -23,
    ],
    [
      '4: so are those below the absolute gate',
      stereo([
        [-72, 10],
        [-36, 10],
        [-23, 60],
        [-36, 10],
        [-72, 10],
      ]),
      -23,
    ],
    [
      '5: what is above the gate counts',
      stereo([
        [-26, 20],
        [-20, 20.1],
        [-26, 20],
      ]),
      -23,
    ],
    ['6: five channels', [-28, -28, -24, -30, -30].map((levelDb) => steps([[levelDb, 20]])), -23],
  ]
  test.each(cases)('case %s', (_name, signal, lufs) => {
    const { integratedLufs: measured, histogram } = measure(signal, 48_000)
    expect(Math.abs((measured ?? 0) - lufs)).toBeLessThanOrEqual(0.1)
    // What albums are measured by says the same.
    expect(Math.abs((integratedLufs(histogram) ?? 0) - lufs)).toBeLessThanOrEqual(0.1)
  })

  test.each([8000, 11_025, 22_050, 32_000, 44_100, 88_200, 96_000, 192_000])('case 1 at %d Hz', (rate) => {
    expect(measure(stereo([[-23, 5]], rate), rate).integratedLufs).toBeCloseTo(-23, 1)
  })
})

describe('the minimum requirements of EBU Tech 3341, true peak', () => {
  const sine = (parts: number, degrees: number, amplitude: number): Float32Array =>
    Float32Array.from(
      { length: 48_000 },
      (_, frame) => amplitude * Math.sin((2 * Math.PI * frame) / parts + (degrees * Math.PI) / 180),
    )
  // Fractions of the sample rate, phases and amplitudes as the document's table has them.
  const cases: readonly (readonly [string, Float32Array, number])[] = [
    ['15', sine(4, 0, 0.5), -6],
    ['16', sine(4, 45, 0.5), -6],
    ['17', sine(6, 60, 0.5), -6],
    ['18', sine(8, 67.5, 0.5), -6],
    ['19', sine(4, 45, 1.41), 3],
  ]
  test.each(cases)('case %s', (_name, samples, decibels) => {
    const faded = samples.map((sample, frame) => sample * Math.min(1, frame / 4800, (47_999 - frame) / 4800))
    const peakDb = toDb(measure([faded, faded], 48_000).truePeak)
    expect(peakDb).toBeLessThanOrEqual(decibels + 0.2)
    expect(peakDb).toBeGreaterThanOrEqual(decibels - 0.4)
  })

  test('a peak counts wherever it falls between the samples, and in whatever pieces they come', () => {
    const place = fc.record({
      offset: fc.double({ min: 0, max: 1, noNaN: true }),
      piece: fc.integer({ min: 1, max: 200 }),
    })
    fc.assert(
      fc.property(place, ({ offset, piece }) => {
        // A sinc: its peak of 1 lies at the offset, and no sample need be near it.
        const samples = Float32Array.from({ length: 400 }, (_, frame) => {
          const x = (frame - 200 - offset) * 0.8
          return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)
        })
        const peak = new TruePeak(48_000)
        for (let from = 0; from < samples.length; from += piece) peak.push(samples.subarray(from, from + piece))
        expect(Math.abs(toDb(peak.peak))).toBeLessThan(0.4)
        const whole = new TruePeak(48_000)
        whole.push(samples)
        expect(peak.peak).toBeCloseTo(whole.peak, 6)
      }),
    )
  })

  test('the last sample counts, and a recording that is cut off there is not taken for one that falls to silence', () => {
    const peak = new TruePeak(48_000)
    peak.push(Float32Array.from({ length: 500 }, (_, frame) => frame / 1000))
    expect(peak.peak).toBeCloseTo(0.499, 6)
  })
})

test('at 48 kHz the filters are those of BS.1770-5, tables 1 and 2', () => {
  const [shelf, highPass] = kWeighting(48_000)
  const close = (value: number, wanted: number): void => expect(value).toBeCloseTo(wanted, 8)
  close(shelf.b0, 1.53512485958697)
  close(shelf.b1, -2.69169618940638)
  close(shelf.b2, 1.19839281085285)
  close(shelf.a1, -1.69065929318241)
  close(shelf.a2, 0.73248077421585)
  close(highPass.a1, -1.99004745483398)
  close(highPass.a2, 0.99007225036621)
})

describe('what a listener would expect', () => {
  const noisy = (seed: number, seconds = 3): Float32Array =>
    Float32Array.from(noise({ frames: seconds * 48_000, amplitude: 0.1, seed }))

  test('a change of level by x dB moves loudness and peak by x, gates and all', () => {
    fc.assert(
      fc.property(fc.double({ min: -20, max: 30, noNaN: true }), fc.integer({ min: 1, max: 1000 }), (byDb, seed) => {
        const signal = [noisy(seed), noisy(seed + 1)]
        const before = measure(signal, 48_000)
        const after = measure(
          signal.map((channel) => channel.map((sample) => sample * fromDb(byDb))),
          48_000,
        )
        expect((after.integratedLufs ?? 0) - (before.integratedLufs ?? 0)).toBeCloseTo(byDb, 2)
        expect(toDb(after.truePeak) - toDb(before.truePeak)).toBeCloseTo(byDb, 3)
      }),
      { numRuns: 12 },
    )
  })

  test('the pieces in which samples come change nothing', () => {
    const signal = [noisy(3), noisy(4)]
    const whole = measure(signal, 48_000, 1e9)
    for (const piece of [1, 479, 4800, 5000]) {
      const { integratedLufs: lufs, ...rest } = measure(signal, 48_000, piece)
      expect(lufs).toBeCloseTo(whole.integratedLufs ?? 0, 9)
      expect(rest).toEqual({ truePeak: whole.truePeak, histogram: whole.histogram })
    }
  })

  test('silence, and less than a block, have no loudness', () => {
    const nothing = { integratedLufs: null, truePeak: 0, histogram: [] }
    expect(measure([new Float32Array(96_000), new Float32Array(96_000)], 48_000)).toEqual(nothing)
    expect(measure([], 48_000)).toEqual(nothing)
    const short = measure([steps([[-6, 0.39]])], 48_000)
    expect(short).toMatchObject({ integratedLufs: null, histogram: [] })
    expect(toDb(short.truePeak)).toBeCloseTo(-6, 1)
  })

  test('a recording in one channel is as loud as the same in two, and the low-frequency channel does not count', () => {
    const [one] = stereo([[-20, 3]])
    if (one === undefined) throw new Error('unreachable')
    expect(measure([one], 48_000).integratedLufs).toBeCloseTo(measure([one, one], 48_000).integratedLufs ?? 0, 6)
    const quiet = new Float32Array(one.length)
    expect(measure([quiet, quiet, quiet, one, quiet, quiet], 48_000).integratedLufs).toBeNull()
  })

  test('an album is what its tracks are in a row', () => {
    const tracks = [stereo([[-30, 12]]), stereo([[-18, 20]]), stereo([[-45, 9]]), [noisy(1, 9), noisy(2, 9)]]
    const inARow = [0, 1].map((channel) =>
      Float32Array.from(tracks.flatMap((track) => Array.from(track[channel] ?? []))),
    )
    const album = sumOfHistograms(tracks.map((track) => measure(track, 48_000).histogram))
    const together = measure(inARow, 48_000).integratedLufs ?? 0
    expect(Math.abs((integratedLufs(album) ?? 0) - together)).toBeLessThanOrEqual(0.1)
  })
})

/**
 * Music-like: noise and a sweep that swell and fall, so that gates matter and peaks lie between samples. The noise has little
 * just below half the sample rate, as music has: there interpolating filters differ by design.
 */
function swelling(channels: number, sampleRateHz: number): Signal {
  const frames = 12 * sampleRateHz
  return Array.from({ length: channels }, (_, channel) => {
    const hiss = noise({ frames, amplitude: 0.2, seed: 31 * (channel + 1) })
    const glide = sweep({ frames, sampleRateHz, fromHz: 60, toHz: sampleRateHz * 0.3, amplitude: 0.6 })
    const hum = tone({ frames, sampleRateHz, hz: 55 * (channel + 1), amplitude: 0.1 })
    return hiss.map((sample, frame) => {
      const swell = Math.sin((Math.PI * frame) / frames) ** 4 + 0.003
      return swell * ((sample + (hiss[frame - 1] ?? 0)) / 2 + (glide[frame] ?? 0)) + 0.02 * (hum[frame] ?? 0)
    })
  })
}

describe('agrees with ffmpeg', () => {
  const shapes = [
    [1, 44_100],
    [2, 8000],
    [2, 22_050],
    [2, 44_100],
    [2, 48_000],
    [2, 96_000],
    [6, 48_000],
  ] as const
  test.each(shapes)('%d channels at %d Hz', async (channels, rate) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'melofy-loudness-'))
    const signal = swelling(channels, rate)
    const file = path.join(folder, 'swelling.wav')
    await writeFile(file, encodeWav(signal, rate, 24))
    const theirs = await referenceLoudness(file)
    await rm(folder, { recursive: true })
    const ours = measure(
      signal.map((channel) => Float32Array.from(channel)),
      rate,
    )
    expect(Math.abs((ours.integratedLufs ?? 0) - theirs.integratedLufs)).toBeLessThanOrEqual(0.1)
    expect(Math.abs(toDb(ours.truePeak) - theirs.truePeakDb)).toBeLessThanOrEqual(0.3)
  })
})
