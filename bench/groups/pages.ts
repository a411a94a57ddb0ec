import { link, mkdir } from 'node:fs/promises'
import path from 'node:path'
import Database from 'better-sqlite3'
import { silentLog } from '../../main/backend/index.ts'
import { createLibraryIndex } from '../../main/backend/library/lists/index.ts'
import { createSearchIndex } from '../../main/backend/search/index.ts'
import { openStore } from '../../main/backend/store/index.ts'
import { bridgeOver } from '../../renderer/bridge/channel.ts'
import { socketChannel } from '../../renderer/bridge/socket.ts'
import type { Bridge } from '../../src/contract/index.ts'
import { nodeLine } from '../../testkit/bridges/socket.ts'
import { makeRows, writeRows } from '../../testkit/library/index.ts'
import { loopBlocks, loopWatch, watchPage } from '../browser/blocks.ts'
import { clickOn, openingMs, scrolled, typingMs, untilShown } from '../browser/opening.ts'
import { library, lists, tour } from '../browser/tour.ts'
import { openUnwatched, type UnwatchedApp } from '../browser/unwatched.ts'
import type { Bench, Group } from '../group.ts'
import { ffmpeg } from '../material/ffmpeg.ts'
import { alone, largest, limited, median, type Figure } from '../report/index.ts'

const rounds = 7
const playlistRows = 10_000
const likedTracks = 2000
const limits = { openMs: 100, droppedPercent: 2, memoryMb: 350, blockMs: 50 }

/** The interface on a library of a hundred thousand tracks: opening its pages, scrolling, memory. */
export const pages: Group = { name: 'pages', run }

async function run(bench: Bench): Promise<readonly Figure[]> {
  // A quick run shows that it works; the numbers are then those of a small library.
  const rowCount = bench.runs(rounds) < rounds ? 5000 : 100_000
  bench.tell(`pages: writing ${rowCount} tracks`)
  await writeLibrary(path.join(bench.folder, 'data'), rowCount)
  await writeCovers(bench.folder)
  const loopFile = path.join(bench.folder, 'loop.txt')
  const app = await openUnwatched(path.join(bench.folder, 'data'), [], loopWatch(loopFile))
  const channel = socketChannel({ openLine: nodeLine(app.address) })
  try {
    const playlistId = await fillLists(bridgeOver(channel), path.join(bench.folder, 'data', 'melofy.sqlite'))
    // The start is another group's: folders are looked at, and what a start leaves for later is done, in its first seconds.
    await pause(8000)
    const waits = new Map<string, number[]>()
    const fromMs = Date.now()
    const tasks: number[] = []
    for (let round = 0; round < bench.runs(rounds); round += 1) {
      bench.tell(`pages: ${round + 1}`)
      await reload(app)
      const blocks = await watchPage(app)
      for (const { name, ms } of await openAll(app, round, playlistId))
        waits.set(name, [...(waits.get(name) ?? []), ms])
      tasks.push(...(await blocks()).tasks)
    }
    const loop = await loopBlocks(loopFile, fromMs, Date.now())
    bench.tell('pages: scrolling')
    const scrolls = await scrollFigures(app, playlistId)
    const what = 'memory of the page’s process after all this'
    return [
      ...[...waits].flatMap(([name, times]) => openFigures(name, times)),
      limited(
        { id: 'pages.open.task', what: 'longest task of the page meanwhile (0: none of 50 ms)', unit: 'ms' },
        Math.max(0, ...tasks),
        limits.blockMs,
      ),
      limited(
        { id: 'pages.open.loop', what: 'longest block of the backend’s main thread meanwhile', unit: 'ms' },
        loop.blockMs,
        limits.blockMs,
      ),
      alone(
        { id: 'pages.open.loop.work', what: 'the most processor time of one block of that thread', unit: 'ms' },
        loop.workMs,
      ),
      ...scrolls,
      limited({ id: 'pages.memory', what, unit: 'MB' }, await app.memoryMb(), limits.memoryMb),
    ]
  } finally {
    channel.close()
    await app.close()
  }
}

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms)
  })

/** Loads the page anew and waits until it shows what it begins with. */
async function reload(app: UnwatchedApp): Promise<void> {
  await app.evaluate('void setTimeout(() => location.reload())')
  // While the page is loaded anew it answers nothing.
  await pause(500)
  await untilShown(app, { selector: 'main h2', words: 'New in your library' })
  await quiet(app)
}

/** Until the page has nothing left to do. */
async function quiet(app: UnwatchedApp): Promise<void> {
  await pause(700)
  await app.evaluate('new Promise((resolve) => requestIdleCallback(() => resolve(null)))')
}

