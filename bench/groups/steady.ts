import path from 'node:path'
import type { Page } from 'playwright-core'
import { openApp, openFiles, pause, playRow, showOpened } from '../browser/app.ts'
import { launchBrowser } from '../browser/chromium.ts'
import { dropElement, playElement, seekElement } from '../browser/element.ts'
import { untilJumped, untilPlaying } from '../browser/probe.ts'
import { memoryWhileSkipping } from '../browser/unwatched.ts'
import { costOver, memoryMb, rendererOf, type Cost } from '../browser/processes.ts'
import type { Bench, Group } from '../group.ts'
import { copies, formats, longTracks, track } from '../material/tracks.ts'
import { alone, beside, largest, limited, median, type Figure } from '../report/index.ts'

const limitPercent = 8
const limitHiddenPercent = 0.5
const limitMb = 300
/** Tracks that are started one after the other, and how long each plays, in ms. */
const skips = 100
const skipMs = 1000
/** Each stretch, and how many of them take turns with the element's. */
const stretchSeconds = 12
const stretches = 2
/** Until the window is full and the interface has settled, in ms. */
const settleMs = 6000

interface Case {
  readonly id: string
  readonly what: string
  readonly file: string
}

/** What playing costs: processor time and memory of the page's process, beside an `<audio>` element in an empty page. */
export const steady: Group = { name: 'steady', run }

async function run(bench: Bench): Promise<readonly Figure[]> {
  if (process.platform !== 'linux') throw new Error('Memory is read from /proc: this group needs Linux')
  const folder = path.join(bench.folder, 'music')
  const long = await longTracks()
  await copies(await track('mp3', 44_100), folder, ['track-44.mp3'])
  await copies(await track('mp3', 48_000), folder, ['track-48.mp3'])
  await copies(long.mp3, folder, ['track-long.mp3'])
  const skipping = await memoryOfSkips(bench)
  const app = await openApp(bench.folder, [folder])
  const other = await launchBrowser()
  try {
    const { page, browser } = app
    await showOpened(page, 'music')
    const tracks = await openFiles(app.bridge, [folder])
    const rate = await page.evaluate(() => window.bench.contexts.at(-1)?.sampleRate ?? 0)
    const same = rate === 48_000 ? '48' : '44'
    const different = same === '48' ? '44' : '48'
    const cases: readonly Case[] = [
      { id: 'same', what: 'an mp3 at the output’s own rate', file: `track-${same}.mp3` },
      { id: 'resampled', what: 'an mp3 at another rate, resampled', file: `track-${different}.mp3` },
      { id: 'long', what: 'a three-hour mp3', file: 'track-long.mp3' },
    ]
    const empty = await emptyPage(other, app.host.address)
    const renderer = await rendererOf(browser.system, page)
    const emptyRenderer = await rendererOf(other.system, empty)
    const memory: number[] = []
    const elementMemory: number[] = []
    const figures: Figure[] = []
    const unit = '% of one core'
    for (const { id, what, file } of cases) {
      const place = tracks.findIndex((each) => path.basename(each.location ?? '') === file)
      const url = new URL(tracks[place]?.audioPath ?? '', app.host.address).href
      const own: Cost[] = []
      const element: Cost[] = []
      for (let turn = 0; turn < bench.runs(stretches); turn += 1) {
        bench.tell(`steady: ${what}`)
        await playRow(page, place, 'person', file)
        await untilPlaying(page)
        await page.waitForTimeout(settleMs)
        own.push(await costOver(browser.system, renderer, stretchSeconds))
        memory.push(await memoryMb(renderer))
        await pause(page)
        await playElement(empty, url)
        await empty.waitForTimeout(settleMs)
        element.push(await costOver(other.system, emptyRenderer, stretchSeconds))
        elementMemory.push(await memoryMb(emptyRenderer))
        await dropElement(empty)
      }
      const mine = median(own.map(({ renderer }) => renderer))
      figures.push(
        limited({ id: `steady.${id}.cpu`, what: `playing ${what}: the page’s process`, unit }, mine, limitPercent),
        beside({ id: `steady.${id}.cpu.element`, what: `playing ${what}: the page’s process`, unit }, mine, {
          what: '<audio> in an empty page',
          value: median(element.map(({ renderer }) => renderer)),
        }),
        beside(
          { id: `steady.${id}.cpu.all`, what: `playing ${what}: all of Chromium`, unit },
          median(own.map(({ all }) => all)),
          { what: '<audio> in an empty page', value: median(element.map(({ all }) => all)) },
        ),
      )
    }
    await seekAround(
      page,
      bench.runs(20),
      tracks.findIndex((each) => path.basename(each.location ?? '') === 'track-long.mp3'),
    )
    memory.push(await memoryMb(renderer))
    await pause(page)
    await playElement(empty, new URL(tracks.at(-1)?.audioPath ?? '', app.host.address).href)
    for (let turn = 0; turn < bench.runs(20); turn += 1) await seekElement(empty, 500 + ((turn * 4021) % 9000))
    elementMemory.push(await memoryMb(emptyRenderer))
    await dropElement(empty)

    const hidden = await costHidden(page, bench, () => costOver(browser.system, renderer, stretchSeconds * 2))
    return [
      ...figures,
      limited(
        {
          id: 'steady.memory',
          what: 'memory of the page’s process, largest, also after 20 seeks in three hours',
          unit: 'MB',
        },
        largest(memory),
        limitMb,
      ),
      limited(
        {
          id: 'steady.memory.skips',
          what: `memory of the page’s process while ${skips} tracks are started one after the other, largest`,
          unit: 'MB',
        },
        largest(skipping),
        limitMb,
      ),
      beside(
        { id: 'steady.memory.element', what: 'memory of the page’s process, largest', unit: 'MB' },
        largest(memory),
        {
          what: '<audio> in an empty page',
          value: largest(elementMemory),
        },
      ),
      limited(
        { id: 'steady.hidden.cpu', what: 'paused and hidden: the page’s process', unit },
        hidden.renderer,
        limitHiddenPercent,
      ),
      alone({ id: 'steady.hidden.cpu.all', what: 'paused and hidden: all of Chromium', unit }, hidden.all),
    ]
  } finally {
    await other.close()
    await app.close()
  }
}

