import type { Page } from 'playwright-core'
import { listenTo } from '../../e2e/listening/index.ts'
import {
  generated,
  heardStretches,
  noLimits,
  type NodeStandIn,
  type NodeTrack,
  startNodeStandIn,
} from '../../testkit/nodelink/index.ts'
import { type BenchApp, openApp, pause, untilAsleep } from '../browser/app.ts'
import { dropElement, playElement } from '../browser/element.ts'
import { untilStarted } from '../browser/probe.ts'
import type { Bench, Group } from '../group.ts'
import { type Format, track } from '../material/tracks.ts'
import { alone, beside, type Figure, limited, median, p95 } from '../report/index.ts'

/** How long the node takes for each answer. */
const nodeMs = 50
const coldLimitMs = 250
const hoveredLimitMs = 80
/** A pointer that rests on a row this long has asked for it. */
const hoverMs = 300
/**
 * Rounds of each kind. Between two clicks the output falls asleep, which keeps the app within what it may ask a node. A round with
 * originals has two clicks out of nowhere: so many that the p95 is not simply the slowest.
 */
const originalRounds = 14
const decodedRounds = 8
const containers: readonly Format[] = ['mp3', 'm4a', 'webm', 'flac']
/** The rate of generated sound, in Hz. */
const generatedHz = 48_000

/** `original`: from where the node says it lies. `decoded`: as samples, from the node. */
type Way = 'original' | 'decoded'

/** Click to sound of tracks that a NodeLink server has: the stand-in, which takes its time for everything. */
export const nodelink: Group = { name: 'nodelink', run }

async function run(bench: Bench): Promise<readonly Figure[]> {
  const original = await withNode(bench, 'original', (node, app) => measureOriginal(bench, node, app))
  const gap = await withNode(bench, 'original', longestGap)
  const decoded = await withNode(bench, 'decoded', (node, app) => measureDecoded(bench, node, app))
  const unit = 'ms'
  const click = 'click to the sound'
  const element = { what: '<audio> with the address known, median', value: median(original.element) }
  return [
    limited({ id: 'nodelink.cold.p95', what: `${click}, out of nowhere, p95`, unit }, p95(original.cold), coldLimitMs),
    beside({ id: 'nodelink.cold.p50', what: `${click}, out of nowhere, median`, unit }, median(original.cold), element),
    limited(
      { id: 'nodelink.hovered.p95', what: `${click}, the pointer on it for ${hoverMs} ms before, p95`, unit },
      p95(original.hovered),
      hoveredLimitMs,
    ),
    beside(
      { id: 'nodelink.hovered.p50', what: `${click}, the pointer on it for ${hoverMs} ms before, median`, unit },
      median(original.hovered),
      element,
    ),
    limited({ id: 'nodelink.gap', what: 'from one track to the next, the longest gap', unit: 'frames' }, gap, 0),
    alone(
      { id: 'nodelink.decoded.p95', what: `${click}, out of nowhere, decoded by the node, p95`, unit },
      p95(decoded),
    ),
    alone(
      { id: 'nodelink.decoded.p50', what: `${click}, out of nowhere, decoded by the node, median`, unit },
      median(decoded),
    ),
  ]
}

/** The app with a node whose every answer takes its time; makes sure that the sound came the way it is said to. */
async function withNode<Value>(
  bench: Bench,
  way: Way,
  work: (node: NodeStandIn, app: BenchApp) => Promise<Value>,
): Promise<Value> {
  const node = await startNodeStandIn({
    limits: noLimits,
    behaviour: { driftsLoudness: false, hasTrackStream: way === 'original' },
  })
  const app = await openApp(bench.folder)
  try {
    await app.bridge.call('settings.update', { loudness: 'off' })
    await app.bridge.call('nodelink.add', { name: 'Attic', address: node.address, password: node.password })
    node.faults.add('*', { kind: 'delay', delayMs: nodeMs })
    const value = await work(node, app)
    const hasDecoded = node.requests.some(({ path, query }) => path === '/v4/loadstream' && query.has('encodedTrack'))
    if (hasDecoded !== (way === 'decoded')) throw new Error(`The sound came another way than ${way}`)
    return value
  } finally {
    await app.close()
    await node.close()
  }
}

interface Waits {
  readonly cold: readonly number[]
  readonly hovered: readonly number[]
  readonly element: readonly number[]
}

