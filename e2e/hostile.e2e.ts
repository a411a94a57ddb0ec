import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createTranslator } from '../src/i18n/index.ts'
import { call, openApp } from './harness/index.ts'
import type { App } from './harness/index.ts'
import { closedFolder, hostileMusic, hostileNames } from './interface/hostile.ts'
import { hostileSongs, removeHostile, unreadable } from './interface/hostile.ts'
import { melofy } from './interface/melofy.ts'
import type { Melofy } from './interface/melofy.ts'

/** Music that nobody should have: the library takes in what it can, says what it cannot, and the app goes on. */

const { t } = createTranslator()

let folder: string
let app: App

beforeAll(async () => {
  folder = await hostileMusic()
  await closedFolder(folder)
})
afterAll(() => removeHostile(folder))
afterEach(() => app.close())

async function addFolder({ page, button }: Melofy, wanted: string): Promise<void> {
  await button('Choose folder…').click()
  await page.getByRole('dialog').getByLabel('Path', { exact: true }).fill(wanted)
  await button('Add to library').click()
}

/** Largest memory that the host's process has had so far, in MB; null where the system does not tell. */
async function hostPeakMb(dataFolder: string): Promise<number | null> {
  if (process.platform !== 'linux') return null
  for (const id of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const command = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')
    if (!command.split('\0').includes(dataFolder)) continue
    const [, peakKb] = /^VmHWM:\s+(\d+) kB$/m.exec(await readFile(`/proc/${id}/status`, 'utf8')) ?? []
    if (peakKb !== undefined) return Number(peakKb) / 1024
  }
  return null
}

describe('a folder of hostile music', () => {
  it('is taken in as far as it goes, what does not is named with its reason, and music plays on', async () => {
    // Chromium mentions each cover that is not there for it in the console.
    app = await openApp({ expectedProblems: [/status of 404/] })
    const window = await melofy(app.page())
    const { page, bar, button, heardSeconds, until, toast } = window
    await button('Play the album').click()
    await until(heardSeconds, (seconds) => seconds >= 1)

    await addFolder(window, folder)
    await toast(`Added ${hostileSongs} tracks to your library`).waitFor()
    await button('Library').click()
    const cardOf = (album: string) => page.getByRole('grid', { name: 'Albums' }).locator('article', { hasText: album })
    // A sleeve of our own stands in where there is no picture; what is drawn of half a one is up to the browser.
    const drawn = (album: string) => () =>
      cardOf(album)
        .locator('img')
        .evaluateAll((images) => images.map((image) => image instanceof HTMLImageElement && image.naturalWidth > 0))
    await until(drawn('Sound cover'), ([isDrawn]) => isDrawn === true)
    for (const album of ['Huge cover', 'Noise for a cover', 'Text for a cover']) {
      await until(drawn(album), (pictures) => pictures.length === 0)
    }

    await button('Settings').click()
    await button('Music folders').click()
    await button(t('settings.problems', { count: unreadable.length + 1 })).click()
    const problems = page.getByRole('listitem').filter({ hasText: folder })
    const told = await problems.evaluateAll((items) => items.map((item) => item.textContent))
    for (const name of unreadable) expect(told.some((words) => words.includes(name))).toBe(true)
    expect(told.filter((words) => words.includes(t('failure.folder-unreadable.what')))).toHaveLength(1)
    expect(told.filter((words) => words.includes(t('failure.file-not-audio.what')))).toHaveLength(2)

    await bar.getByRole('button', { name: 'Pause' }).waitFor()
    const before = await heardSeconds()
    await until(heardSeconds, (seconds) => seconds > before)
    // The huge cover alone, taken apart, would be 300.
    expect((await hostPeakMb(app.dataFolder)) ?? 0).toBeLessThan(400)
  })

  it('has its tags shown as text, wherever they are shown, and none of it is run', async () => {
    app = await openApp({ expectedProblems: [/status of 404/] })
    const window = await melofy(app.page())
    const { page, rows, button, title, toast, until } = window
    const { title: song, artist, album } = hostileNames
    await addFolder(window, folder)
    await toast(`Added ${hostileSongs} tracks to your library`).waitFor()
    await page.getByRole('heading', { name: 'New in your library' }).waitFor()
    await page.getByRole('searchbox').fill('song')
    const row = rows.filter({ hasText: song })
    await row.filter({ hasText: artist }).waitFor()
    await page.getByRole('main').locator('[data-result]').filter({ hasText: song }).click()
    await page.getByRole('heading', { name: album, level: 1 }).waitFor()
    const long = rows.filter({ hasText: 'Long xxx' })
    expect((await long.locator('bdi').first().textContent())?.length).toBe(300)
    await row.click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Add to queue' }).click()
    await toast(`Added ${song} to the queue`).waitFor()
    await row.dblclick()
    await until(
      () => title.textContent(),
      (now) => now === song || now?.startsWith('Long') === true,
    )
    await button('Library').click()
    await page.getByRole('grid', { name: 'Albums' }).getByRole('button', { name: album }).first().waitFor()
    expect(await page.evaluate(() => Reflect.get(globalThis, 'hurt'))).toBeUndefined()
    expect(await page.locator('img[src="x"], script:not([src])').count()).toBe(0)
  })

  it('that cannot be opened at all is refused where it was asked for', async () => {
    app = await openApp()
    const window = await melofy(app.page())
    const dialog = window.page.getByRole('dialog')
    await addFolder(window, path.join(folder, 'Loops', 'self.flac'))
    await dialog.getByRole('alert').getByText(t('failure.folder-unreadable.what')).waitFor()
    await dialog.getByLabel('Path', { exact: true }).fill(path.join(folder, 'no music.flac'))
    await window.button('Add to library').click()
    await dialog.getByRole('alert').getByText(t('failure.not-a-folder.what')).waitFor()
    expect(await call(app, 'library.folders', null)).toEqual([])
  })
})
