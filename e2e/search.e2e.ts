import { afterEach, describe, expect, it } from 'vitest'
import { openApp } from './harness/index.ts'
import type { App } from './harness/index.ts'
import { melofy } from './interface/melofy.ts'
import type { Melofy } from './interface/melofy.ts'
import { musicFolder } from './interface/music.ts'

let app: App

async function withMusic(): Promise<Melofy> {
  app = await openApp()
  const window = await melofy(app.page())
  const { page, button, rows, until } = window
  await button('Choose folder…').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill(await musicFolder())
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  // Reading takes as long as it takes; what was read can be found.
  await until(
    async () => {
      await box(window).fill('')
      await box(window).fill('paper lanterns')
      await page.locator('[data-answered="paper lanterns"]').waitFor({ state: 'attached' })
      return rows.count()
    },
    (count) => count > 0,
  )
  await box(window).fill('')
  await button('Home').click()
  return window
}

const box = ({ page }: Melofy) => page.getByRole('searchbox', { name: 'Search your music' })
const resultsFor = ({ page }: Melofy, text: string) => page.locator(`[data-results-of="${text}"]`)

describe('search', () => {
  afterEach(() => app.close())

  it('finds while one types, never shows an earlier text under a later one, and plays with Enter', async () => {
    const window = await withMusic()
    const { page, rows, title, until } = window
    // Whatever stands under the box when its text has been answered belongs to that text.
    await page.evaluate(() => {
      const seen: string[] = []
      Object.assign(globalThis, { seen })
      new MutationObserver(() => {
        const shown = document.querySelector('[data-results-of]')?.getAttribute('data-results-of')
        const status = document.querySelector('main output')?.textContent ?? ''
        const typed = document.querySelector('input')?.value ?? ''
        if (shown && !status.startsWith('Searching') && shown !== typed) seen.push(`${shown} under ${typed}`)
      }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
    })
    await page.keyboard.press('/')
    await page.keyboard.type('paper lan', { delay: 5 })
    await resultsFor(window, 'paper lan').waitFor()
    expect(await rows.count()).toBe(1)
    await page.keyboard.press('Backspace')
    await page.keyboard.type('ntern')
    await page.keyboard.press('Escape')
    await page.keyboard.type('夜行')
    await page.keyboard.press('Enter')
    await until(
      () => title.textContent(),
      (now) => now === '夜行列車',
    )
    await resultsFor(window, '夜行').waitFor()
    expect(await page.evaluate(() => Reflect.get(globalThis, 'seen'))).toEqual([])
  })

  it('is used with the keys alone, and remembers what led somewhere', async () => {
    const window = await withMusic()
    const { page, button, title, until } = window
    await page.keyboard.press('Control+f')
    await page.keyboard.type('undertow')
    await resultsFor(window, 'undertow').waitFor()
    // Past the best match to the first row, which plays.
    await page.keyboard.press('ArrowDown')
    await until(
      async () => {
        await page.keyboard.press('ArrowDown')
        return page.evaluate(() => document.activeElement?.hasAttribute('data-row'))
      },
      (isRow) => isRow === true,
    )
    await page.keyboard.press('Enter')
    await until(
      () => title.textContent(),
      (now) => now === 'Undertow Hymn',
    )
    await page.keyboard.press('/')
    await page.keyboard.press('Escape')
    await button('Forget “undertow”').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await resultsFor(window, 'undertow').waitFor()
    expect(await box(window).inputValue()).toBe('undertow')
    await box(window).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    expect(await box(window).evaluate((input) => input === document.activeElement)).toBe(true)
    await page.keyboard.press('Escape')
    await button('Forget “undertow”').click()
    await page.getByRole('heading', { name: 'What would you like to hear?' }).waitFor()
  })

  it('says so when nothing is found', async () => {
    const window = await withMusic()
    const { page } = window
    await box(window).fill('"NEAR( zzz')
    await page.getByRole('heading', { name: 'Nothing found for “"NEAR( zzz”' }).waitFor()
    expect(await window.rows.count()).toBe(0)
  })
})
