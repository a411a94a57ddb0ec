import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Loudness } from '../../../src/music/index.ts'
import { loudnessGain } from './gain.ts'

const loudness = (values: Partial<Loudness>): Loudness => ({
  trackGainDb: null,
  trackPeak: null,
  albumGainDb: null,
  albumPeak: null,
  ...values,
})
const inDb = (gain: number): number => 20 * Math.log10(gain)

describe('loudness gain', () => {
  test('leaves samples untouched when it is off or nothing is known, whatever the pre-amplification', () => {
    const known = loudness({ trackGainDb: -6, trackPeak: 0.5 })
    expect(loudnessGain(known, { loudness: 'off', preampDb: 6 })).toBe(1)
    expect(loudnessGain(null, { loudness: 'album', preampDb: 6 })).toBe(1)
    expect(loudnessGain(loudness({ trackPeak: 0.5 }), { loudness: 'track', preampDb: 6 })).toBe(1)
  })

  test('is exactly 1 for a gain of 0 dB, so that such a track stays bit-exact', () => {
    expect(loudnessGain(loudness({ trackGainDb: 0, trackPeak: 1 }), { loudness: 'track', preampDb: 0 })).toBe(1)
  })

  test('takes the value that was asked for, and the other one where it is missing', () => {
    const both = loudness({ trackGainDb: -3, albumGainDb: -9 })
    expect(inDb(loudnessGain(both, { loudness: 'track', preampDb: 0 }))).toBeCloseTo(-3)
    expect(inDb(loudnessGain(both, { loudness: 'album', preampDb: 0 }))).toBeCloseTo(-9)
    const onlyTrack = loudness({ trackGainDb: -3 })
    expect(inDb(loudnessGain(onlyTrack, { loudness: 'album', preampDb: 1 }))).toBeCloseTo(-2)
    const onlyAlbum = loudness({ albumGainDb: -9 })
    expect(inDb(loudnessGain(onlyAlbum, { loudness: 'track', preampDb: 0 }))).toBeCloseTo(-9)
  })

  test('keeps the tracks of an album at one gain, limited by the peak of the whole album', () => {
    const quiet = loudness({ albumGainDb: 8, albumPeak: 0.5, trackPeak: 0.1 })
    const loud = loudness({ albumGainDb: 8, albumPeak: 0.5, trackPeak: 0.5 })
    expect(loudnessGain(quiet, { loudness: 'album', preampDb: 0 })).toBe(2)
    expect(loudnessGain(loud, { loudness: 'album', preampDb: 0 })).toBe(2)
  })

  test('makes nothing louder while its peak is unknown, and turns down what already clips', () => {
    expect(loudnessGain(loudness({ trackGainDb: 7 }), { loudness: 'track', preampDb: 0 })).toBe(1)
    expect(loudnessGain(loudness({ trackGainDb: 0, trackPeak: 1.25 }), { loudness: 'track', preampDb: 0 })).toBe(0.8)
  })

  test('never lifts a known peak above full scale, and is always a sane number', () => {
    const db = fc.option(fc.double({ min: -1e3, max: 1e3, noNaN: true }))
    const peak = fc.option(fc.double({ min: 0, max: 100, noNaN: true }))
    const any = fc.record({ trackGainDb: db, trackPeak: peak, albumGainDb: db, albumPeak: peak })
    const preamp = fc.double({ min: -15, max: 15, noNaN: true })
    fc.assert(
      fc.property(any, fc.constantFrom('track' as const, 'album' as const), preamp, (values, mode, preampDb) => {
        const gain = loudnessGain(values, { loudness: mode, preampDb })
        const isKnown = values.trackGainDb !== null || values.albumGainDb !== null
        expect(isKnown ? gain * (values.trackPeak ?? 0) : 0).toBeLessThanOrEqual(1 + 1e-12)
        expect(gain).toBeGreaterThan(0)
        expect(gain).toBeLessThanOrEqual(16)
      }),
      { numRuns: 2_000 },
    )
  })
})
