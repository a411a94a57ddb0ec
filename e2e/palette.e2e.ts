import { afterEach, describe, expect, it } from 'vitest'
import { openApp } from './harness/index.ts'
import type { App } from './harness/index.ts'
import { axeFindings } from './interface/axe.ts'
import { melofy } from './interface/melofy.ts'

let app: App

describe('the palette', () => {
  afterEach(() => app.close())

  it('runs commands and opens pages by their words, with the keyboard alone', async () => {
    app = await openApp()
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

describe('shortcuts', () => {
  afterEach(() => app.close())

  it('are changed by pressing them, say whom they belong to, and hold after a restart', async () => {
    app = await openApp()
    const { page, bar, button } = await melofy(app.page())
    await button('Play the album').click()
    await button('Settings').click()
    await button('Shortcuts').click()

    // Escape leaves everything as it was, and does nothing else.
    await button('Mute M').click()
    await page.keyboard.press('Escape')
    await button('Mute M').click()
    await page.keyboard.press('j')
    await button('Mute J').waitFor()
    await page.keyboard.press('j')
    await bar.getByRole('button', { name: 'Unmute' }).waitFor()
    await page.keyboard.press('m')
    await page.keyboard.press('j')
    await bar.getByRole('button', { name: 'Mute', exact: true }).waitFor()

    await button('Shuffle S').click()
    await page.keyboard.press('n')
    await page.getByText('Already used by “Next track”').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await button('Assign anyway').click()
    await button('Shuffle N').waitFor()
    await button('Next track None').waitFor()
    await button('Repeat R').click()
    await page.keyboard.press('Control+c')
    await page.getByText('These keys belong to text fields').waitFor()
    await page.keyboard.press('Backspace')
    await button('Repeat None').waitFor()

    const again = await melofy(await app.restart())
    await again.page.keyboard.press('n')
    await again.bar.getByRole('button', { name: 'Shuffle: on' }).waitFor()
    await again.page.keyboard.press('?')
    const sheet = again.page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await sheet.getByText('Mute', { exact: true }).waitFor()
    expect(await sheet.getByText('Next track', { exact: true }).count()).toBe(0)
    await again.page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })
    await again.button('Settings').click()
    await again.button('Shortcuts').click()
    await again.button('Reset Next track').click()
    await again.button('Next track N').waitFor()
    await again.button('Shuffle None').waitFor()
    await again.button('Reset all').click()
    await again.button('Shuffle S').waitFor()
  })
})

describe('languages', () => {
  afterEach(() => app.close())

  it('change at once and hold after a restart', async () => {
    app = await openApp()
    const { page, button } = await melofy(app.page())
    await button('Settings').click()
    await button('Appearance').click()
    await page.getByRole('combobox', { name: 'Language' }).click()
    await page.getByRole('option', { name: 'Deutsch' }).click()
    await page.getByRole('heading', { name: 'Aussehen' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de')
    await page.getByRole('button', { name: 'Zufällig: aus' }).waitFor()
    await app.screenshot('settings-german')

    const again = await app.restart()
    await again.getByRole('button', { name: 'Album abspielen' }).waitFor()
    expect(await axeFindings(again)).toEqual([])
    await again.setViewportSize({ width: 900, height: 600 })
    await app.screenshot('welcome-german-900')
  })

  it('come from the system when nothing else was chosen', async () => {
    app = await openApp({ locale: 'es-MX' })
    await app.page().getByRole('button', { name: 'Reproducir el álbum' }).waitFor()
    expect(await app.page().evaluate(() => document.documentElement.lang)).toBe('es')
  })
})
