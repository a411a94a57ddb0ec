import path from 'node:path'
import type { Page } from 'playwright-core'
import { startHost, type HostProcess } from '../../e2e/harness/index.ts'
import { bridgeOver } from '../../renderer/bridge/channel.ts'
import { socketChannel } from '../../renderer/bridge/socket.ts'
import type { Bridge } from '../../src/contract/index.ts'
import type { Track } from '../../src/music/index.ts'
import { nodeLine } from '../../testkit/bridges/socket.ts'
import { launchBrowser, type BenchBrowser } from './chromium.ts'
import { addProbe } from './probe.ts'

/** The built app: the browser host as its own process, and its page in Chromium. */
export interface BenchApp {
  readonly host: HostProcess
  readonly browser: BenchBrowser
  readonly page: Page
  /** The contract, as a second page would have it. */
  readonly bridge: Bridge
  close(): Promise<void>
}

/**
 * Starts host and browser and opens the page, with the probe in it. `paths` are on the command line, so they are opened and
 * played; `env` goes to the host.
 */
export async function openApp(
  folder: string,
  paths: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<BenchApp> {
  const host = await startHost({ dataFolder: path.join(folder, 'data'), args: paths, env })
  let channel: ReturnType<typeof socketChannel> | null = null
  let browser: BenchBrowser | null = null
  const close = async (): Promise<void> => {
    channel?.close()
    await browser?.close()
    await host.stop()
  }
  try {
    browser = await launchBrowser()
    const page = await browser.context.newPage()
    await addProbe(page)
    await page.goto(host.address)
    // The files of the command line go to the first page that connects: the contract's own line comes after it.
    await page.locator('main').waitFor()
    channel = socketChannel({ openLine: nodeLine(host.address) })
    return { host, browser, page, bridge: bridgeOver(channel), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Opens files through the contract. Rejects when one of them cannot be had. */
export async function openFiles(bridge: Bridge, paths: readonly string[]): Promise<readonly Track[]> {
  const reply = await bridge.call('files.open', { paths: [...paths], taskId: 'bench' })
  if (!reply.ok) throw new Error(`files.open: ${reply.error.code}`)
  const bad = reply.value.skipped[0]
  if (bad !== undefined) throw new Error(`${bad.name}: ${bad.error.code}`)
  return reply.value.tracks
}

/** Shows the list of files that the app was started with (named after their folder), paused. */
export async function showOpened(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('listitem').filter({ hasText: name }).getByRole('button').click()
  await page.locator('table[role=grid]').waitFor()
  await pause(page)
}

/**
 * How a click comes about. `bare`: out of nowhere, without a pointer before it, as assistive technology clicks. `person`: the
 * pointer rests on the button for 120 ms, and the press takes 80 ms.
 */
export type Clicking = 'bare' | 'person'

/** Clicks the play button of a row of the list on screen. `name`: the file that must be in it. */
export async function playRow(page: Page, index: number, clicking: Clicking, name?: string): Promise<void> {
  const row = page.locator(`[data-row="${index}"]`)
  // The pointer comes from a place where there is nothing to be played.
  await page.mouse.move(1, 1)
  // Only rows in sight exist: the list is scrolled first.
  await page.locator('table[role=grid]').evaluate((table, place) => {
    const rowHeight = table.querySelector('tbody tr')?.clientHeight ?? 0
    let scroller = table.parentElement
    while (scroller !== null && !/auto|scroll/.test(getComputedStyle(scroller).overflowY))
      scroller = scroller.parentElement
    if (scroller !== null) scroller.scrollTop = place * rowHeight
  }, index)
  const words = (await row.textContent()) ?? ''
  if (name !== undefined && !words.includes(path.parse(name).name))
    throw new Error(`Row ${index} holds ${words}, not ${name}`)
  await page.evaluate(() => window.bench.forget())
  const button = row.locator('[data-action=play]')
  if (clicking === 'bare') {
    await button.dispatchEvent('click')
    return
  }
  await button.hover()
  await page.waitForTimeout(120)
  await page.mouse.down()
  await page.waitForTimeout(80)
  await page.mouse.up()
}

/** Pauses, if something plays. */
export async function pause(page: Page): Promise<void> {
  const button = page.getByRole('contentinfo').getByRole('button', { name: 'Pause', exact: true })
  if (await button.isVisible()) await button.click()
}

/** Waits until the audio output sleeps, as it does some time after a pause. */
export async function untilAsleep(page: Page): Promise<void> {
  await page.waitForFunction(() => window.bench.contexts.every((context) => context.state === 'suspended'), null, {
    polling: 100,
  })
}