async function measureOriginal(bench: Bench, node: NodeStandIn, { page, browser }: BenchApp): Promise<Waits> {
  const waits = { cold: new Array<number>(), hovered: new Array<number>(), element: new Array<number>() }
  // The app's own page lets no other address be played.
  const blank = await browser.context.newPage()
  await page.bringToFront()
  const rounds = bench.runs(originalRounds)
  for (let round = 0; round < rounds; round += 1) {
    bench.tell(`nodelink: ${rounds - round} to go`)
    const { word, tracks } = await addTracks(node, round)
    await search(page, word, tracks.length)
    for (const title of ['cold', 'again']) waits.cold.push(await clickBare(page, `${word} ${title}`))
    await untilAsleep(page)
    await page.mouse.move(1, 1)
    await page.evaluate(() => window.bench.forget())
    await playButton(page, `${word} hovered`).hover()
    await page.waitForTimeout(hoverMs)
    await page.mouse.down()
    await page.mouse.up()
    waits.hovered.push((await untilStarted(page)).waitMs)
    await pause(page)
    await untilAsleep(page)
    const [cold] = tracks
    if (cold === undefined) throw new Error('unreachable')
    await blank.bringToFront()
    waits.element.push((await playElement(blank, node.originOf(cold).sign())).soundMs)
    await dropElement(blank)
    await page.bringToFront()
  }
  return waits
}

async function measureDecoded(bench: Bench, node: NodeStandIn, { page }: BenchApp): Promise<readonly number[]> {
  const waits: number[] = []
  const rounds = bench.runs(decodedRounds)
  for (let round = 0; round < rounds; round += 1) {
    bench.tell(`nodelink, decoded: ${rounds - round} to go`)
    const { word, tracks } = await addTracks(node, round)
    await search(page, word, tracks.length)
    waits.push(await clickBare(page, `${word} cold`))
  }
  return waits
}

/** Tracks of one round, found by a word of their own. The three that follow a click are fetched ahead; `again` is none of them. */
async function addTracks(
  node: NodeStandIn,
  round: number,
): Promise<{ readonly word: string; readonly tracks: readonly NodeTrack[] }> {
  const word = String.fromCodePoint(97 + round).repeat(6)
  const sound = await track(containers[round % containers.length] ?? 'mp3')
  const titles = ['cold', 'between', 'further', 'last', 'again', 'behind', 'beyond', 'hovered']
  return { word, tracks: titles.map((title) => node.addTrack({ title: `${word} ${title}`, author: 'Bench', sound })) }
}

/** Clicks as nobody with a pointer would, waits for the sound, in ms, and pauses. */
async function clickBare(page: Page, title: string): Promise<number> {
  await untilAsleep(page)
  await page.mouse.move(1, 1)
  await page.evaluate(() => window.bench.forget())
  await playButton(page, title).dispatchEvent('click')
  const { waitMs } = await untilStarted(page)
  await pause(page)
  return waitMs
}

/** Plays tracks that follow each other; the longest silence between two, and whatever is missing or too much, in frames. */
async function longestGap(node: NodeStandIn, { page, host }: BenchApp): Promise<number> {
  const sounds = [3000, 2000, 2000, 1500].map((durationMs) => generated(durationMs))
  for (const [index, sound] of sounds.entries()) node.addTrack({ title: `Join ${index}`, author: 'Bench', sound })
  const ear = await listenTo({ page: () => page, address: () => host.address }, generatedHz)
  await search(page, 'Join', sounds.length)
  await playButton(page, 'Join 0').dispatchEvent('click')
  await ear.untilSound()
  await page.getByRole('contentinfo').getByRole('button', { name: 'Play', exact: true }).waitFor()
  const heard = await ear.untilQuiet()
  const ends = sounds.map((sound) => {
    const stretches = heardStretches(heard, sound)
    const [whole] = stretches
    if (stretches.length !== 1 || whole?.from !== 0 || whole.to !== sound.frames)
      throw new Error(`Not heard whole: ${JSON.stringify(stretches)}`)
    return whole.endsAt
  })
  const gaps = ends.slice(1).map((end, index) => end - (ends[index] ?? 0) - (sounds[index + 1]?.frames ?? 0))
  return Math.max(...gaps.map(Math.abs))
}

async function search(page: Page, text: string, count: number): Promise<void> {
  await page.getByRole('searchbox').fill(text)
  await page.locator(`[data-results-of="${text}"]`).waitFor()
  await page
    .getByRole('main')
    .locator('[data-row]')
    .nth(count - 1)
    .waitFor()
}

function playButton(page: Page, title: string) {
  const rows = page.getByRole('main').locator('[data-row]')
  return rows.filter({ hasText: title }).locator('[data-action=play]').first()
}
