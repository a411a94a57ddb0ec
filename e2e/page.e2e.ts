import { afterEach, describe, expect, it } from 'vitest'
import { openApp } from './harness/index.ts'
import type { App } from './harness/index.ts'

let app: App

describe('the page in its host', () => {
  afterEach(() => app.close())

  it('starts without an error or a violation of its policy', async () => {
    app = await openApp()
    await app.page().getByRole('main').first().waitFor()
    expect(await app.page().title()).toContain('Melofy')
  })

  it('comes back after a restart and after a crash', async () => {
    app = await openApp()
    await app.page().getByRole('main').first().waitFor()
    for (const again of ['restart', 'crash'] as const) {
      const page = await app[again]()
      await page.getByRole('main').first().waitFor()
      expect(await page.evaluate(() => window.crossOriginIsolated)).toBe(true)
    }
  })
})
