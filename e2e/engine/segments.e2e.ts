import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Segment } from '../../renderer/player/engine/types.ts'
import { fixtures, type FixtureName, type FixtureSet } from '../../testkit/audio/index.ts'
import { compare, findLag, part } from './support/compare.ts'
import { faultsFrom } from './support/faults.ts'
import { bandErrorDb } from './support/filter.ts'
import { type EnginePage, openEnginePage } from './support/page.ts'
import { keyOfSegment, type Player } from './support/player.ts'
import { referenceAt, referenceStereo } from './support/references.ts'

let page: EnginePage
let files: FixtureSet['files']

beforeAll(async () => {
  page = await openEnginePage()
  files = (await fixtures()).files
})
afterAll(() => page.close())

/** A cue sheet counts in 75ths of a second: most of its times are no whole milliseconds. */
const inCueFrames = (frames: number): number => (frames * 1000) / 75
const cuts = [inCueFrames(61), inCueFrames(152)] as const
const first: Segment = { startMs: 0, endMs: cuts[0] }
const second: Segment = { startMs: cuts[0], endMs: cuts[1] }
const third: Segment = { startMs: cuts[1], endMs: null }

/** Plays the three parts of one file in a row and answers the sum of their lengths in ms. */
async function playAll(player: Player, file: string): Promise<number> {
  await player.load(file, { play: false, segment: first })
  await player.next(file, { kind: 'gapless' }, second)
  const decoded = (keys: readonly string[]): Promise<void> =>
    player.run(
      (session, wanted) =>
        session.until('decoded', () =>
          wanted.every((key) => session.events.some((event) => event.kind === 'duration' && event.key === key)),
        ),
      keys,
    )
  const keys = [first, second, third].map((segment) => keyOfSegment(file, segment))
  await decoded(keys.slice(0, 2))
  await player.play()
  expect(await player.nextEvent('advanced')).toMatchObject({ fromKey: keys[0], key: keys[1] })
  await player.next(file, { kind: 'gapless' }, third)
  expect(await player.nextEvent('advanced')).toMatchObject({ fromKey: keys[1], key: keys[2] })
  expect((await player.untilOver()).kind).toBe('ended')
  const lengths = new Map<string, number>()
  for (const event of await player.events()) if (event.kind === 'duration') lengths.set(event.key, event.durationMs)
  return [...lengths.values()].reduce((sum, lengthMs) => sum + lengthMs, 0)
}

const exact: readonly (readonly [FixtureName, number])[] = [
  ['flac44', 0],
  ['wav44', 0],
  ['mp3Vbr', 1e-5],
  ['m4a', 1e-6],
  ['ogg', 1e-6],
]

describe.concurrent('the tracks of a cue sheet in a row', () => {
  test.each(exact)('%s is what the whole file is, sample by sample', async (name, tolerance) => {
    const fixture = files[name]
    const player = await page.open(fixture.sampleRateHz)
    const lengthMs = await playAll(player, fixture.path)
    const sound = await player.sound()
    await player.close()
    const { worst, before, after } = compare(sound, await referenceStereo(fixture))
    expect((lengthMs * fixture.sampleRateHz) / 1000).toBeCloseTo(fixture.frames, 3)
    expect({ before, after }).toEqual({ before: 0, after: 0 })
    expect(worst).toBeLessThanOrEqual(tolerance)
  })

  test('resampled, they sound as the undivided file does', async () => {
    const fixture = files.flac44
    const player = await page.open(48_000)
    const lengthMs = await playAll(player, fixture.path)
    const sound = await player.sound()
    await player.close()
    const reference = await referenceAt(fixture, 48_000)
    expect(lengthMs * 48).toBeCloseTo(Math.ceil((fixture.frames * 48_000) / 44_100), 3)
    const lag = findLag(sound, reference)
    for (const cut of cuts) {
      const centre = Math.round(cut * 48)
      expect(bandErrorDb(sound, reference, { lag, cutoffHz: 18_000, sampleRateHz: 48_000, centre })).toBeLessThan(-90)
    }
  })
})

test('positions in a track of a cue sheet are its own: it is as long as it is, and a seek goes where it says', async () => {
  const fixture = files.flac44
  const reference = await referenceStereo(fixture)
  const rate = fixture.sampleRateHz
  const start = Math.round((cuts[0] * rate) / 1000)
  const player = await page.open(rate)
  await player.load(fixture.path, { startMs: 250, play: false, segment: second })
  expect((await player.nextEvent('duration')).durationMs).toBeCloseTo(cuts[1] - cuts[0], 1)
  for (const positionMs of [250, 777.5, 0, 512]) {
    await player.seek(positionMs)
    expect((await player.position()).positionMs).toBeCloseTo(positionMs, 1)
    const place = start + Math.round((positionMs * rate) / 1000)
    const wanted = part(reference, place, reference.left.length)
    expect(faultsFrom(await player.listen(10_000), wanted, rate, 0)).toEqual([])
  }
  await player.seek(cuts[1] - cuts[0] - 100)
  await player.forget()
  await player.play()
  expect((await player.untilOver()).kind).toBe('ended')
  const sound = await player.sound()
  await player.close()
  // The last sample of the segment is the last that is heard.
  const end = Math.round((cuts[1] * rate) / 1000)
  expect(sound.left.slice(-1000)).toEqual(reference.left.slice(end - 1000, end))
})
