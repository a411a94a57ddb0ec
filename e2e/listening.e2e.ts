import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { referenceDecode } from '../testkit/audio/index.ts'
import { call, openApp, root } from './harness/index.ts'
import type { App } from './harness/index.ts'
import { melofy } from './interface/melofy.ts'
import { listenTo, tonesIn, writeTone } from './listening/index.ts'

/** The whole app, listened to: from the click to the samples. */

let app: App
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'melofy-listening-'))
})
afterEach(async () => {
  await app.close()
  await rm(folder, { recursive: true, force: true })
})

describe('the demo album', () => {
  it('goes over from its first track into its second without a frame inserted, missing or changed', async () => {
    app = await openApp()
    await call(app, 'settings.update', { loudness: 'off' })
    const ear = await listenTo(app)
    const { page, title, button, bar, heardSeconds, until } = await melofy(app.page())
    await button('Play the album').click()
    await until(heardSeconds, (seconds) => seconds >= 1)
    const first = await title.textContent()
    const line = await bar.getByRole('slider', { name: 'Position' }).boundingBox()
    if (!line) throw new Error('There is no seek bar')
    await page.mouse.click(line.x + line.width * 0.93, line.y + line.height / 2)
    await until(
      () => title.textContent(),
      (now) => now !== first,
    )
    await ear.more(88_200)
    const { left, right } = await ear.heard()

    const files = ['01-first-light-low-water.flac', '02-the-tide-turns-over.flac']
    const [one, two] = await Promise.all(
      files.map((file) =>
        referenceDecode(path.join(root, 'resources', 'demo', file), { sampleRateHz: 44_100, channels: 2 }),
      ),
    )
    for (const [side, samples] of [left, right].entries()) {
      const [before = new Float32Array(), after = new Float32Array()] = [one?.[side], two?.[side]]
      const around = Float32Array.from([...before.subarray(-44_100), ...after.subarray(0, 44_100)])
      const place = placeOf(around.subarray(66_150, 67_150), samples) - 66_150
      expect(place).toBeGreaterThan(0)
      expect(firstDifference(samples.subarray(place, place + around.length), around)).toBe(null)
    }
  })
})

/** File names as people have them, and the title under which each is shown. In the order of the folder. */
const names: readonly (readonly [string, string])[] = [
  ['-rf', '-rf'],
  ['%2e%2e%2Fup', '%2e%2e%2Fup'],
  ['a?b#c&d=e+f', 'a?b#c&d=e+f'],
  ['line\nbreak\ttab', 'line break tab'],
  ['<b>bold&amp;', '<b>bold&amp;'],
  ['back\\slash', 'back\\slash'],
  ['x'.repeat(200), 'x'.repeat(200)],
  ['e\u0301te\u0301', 'été'],
  ['Ωμέγα', 'Ωμέγα'],
  ['Привет', 'Привет'],
  ['שלום', 'שלום'],
  ['مرحبا بالعالم', 'مرحبا بالعالم'],
  ['हिन्दी', 'हिन्दी'],
  ['ไทย', 'ไทย'],
  ['日本語', '日本語'],
  ['한국어', '한국어'],
  ['🎧👩‍👩‍👧 emoji', '🎧👩‍👩‍👧 emoji'],
  ['\u202Egnp.exe', 'gnp.exe'],
]

describe('a folder of files with every kind of name', () => {
  it('is listed under those names and heard in the listed order, with and without shuffle', async () => {
    const music = path.join(folder, 'Mixed 音楽 🎼')
    await mkdir(music)
    await Promise.all(names.map(([name], number) => writeTone(path.join(music, `${name}.wav`), number)))
    const numberOf = new Map(names.map(([, title], number) => [title, number]))
    // Tall enough to show all rows: those out of sight are not in the page.
    app = await openApp({ viewport: { width: 1000, height: 1500 } })
    const ear = await listenTo(app)
    const { page, bar, button, openPath, queueTitles, until } = await melofy(app.page())
    await page.keyboard.press('q')
    const orders: string[] = []
    for (const shuffle of [false, true]) {
      if (shuffle) await page.keyboard.press('s')
      await ear.forget()
      // The first track comes again until the list has been read: the others are too short to wait for that.
      await button('Repeat: off').click()
      await button('Repeat: all').click()
      await openPath(music)
      const shown = await until(queueTitles, (titles) => titles.length === names.length)
      expect(new Set(shown)).toEqual(new Set(numberOf.keys()))
      await button('Repeat: this track').click()
      await bar.getByRole('button', { name: 'Play', exact: true }).waitFor()
      const { left, right } = await ear.untilQuiet()
      const expected = shown.map((title) => numberOf.get(title))
      expect(tonesIn(left)).toEqual(expected)
      expect(tonesIn(right)).toEqual(expected)
      orders.push(shown.join('\n'))
    }
    expect(orders[0]).not.toBe(orders[1])
  })
})

/** Where `part` stands in `samples`; -1 when nowhere. */
function placeOf(part: Float32Array, samples: Float32Array): number {
  for (let from = 0; from + part.length <= samples.length; from += 1) {
    if (part.every((sample, frame) => samples[from + frame] === sample)) return from
  }
  return -1
}

function firstDifference(one: Float32Array, other: Float32Array): number | null {
  if (one.length !== other.length) return Math.min(one.length, other.length)
  const frame = one.findIndex((sample, index) => sample !== other[index])
  return frame < 0 ? null : frame
}
