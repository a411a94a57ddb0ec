import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixtures, type FixtureName, type FixtureSet } from '../../testkit/audio/index.ts'
import { part, type Stereo } from './support/compare.ts'
import { faultsFrom } from './support/faults.ts'
import { type EnginePage, openEnginePage } from './support/page.ts'
import { referenceAt } from './support/references.ts'

let page: EnginePage
let files: FixtureSet['files']

beforeAll(async () => {
  page = await openEnginePage()
  files = (await fixtures()).files
})
afterAll(() => page.close())

/** The reference from the frame on that belongs to a position. */
function from(reference: Stereo, positionMs: number, sampleRateHz: number): Stereo {
  return part(reference, Math.round((positionMs / 1000) * sampleRateHz), reference.left.length)
}

const inside: readonly (readonly [FixtureName, number])[] = [
  ['wav44', 0],
  ['flac44', 0],
  ['flac24bit96k', 0],
  ['mp3Vbr', 1e-5],
  ['m4a', 1e-6],
  ['aacAdts', 1e-6],
  ['ogg', 1e-6],
  ['opus', 1.6e-5],
  ['webmOpus', 1.6e-5],
  ['webmVorbis', 1e-6],
]

describe.concurrent('a seek within what is decoded', () => {
  test.each(inside)('%s goes on at the asked-for frame', async (name, tolerance) => {
    const fixture = files[name]
    const rate = fixture.sampleRateHz
    const reference = await referenceAt(fixture, rate)
    const player = await page.open(rate)
    await player.load(fixture.path, { play: false })
    await player.nextEvent('duration')
    const places = [1234, 77, 1700.5, 300]
    for (const positionMs of places) {
      await player.seek(positionMs)
      expect(faultsFrom(await player.listen(10_000), from(reference, positionMs, rate), rate, tolerance)).toEqual([])
    }
    await player.close()
  })
})

/**
 * Starting in the middle makes the decoder begin there, as a seek out of the window does: codecs that need a run-up must have
 * had it. Opus's energy prediction leaves a
 * difference that halves with every packet.
 */
const middle: readonly (readonly [FixtureName, number])[] = [
  ['wav44', 0],
  ['wav24bit96k', 0],
  ['flac44', 0],
  ['flac24bit96k', 0],
  ['mkaFlac', 0],
  ['mp3Cbr', 1e-5],
  ['mp3Vbr', 1e-5],
  ['mp3NoHeader', 1e-5],
  ['m4a', 1e-6],
  ['m4aSmpb', 1e-6],
  ['aacAdts', 1e-6],
  ['ogg', 1e-6],
  ['opus', 2e-4],
  ['webmOpus', 2e-4],
  ['webmVorbis', 1e-6],
]

describe.concurrent('a start in the middle', () => {
  test.each(middle)('%s begins at the asked-for frame', async (name, tolerance) => {
    const fixture = files[name]
    const rate = fixture.sampleRateHz
    const reference = await referenceAt(fixture, rate)
    for (const positionMs of [1111, 1500.25]) {
      const player = await page.open(rate)
      await player.load(fixture.path, { startMs: positionMs, play: false })
      await player.nextEvent('duration')
      expect(faultsFrom(await player.listen(10_000), from(reference, positionMs, rate), rate, tolerance)).toEqual([])
      await player.close()
    }
  })
})
