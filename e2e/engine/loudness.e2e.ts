import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixtures, type FixtureName, type FixtureSet } from '../../testkit/audio/index.ts'
import { referenceLoudness } from '../../testkit/audio/loudness.ts'
import { type EnginePage, openEnginePage } from './support/page.ts'

let page: EnginePage
let files: FixtureSet['files']

beforeAll(async () => {
  page = await openEnginePage()
  files = (await fixtures()).files
})
afterAll(() => page.close())

const names: readonly FixtureName[] = [
  'wav44',
  'flac48',
  'flac24bit96k',
  'flac51',
  'flacMono',
  'mp3Vbr',
  'm4a',
  'ogg',
  'opus',
  'webmOpus',
]

test.each(names)('the measuring worker agrees with ffmpeg about %s', async (name) => {
  const { path } = files[name]
  const [measured, reference] = await Promise.all([page.measure(path), referenceLoudness(path)])
  expect(Math.abs((measured.integratedLufs ?? 0) - reference.integratedLufs)).toBeLessThanOrEqual(0.1)
  expect(Math.abs(20 * Math.log10(measured.truePeak) - reference.truePeakDb)).toBeLessThanOrEqual(0.3)
})

test('the parts of a file are measured apart', async () => {
  const { path } = files.flac44
  const [first, second, whole] = [
    await page.measure(path, { startMs: 0, endMs: 1500 }),
    await page.measure(path, { startMs: 1500, endMs: null }),
    await page.measure(path),
  ]
  expect(Math.max(first.truePeak, second.truePeak)).toBeCloseTo(whole.truePeak, 2)
  const blocks = ({ histogram }: typeof whole): number => histogram.reduce((sum, count) => sum + count, 0)
  // Of 1500 ms there are 12 whole blocks of 400 ms, 100 ms apart; of the 1510 behind them as many.
  expect([blocks(first), blocks(second), blocks(whole)]).toEqual([12, 12, 27])
})

test('what cannot be measured is told, and the next one is measured all the same', async () => {
  const { bad } = await fixtures()
  await expect(page.measure(bad.randomWav)).rejects.toThrow('file-')
  expect((await page.measure(files.wav44.path)).integratedLufs).not.toBeNull()
})