/** Skips through tracks of all formats in an app of its own. */
async function memoryOfSkips(bench: Bench): Promise<readonly number[]> {
  bench.tell('steady: skipping')
  const count = bench.runs(skips)
  const folder = path.join(bench.folder, 'many')
  for (const format of formats) {
    const perFormat = Math.ceil((count + 1) / formats.length)
    await copies(
      await track(format),
      folder,
      Array.from({ length: perFormat }, (_, take) => `take-${String(take).padStart(2, '0')}-${format}.${format}`),
    )
  }
  return memoryWhileSkipping({
    dataFolder: path.join(bench.folder, 'data of many'),
    music: folder,
    count,
    everyMs: skipMs,
  })
}

/** A page with nothing on it that may play what the host serves: of the same origin, and without the host's content policy. */
async function emptyPage(other: Awaited<ReturnType<typeof launchBrowser>>, address: string): Promise<Page> {
  const page = await other.context.newPage()
  const session = await other.context.newCDPSession(page)
  await session.send('Page.enable')
  await session.send('Page.setBypassCSP', { enabled: true })
  await page.goto(new URL('nothing-here', address).href)
  return page
}

async function seekAround(page: Page, count: number, place: number): Promise<void> {
  await playRow(page, place, 'person', 'track-long.mp3')
  await untilPlaying(page)
  const line = await page.getByRole('slider', { name: 'Position', exact: true }).boundingBox()
  if (line === null) throw new Error('There is no seek bar')
  for (let turn = 0; turn < count; turn += 1) {
    await page.evaluate(() => window.bench.forget())
    await page.mouse.click(line.x + line.width * (0.05 + ((turn * 0.37) % 0.9)), line.y + line.height / 2)
    await untilJumped(page)
  }
}

/** Paused, and another tab in front, for long enough that the output sleeps and Chromium throttles. */
async function costHidden(page: Page, bench: Bench, measure: () => Promise<Cost>): Promise<Cost> {
  bench.tell('steady: paused and hidden')
  await pause(page)
  const front = await page.context().newPage()
  await front.bringToFront()
  await page.waitForFunction(() => document.visibilityState === 'hidden', null, { polling: 200 })
  await front.waitForTimeout(12_000)
  const cost = await measure()
  await front.close()
  return cost
}
