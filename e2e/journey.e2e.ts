import { rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openApp } from './harness/index.ts'
import type { App } from './harness/index.ts'
import { melofy } from './interface/melofy.ts'
import type { Melofy } from './interface/melofy.ts'
import { nightTrains, nightTrainTitles } from './interface/music.ts'
import { inRail } from './journey/hands.ts'
import type { Hands } from './journey/hands.ts'
import { keys } from './journey/keys.ts'
import { mouse } from './journey/mouse.ts'

/** From the first run to a library with everything one has in it, which is there again after a restart. */

/** Enough that one sees them being read. */
const further = 1000
const album = '終着駅'
const found = '夜行列車'

let folder: string
let app: App

beforeAll(async () => {
  folder = await nightTrains(further)
})
afterAll(() => rm(path.dirname(folder), { recursive: true, force: true }))
afterEach(() => app.close())

/** Counts what a mouse or a finger does on the page, and asks how often it was. */
async function pointerCount({ page }: Melofy): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    Object.assign(globalThis, { pressed: 0 })
    const count = () => Object.assign(globalThis, { pressed: Number(Reflect.get(globalThis, 'pressed')) + 1 })
    for (const name of ['pointerdown', 'pointermove', 'wheel']) window.addEventListener(name, count, true)
  })
  return () => page.evaluate(() => Number(Reflect.get(globalThis, 'pressed')))
}

/** What is left paused: the queue in its order, and the place in its current track. */
interface Left {
  readonly titles: readonly string[]
  readonly title: string | null
  /** Heard of it. */
  readonly seconds: number
}

/** All of it; answers what a restart must bring back. */
async function goThrough(window: Melofy, hands: Hands): Promise<Left> {
  const { page, bar, title, rows, toast, until, heardSeconds, queueTitles } = window
  const [first, second, third, fourth, last] = nightTrainTitles

  await hands.addFolder(folder)
  const progress = page.getByRole('progressbar', { name: 'Reading Night trains' })
  await until(
    async () => ((await progress.count()) > 0 ? Number(await progress.first().getAttribute('aria-valuenow')) : 0),
    (percent) => percent > 0,
  )
  await toast(`Added ${(further + nightTrainTitles.length).toLocaleString('en')} tracks to your library`).waitFor()
  await page.getByRole('heading', { name: 'New in your library' }).waitFor()

  await hands.search(found.slice(0, 2))
  await page.locator(`[data-results-of="${found.slice(0, 2)}"]`).waitFor()
  await rows.filter({ hasText: found }).waitFor()

  await hands.playAlbumOfBestMatch(album)
  await page.getByRole('heading', { name: album, level: 1 }).waitFor()
  await until(heardSeconds, (seconds) => seconds >= 1)
  expect(await title.textContent()).toBe(first)

  await hands.openQueue()
  expect(await until(queueTitles, (titles) => titles.length === 5)).toEqual([...nightTrainTitles])
  await hands.moveLastToFront()
  const reordered = [first, last, second, third, fourth]
  await until(queueTitles, (titles) => titles.join('\n') === reordered.join('\n'))

  await hands.likeCurrent()
  await bar.getByRole('button', { name: 'Remove from Liked songs' }).waitFor()

  await hands.makePlaylist('Last trains')
  await page.getByRole('heading', { name: 'Last trains', level: 1 }).waitFor()
  await inRail(window, 'Last trains').getByText('1 track').waitFor()
  await hands.deletePlaylist('Last trains')
  await toast('Deleted Last trains').waitFor()
  await inRail(window, 'Last trains').waitFor({ state: 'detached' })
  await hands.undo()
  await inRail(window, 'Last trains').getByText('1 track').waitFor()

  await hands.goOnAndPause()
  await bar.getByRole('button', { name: 'Play', exact: true }).waitFor()
  return { titles: reordered, title: await title.textContent(), seconds: await heardSeconds() }
}

/** After the restart: looks whether everything is there, and answers the same again. */
async function findAgain(window: Melofy, hands: Hands): Promise<Left> {
  const { page, bar, title, rows, until, heardSeconds, queueTitles } = window
  const seconds = await until(heardSeconds, (heard) => heard > 0)
  await bar.getByRole('button', { name: 'Play', exact: true }).waitFor()
  await bar.getByRole('button', { name: 'Remove from Liked songs' }).waitFor()
  await inRail(window, 'Last trains').getByText('1 track').waitFor()
  await hands.openQueue()
  const titles = await until(queueTitles, (shown) => shown.length === 5)
  await hands.openAlbums()
  const albums = page.getByRole('grid', { name: 'Albums' })
  // Only cards near what is in sight exist, and which these are among a thousand tracks is open: the album is found below.
  await albums.getByRole('button').first().waitFor()
  await hands.search(found.slice(0, 2))
  await rows.filter({ hasText: found }).filter({ hasText: album }).waitFor()
  return { titles, title: await title.textContent(), seconds }
}

/** A hundred steps and a restart: twice what a test has usually, in ms. */
const longMs = 120_000

describe('from the first run to a restart everything one has is made and kept', () => {
  it(
    'with the mouse',
    async () => {
      app = await openApp({ fullMotion: true })
      const window = await melofy(app.page())
      const left = await goThrough(window, mouse(window))
      const again = await melofy(await app.restart())
      expect(await findAgain(again, mouse(again))).toEqual(left)
    },
    longMs,
  )

  it(
    'with the keyboard alone',
    async () => {
      app = await openApp()
      const window = await melofy(app.page())
      const pointers = await pointerCount(window)
      const left = await goThrough(window, keys(window))
      expect(await pointers()).toBe(0)
      const again = await melofy(await app.restart())
      const pointersAgain = await pointerCount(again)
      expect(await findAgain(again, keys(again))).toEqual(left)
      expect(await pointersAgain()).toBe(0)
    },
    longMs,
  )
})
