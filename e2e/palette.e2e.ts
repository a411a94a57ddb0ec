import { afterEach, describe, expect, it } from 'vitest'
import { openApp } from './harness/index.ts'
import type { App } from './harness/index.ts'
import { axeFindings } from './interface/axe.ts'
import { melofy } from './interface/melofy.ts'

let app: App

describe('the palette', () => {
  afterEach(() => app.close())

  it('runs commands and opens pages by their words, with the keyboard alone', async () => {
    app = await openApp({ reducedMotion: true })
    const { page, bar } = await melofy(app.page())
    const palette = page.getByRole('dialog', { name: 'Find commands and music' })
    const input = palette.getByRole('combobox')
    const current = palette.locator('[role="option"][data-highlighted]')

    await page.keyboard.press('Control+k')
    await expect.poll(() => input.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.type('shuf')
    await expect.poll(() => current.textContent()).toContain('Shuffle')
    await page.keyboard.press('Enter')
    await palette.waitFor({ state: 'detached' })
    await bar.getByRole('button', { name: 'Shuffle: on' }).waitFor()

    // What was used lately stands first.
    await page.keyboard.press('Control+k')
    await expect.poll(() => current.textContent()).toContain('Shuffle')
    await page.keyboard.type('appear')
    await expect.poll(() => current.textContent()).toBe('Settings: Appearance')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Appearance' }).waitFor()
    await palette.waitFor({ state: 'detached' })

    await page.keyboard.press('Control+k')
    await page.keyboard.type('queue')
    await expect.poll(() => palette.getByRole('option').count()).toBeGreaterThan(1)
    const first = await current.textContent()
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => current.textContent()).not.toBe(first)
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await palette.waitFor({ state: 'detached' })

    await page.keyboard.press('Control+k')
    await page.keyboard.type('zzzz')
    await palette.getByText('Nothing fits “zzzz”').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Control+k')
    await palette.waitFor({ state: 'detached' })
  })
})
