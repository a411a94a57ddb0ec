import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixtures, type FixturePair, type FixtureSet, type PairName } from '../../testkit/audio/index.ts'
import { at, compare, concat, findLag, steepest, type Stereo } from './support/compare.ts'
import { bandErrorDb } from './support/filter.ts'
import { type EnginePage, openEnginePage } from './support/page.ts'
import type { Player } from './support/player.ts'
import { referenceStereo } from './support/references.ts'
import { resampleWithSoxr } from './support/soxr.ts'

let page: EnginePage
let pairs: FixtureSet['pairs']

beforeAll(async () => {
  page = await openEnginePage()
  pairs = (await fixtures()).pairs
})
afterAll(() => page.close())

/** Differences from ffmpeg's decode, in full scales: see formats.e2e.ts. */
const tolerances: Readonly<Record<PairName, number>> = {
  wav: 0,
  flac: 0,
  mp3: 1e-5,
  m4a: 1e-6,
  m4aSmpb: 1e-6,
  ogg: 1e-6,
  opus: 1.6e-5,
  webmOpus: 1.6e-5,
}
const names = ['wav', 'flac', 'mp3', 'm4a', 'm4aSmpb', 'ogg', 'opus', 'webmOpus'] as const satisfies readonly PairName[]

/** Plays the two halves, both decoded before they are needed; `late` declares the second one only once the first is decoded. */
async function playPair(player: Player, pair: FixturePair, late: boolean): Promise<number> {
  await player.load(pair.first.path, { play: false })
  if (late) await player.nextEvent('duration')
  await player.next(pair.second.path)
  // One length for each track, and one more for a second track that was decoded before it had its place on the grid.
  await player.run(
    async (session, keys) => {
      const lengths = (key: string): number =>
        session.events.filter((event) => event.kind === 'duration' && event.key === key).length
      await session.until('both decoded', () => keys.every((key) => lengths(key) > 0))
    },
    [pair.first.path, pair.second.path],
  )
  await player.play()
  expect((await player.untilOver()).kind).toBe('ended')
  const advanced = await player.nextEvent('advanced')
  expect([advanced.fromKey, advanced.key]).toEqual([pair.first.path, pair.second.path])
  const events = await player.events()
  const lastLength = (key: string): number =>
    events.reduce((found, event) => (event.kind === 'duration' && event.key === key ? event.durationMs : found), 0)
  return lastLength(pair.first.path) + lastLength(pair.second.path)
}

/**
 * The joint must be no steeper than the music around it. The halves of a lossy pair were encoded apart and do not quite meet:
 * what the codec itself puts there is part of the reference.
 */
function expectNoClick(sound: Stereo, reference: Stereo, lag: number, joint: number): void {
  for (const side of ['left', 'right'] as const) {
    const usual = steepest(reference[side], joint - 2000, joint + 2000)
    expect(steepest(sound[side], joint + lag - 64, joint + lag + 64)).toBeLessThanOrEqual(usual * 1.01 + 1e-5)
  }
}

describe.concurrent('gapless at the source rate', () => {
  test.each(names)('%s', async (name) => {
    const pair = pairs[name]
    const rate = pair.first.sampleRateHz
    const reference = concat(await referenceStereo(pair.first), await referenceStereo(pair.second))
    const player = await page.open(rate)
    const lengthMs = await playPair(player, pair, false)
    const sound = await player.sound()
    await player.close()
    const { lag, worst, before, after } = compare(sound, reference)
    expect((lengthMs * rate) / 1000).toBeCloseTo(pair.whole.frames, 3)
    expect({ before, after }).toEqual({ before: 0, after: 0 })
    expect(worst).toBeLessThanOrEqual(tolerances[name])
    expectNoClick(sound, reference, lag, pair.first.frames)
  })
})

describe.concurrent('gapless through the resampler', () => {
  const cases = [...names.map((name) => [name, false] as const), ['flac', true] as const, ['opus', true] as const]
  test.each(cases)('%s (second track declared late: %s)', async (name, late) => {
    const pair = pairs[name]
    const own = pair.first.sampleRateHz
    const rate = own === 48_000 ? 44_100 : 48_000
    const whole = concat(await referenceStereo(pair.first), await referenceStereo(pair.second))
    const reference = await resampleWithSoxr(whole, own, rate)
    const joint = Math.round((pair.first.frames * rate) / own)
    const player = await page.open(rate)
    const lengthMs = await playPair(player, pair, late)
    const sound = await player.sound()
    await player.close()
    // The whole is as long as the undivided signal would be: no frame more, no frame less.
    expect((lengthMs * rate) / 1000).toBeCloseTo(Math.ceil((pair.whole.frames * rate) / own), 3)
    const lag = findLag(sound, reference)
    expect(bandErrorDb(sound, reference, { lag, cutoffHz: 18_000, sampleRateHz: rate, centre: joint })).toBeLessThan(
      -90,
    )
    expectNoClick(sound, reference, lag, joint)
  })
})

describe('crossfade', () => {
  test('has equal power throughout, and the two tracks overlap by what was asked for', async () => {
    const pair = pairs.wav
    const rate = pair.first.sampleRateHz
    const fadeFrames = rate
    const [first, second] = [await referenceStereo(pair.first), await referenceStereo(pair.second)]
    const player = await page.open(rate)
    await player.load(pair.first.path, { play: false })
    await player.nextEvent('duration')
    await player.next(pair.second.path, { kind: 'crossfade', durationMs: 1000 })
    await player.nextEvent('duration')
    await player.play()
    expect((await player.untilOver()).kind).toBe('ended')
    const sound = await player.sound()
    await player.close()
    const begin = pair.first.frames - fadeFrames
    const alone = { left: first.left.slice(0, begin), right: first.right.slice(0, begin) }
    const { lag, worst } = compare(sound, alone)
    expect(worst).toBe(0)
    const rest = { left: second.left.slice(fadeFrames), right: second.right.slice(fadeFrames) }
    expect(compare(sound, rest, { lag: lag + pair.first.frames })).toMatchObject({ worst: 0, after: 0 })
    const levels: number[] = []
    for (let from = 0; from + 2000 <= fadeFrames; from += 2000) {
      const gains = fit(sound.left, lag + begin + from, first.left, begin + from, second.left, from)
      levels.push(10 * Math.log10(gains.first ** 2 + gains.second ** 2))
      // In the right order: the old track goes down, the new one comes up.
      const progress = (from + 1000) / fadeFrames
      expect(gains.second - gains.first).toBeCloseTo(
        Math.sin((progress * Math.PI) / 2) - Math.cos((progress * Math.PI) / 2),
        1,
      )
    }
    expect(Math.max(...levels.map(Math.abs))).toBeLessThan(0.5)
  })
})

/** Gains with which two known signals make up the recording over 2000 frames: least squares. */
function fit(
  sound: Float32Array,
  soundAt: number,
  first: Float32Array,
  firstAt: number,
  second: Float32Array,
  secondAt: number,
): { readonly first: number; readonly second: number } {
  let [aa, ab, bb, as, bs] = [0, 0, 0, 0, 0]
  for (let frame = 0; frame < 2000; frame += 1) {
    const a = at(first, firstAt + frame)
    const b = at(second, secondAt + frame)
    const s = at(sound, soundAt + frame)
    aa += a * a
    ab += a * b
    bb += b * b
    as += a * s
    bs += b * s
  }
  const determinant = aa * bb - ab * ab
  return { first: (as * bb - bs * ab) / determinant, second: (bs * aa - as * ab) / determinant }
}
