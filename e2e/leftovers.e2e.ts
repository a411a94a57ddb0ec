import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CDPSession, Page } from 'playwright-core'
import { openApp } from './harness/index.ts'
import type { App } from './harness/index.ts'
import { melofy } from './interface/melofy.ts'
import type { Melofy } from './interface/melofy.ts'
import { musicFolder } from './interface/music.ts'

/** What a page leaves behind once one has gone to another: nothing. An evening of looking around must not fill the memory. */

const rounds = 20

let app: App
let window: Melofy

beforeEach(async () => {
  app = await openApp()
  window = await melofy(app.page())
})
afterEach(() => app.close())

describe('pages that were left', () => {
  it('are gone for good, with their covers', async () => {
    const { page, button, toast } = window
    await button('Choose folder…').click()
    await page
      .getByRole('dialog')
      .getByLabel('Path', { exact: true })
      .fill(await musicFolder())
    await button('Add to library').click()
    await toast(/Added 8 tracks to your library/).waitFor()
    await page.getByRole('heading', { name: 'New in your library' }).waitFor()

    const devtools = await page.context().newCDPSession(page)
    // What is made once and kept, such as rooms that are fetched late, is there after the first rounds.
    for (let round = 0; round < 3; round += 1) await lookAround()
    const before = await nodesOf(devtools)
    for (let round = 0; round < rounds; round += 1) await lookAround()
    const after = await nodesOf(devtools)
    expect(after - before).toBeLessThan(rounds)
  }, 120_000)
})

async function lookAround(): Promise<void> {
  const { page, button } = window
  const main = page.getByRole('main')
  await button('Library').click()
  for (const tab of ['Artists', 'Albums']) {
    await main.getByRole('button', { name: tab, exact: true }).click()
    await main.getByRole('grid', { name: tab }).locator('[data-card="0"]').waitFor()
    await coversLoaded(page)
  }
  await main.getByRole('button', { name: /^Slow Harbour/ }).click()
  await main.getByRole('heading', { name: 'Slow Harbour', level: 1 }).waitFor()
  await coversLoaded(page)
  await button('Home').click()
  await main.getByRole('heading', { name: 'New in your library' }).waitFor()
  await coversLoaded(page)
}

async function coversLoaded(page: Page): Promise<void> {
  await page.waitForFunction(() => [...document.images].every((image) => image.complete || !image.checkVisibility()))
}

/** Nodes that are on the page or that something still holds. */
async function nodesOf(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage')
  const { nodes } = await devtools.send('Memory.getDOMCounters')
  return nodes
}