function openFigures(name: string, times: readonly number[]): readonly Figure[] {
  const id = `pages.open.${name.replaceAll(' ', '-')}`
  const unit = 'ms'
  return [
    limited({ id: `${id}.max`, what: `click to painted: ${name}, the slowest`, unit }, largest(times), limits.openMs),
    alone({ id: `${id}.p50`, what: `click to painted: ${name}, median`, unit }, median(times)),
  ]
}

/** Opens every page once, each from another one, as a person would: by clicks. */
async function openAll(
  app: UnwatchedApp,
  round: number,
  playlistId: string,
): Promise<readonly { readonly name: string; readonly ms: number }[]> {
  const opened: { name: string; ms: number }[] = []
  for (const { name, target, shown } of tour(round, playlistId)) {
    if (name === null) {
      await clickOn(app, target)
      continue
    }
    opened.push({ name, ms: await openingMs(app, target, shown) })
    await quiet(app)
  }
  const letter = 'bcdeghi'[round] ?? 's'
  opened.push({
    name: 'results of a letter',
    ms: await typingMs(app, letter, { selector: `main [data-results-of="${letter}"]` }),
  })
  return opened
}

async function scrollFigures(app: UnwatchedApp, playlistId: string): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  await clickOn(app, library)
  for (const { name, target, shown } of lists(playlistId)) {
    await clickOn(app, target)
    await untilShown(app, shown)
    await quiet(app)
    for (const { pace, px } of [
      { pace: 'reading', px: 12 },
      { pace: 'flying', px: 120 },
    ]) {
      const { droppedPercent } = await scrolled(app, px, 5)
      const id = `pages.scroll.${name.replaceAll(/\W+/g, '-')}.${pace}`
      const words = `frames dropped while scrolling ${name}, ${(px * 60).toLocaleString('en')} px a second`
      figures.push(limited({ id, what: words, unit: '%' }, droppedPercent, limits.droppedPercent))
    }
  }
  return figures
}

/** As scans leave it: grouped and in the search index. */
async function writeLibrary(folder: string, rowCount: number): Promise<void> {
  const store = openStore({ folder, log: silentLog })
  writeRows(store, makeRows(rowCount))
  const lists = createLibraryIndex({ store, onChange: () => undefined })
  lists.regroup()
  lists.close()
  await createSearchIndex(store).rebuildIfOutdated(new AbortController().signal)
  store.close()
}

/** Likes, a long playlist and some that rules fill; answers the id of the long one. */
async function fillLists(bridge: Bridge, database: string): Promise<string> {
  const raw = new Database(database, { readonly: true })
  const ids = raw.prepare('SELECT track_id FROM library_track ORDER BY row_id * 7919 % 100003').pluck().all()
  raw.close()
  const trackIds = ids.filter((id) => typeof id === 'string')
  const likes = await bridge.call('likes.set', { trackIds: trackIds.slice(0, likedTracks), liked: true })
  const name = 'Ten thousand'
  const long = await bridge.call('playlists.create', { name, trackIds: trackIds.slice(0, playlistRows), rules: null })
  const decade = (year: number) =>
    bridge.call('playlists.create', {
      name: `From ${year}`,
      trackIds: [],
      rules: {
        match: 'all',
        rules: [{ field: 'year', is: 'at-least', value: year }],
        sort: 'random',
        descending: false,
        limit: 100,
      },
    })
  const smart = await Promise.all([decade(1990), decade(2000)])
  if (!likes.ok || !long.ok || smart.some(({ ok }) => !ok)) throw new Error('The lists could not be made')
  return long.value.id
}

/** A picture for every album, under the hash that the rows name. */
async function writeCovers(folder: string): Promise<void> {
  const raw = new Database(path.join(folder, 'data', 'melofy.sqlite'), { readonly: true })
  const hashes = raw.prepare('SELECT DISTINCT cover_hash FROM track WHERE cover_hash IS NOT NULL').pluck().all()
  raw.close()
  const covers = path.join(folder, 'data', 'covers')
  await mkdir(covers, { recursive: true })
  const pictures = await Promise.all(
    Array.from({ length: 20 }, async (_, at) => {
      const file = path.join(folder, `picture-${at}.jpg`)
      const look = `testsrc2=s=600x600:d=${at + 1},hue=h=${at * 18}`
      await ffmpeg(['-f', 'lavfi', '-i', look, '-frames:v', '1', '-q:v', '3', file])
      return file
    }),
  )
  for (const [at, hash] of hashes.entries()) {
    const picture = pictures[at % pictures.length]
    if (typeof hash === 'string' && picture !== undefined) await link(picture, path.join(covers, hash))
  }
}
