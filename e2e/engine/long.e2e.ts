import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { longFixtures, type LongFixtureSet, type LongName } from '../../testkit/audio/index.ts'
import { compare, part } from './support/compare.ts'
import { excerpt } from './support/excerpt.ts'
import { faultsFrom } from './support/faults.ts'
import { type EnginePage, openEnginePage } from './support/page.ts'

let page: EnginePage
let files: LongFixtureSet

beforeAll(async () => {
  page = await openEnginePage()
  files = await longFixtures()
}, 180_000)
afterAll(() => page.close())

/**
 * Largest difference from ffmpeg's decode of the place, in full scales. As in formats.e2e.ts, and in AAC the noise that
 * decoders make up where the encoder left it out (at this bit rate), in Opus what 400 ms of run-up leave.
 */
const tolerances: Readonly<Record<LongName, number>> = { mp3: 1e-5, m4a: 3e-5, opus: 2e-4 }
/** The end of the AAC file is made of such noise wholly: ffmpeg itself gives it otherwise after each seek. */
const tailTolerances: Readonly<Record<LongName, number>> = { ...tolerances, m4a: 0.05 }
const names = ['mp3', 'm4a', 'opus'] as const satisfies readonly LongName[]
/** Minutes into the file, forwards and back. */
const places = [91.3, 2.2, 179.1, 44.44, 150.05, 0.5]
/** Decoded audio that may be held: 10 s behind the read head and 30 s ahead of it, and a burst's worth over. */
const windowLimitMs = 45_000

describe.concurrent('three hours', () => {
  test.each(names)('%s seeks anywhere, holds no more than its window, and ends at the right frame', async (name) => {
    const fixture = files[name]
    const { path, sampleRateHz: rate, frames } = fixture
    const player = await page.open(rate)
    await player.load(path)
    await player.untilState('playing')
    await player.listen(rate / 4)
    let widest = 0
    for (const minutes of places) {
      const positionMs = minutes * 60_000
      await player.seek(positionMs)
      expect((await player.position()).positionMs).toBeCloseTo(positionMs, 0)
      await player.untilAhead(1000)
      const sound = await player.listen(10_000)
      expect(
        faultsFrom(sound, await excerpt(fixture, Math.round((positionMs / 1000) * rate), 9000), rate, tolerances[name]),
      ).toEqual([])
      const { bufferedFromMs, bufferedToMs } = await player.position()
      widest = Math.max(widest, bufferedToMs - bufferedFromMs)
    }
    expect(widest).toBeGreaterThan(0)
    expect(widest).toBeLessThan(windowLimitMs)

    // The last second and a half, to the frame.
    const tail = Math.round(1.5 * rate)
    await player.seek(((frames - tail) / rate) * 1000)
    await player.untilAhead(1400)
    await player.forget()
    await player.play()
    expect((await player.untilOver()).kind).toBe('ended')
    const sound = await player.sound()
    const wanted = part(await excerpt(fixture, frames - tail, tail), 1000, tail)
    const { worst, after } = compare(sound, wanted)
    expect(after).toBe(0)
    expect(worst).toBeLessThanOrEqual(tailTolerances[name])
    const { durationMs } = await player.position()
    expect(((durationMs ?? 0) * rate) / 1000).toBeCloseTo(frames, 2)
    await player.close()
  })
})

test('the page has nothing to complain about', () => {
  expect(page.complaints).toEqual([])
})
