import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openApp } from './harness/index.ts'
import type { App } from './harness/index.ts'
import { axeFindings } from './interface/axe.ts'
import { melofy } from './interface/melofy.ts'
import type { Melofy } from './interface/melofy.ts'
import { musicFolder } from './interface/music.ts'

/** The library: from an empty one to music that plays from it. */

let app: App
let folder: string
let window: Melofy

beforeEach(async () => {
  folder = await musicFolder()
  app = await openApp()
  window = await melofy(app.page())
})
afterEach(() => app.close())

describe('a first library', () => {
  it('is made by adding a folder, and plays: album, rest of it, queue', async () => {
    const { page, button, rows, title, until, toast, queueTitles } = window
    await button('Choose folder…').click()
    await page.getByRole('dialog').getByLabel('Path', { exact: true }).fill(folder)
    await button('Add to library').click()
    await toast(/Added 8 tracks to your library/).waitFor()
    await page.getByRole('heading', { name: 'New in your library' }).waitFor()

    await button('Library').click()
    await page
      .getByRole('grid', { name: 'Albums' })
      .getByRole('button', { name: /^Slow Harbour/ })
      .click()
    await page.getByRole('heading', { name: 'Slow Harbour', level: 1 }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await rows.first().dblclick()
    await until(
      () => title.textContent(),
      (now) => now === 'Paper Lanterns',
    )
    await page.keyboard.press('q')
    await until(queueTitles, (titles) => titles.includes('Undertow Hymn'))

    // What does not exist is said where it was asked for.
    await button('Settings').click()
    await button('Music folders').click()
    await button('Add a music folder').click()
    await page.getByRole('dialog').getByLabel('Path', { exact: true }).fill(`${folder}/nowhere`)
    await button('Add to library').click()
    await page.getByRole('dialog').getByRole('alert').waitFor()
    await page.keyboard.press('Escape')

    await button(/^Remove .* from the library$/).click()
    await button('Undo').click()
    await button(/^Remove .* from the library$/).waitFor()
  }, 120_000)

  it('is made and walked through with the keyboard alone', async () => {
    const { page, button, title, until, toast } = window
    await button('Choose folder…').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type(folder)
    await page.keyboard.press('Enter')
    await toast(/Added 8 tracks to your library/).waitFor()
    await button('Library').focus()
    await page.keyboard.press('Enter')
    const grid = page.getByRole('grid', { name: 'Albums' })
    await grid.locator('[data-card="0"]').focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-card'))).toBe('1')
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    const first = page.getByRole('main').locator('[data-row="0"]')
    await first.focus()
    await page.keyboard.press('Enter')
    await until(
      () => title.textContent(),
      (now) => now !== null && now !== '' && now !== 'Tideglass Sessions',
    )
    // The filter narrows the list while one types.
    await button('Library').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Filter the list' }).fill('終着')
    await until(
      () => grid.locator('[data-card]').count(),
      (count) => count === 1,
    )
    await page.keyboard.press('Escape')
    await until(
      () => grid.locator('[data-card]').count(),
      (count) => count > 1,
    )
  }, 120_000)
})
