import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FixtureName, fixtures, type FixtureSet } from '../../testkit/audio/index.ts'
import { compare } from './support/compare.ts'
import { bandErrorDb } from './support/filter.ts'
import { type EnginePage, openEnginePage } from './support/page.ts'
import type { Sound } from './support/player.ts'
import { referenceAt } from './support/references.ts'

let page: EnginePage
let files: FixtureSet['files']

beforeAll(async () => {
  page = await openEnginePage()
  files = (await fixtures()).files
})
afterAll(() => page.close())

/**
 * Largest difference from ffmpeg's decode at the file's own rate, in full scales.
 * PCM and FLAC: none at all. The mix-down of 5.1 adds in another order: one rounding of a float. AAC and Vorbis: the same
 * decoder on both sides, compiled twice. MP3: ffmpeg picks its float decoder, Chromium its own build of it; what differs is
 * below the 17th bit. Opus: libopus on both
 * sides, but ffmpeg takes 16-bit samples from it: half a step of those.
 */
const tolerance = { none: 0, mixed: 1e-7, aac: 1e-6, vorbis: 1e-6, opus: 1.6e-5, mp3: 1e-5 }

const own: readonly (readonly [FixtureName, keyof typeof tolerance])[] = [
  ['wav44', 'none'],
  ['wav48', 'none'],
  ['flac44', 'none'],
  ['flac48', 'none'],
  ['wav8k', 'none'],
  ['wavMono', 'none'],
  ['flacMono', 'none'],
  ['wav24bit96k', 'none'],
  ['flac24bit96k', 'none'],
  ['mkaFlac', 'none'],
  ['wav51', 'mixed'],
  ['flac51', 'mixed'],
  ['mp3Cbr', 'mp3'],
  ['mp3Vbr', 'mp3'],
  ['mp3NoHeader', 'mp3'],
  ['mp3Mono22', 'mp3'],
  ['mp3NamedWav', 'mp3'],
  ['m4a', 'aac'],
  ['m4aCoarse', 'aac'],
  ['m4aSmpb', 'aac'],
  ['m4aMono', 'aac'],
  ['mp4WithPicture', 'aac'],
  ['aacAdts', 'aac'],
  ['aacTs', 'aac'],
  ['aacSegments', 'aac'],
  ['m4aFragments', 'aac'],
  ['mp3Ts', 'mp3'],
  ['ogg', 'vorbis'],
  ['oggMono', 'vorbis'],
  ['webmVorbis', 'vorbis'],
  ['opus', 'opus'],
  ['opusMono', 'opus'],
  ['opus51', 'opus'],
  ['webmOpus', 'opus'],
]

/** At another rate than the file's: [fixture, context rate in Hz]. */
const elsewhere: readonly (readonly [FixtureName, number])[] = [
  ['wav44', 48_000],
  ['flac48', 44_100],
  ['wav24bit96k', 48_000],
  ['flac24bit96k', 44_100],
  ['wav8k', 48_000],
  ['mp3Vbr', 48_000],
  ['mp3Mono22', 48_000],
  ['m4a', 48_000],
  ['ogg', 48_000],
  ['opus', 44_100],
  ['wav51', 44_100],
]

/** Renders a file from its first frame to its last and answers the sound and the length the engine claims, in frames. */
async function render(name: FixtureName, sampleRateHz: number): Promise<{ sound: Sound; claimedFrames: number }> {
  const player = await page.open(sampleRateHz)
  // Decoded first, played then: a machine that is busy with other things must not look like a decoder that is too slow.
  await player.load(files[name].path, { play: false })
  const { durationMs } = await player.nextEvent('duration')
  await player.play()
  const state = await player.untilOver()
  expect(state).toEqual({ kind: 'ended', key: files[name].path })
  const sound = await player.sound()
  await player.close()
  return { sound, claimedFrames: (durationMs * sampleRateHz) / 1000 }
}

describe.concurrent('every format', () => {
  test.each(own)('%s at its own rate agrees with the reference: %s', async (name, kind) => {
    const fixture = files[name]
    const reference = await referenceAt(fixture, fixture.sampleRateHz)
    const { sound, claimedFrames } = await render(name, fixture.sampleRateHz)
    const { worst, before, after } = compare(sound, reference)
    expect(claimedFrames).toBeCloseTo(fixture.frames, 3)
    expect({ before, after }).toEqual({ before: 0, after: 0 })
    expect(worst).toBeLessThanOrEqual(tolerance[kind])
  })
})

/**
 * Resampled: the middle of the track (at its edges a sudden start has no true answer); the difference from the SoX resampler, below 18 kHz, against the level of the signal. Ours has 128 taps and a
 * Kaiser window with a stop band near −100 dB.
 */
const resampledErrorDb = -90

describe.concurrent('another rate', () => {
  test.each(elsewhere)('%s at %i Hz agrees with the SoX resampler', async (name, rate) => {
    const fixture = files[name]
    const reference = await referenceAt(fixture, rate)
    const { sound, claimedFrames } = await render(name, rate)
    const { lag, before, after } = compare(sound, reference)
    expect(claimedFrames).toBeCloseTo(Math.ceil((fixture.frames * rate) / fixture.sampleRateHz), 3)
    expect(after).toBe(0)
    expect(before).toBeLessThan(1e-3)
    expect(bandErrorDb(sound, reference, { lag, cutoffHz: 18_000, sampleRateHz: rate })).toBeLessThan(resampledErrorDb)
  })
})

test('the page has nothing to complain about', () => {
  expect(page.complaints).toEqual([])
})
