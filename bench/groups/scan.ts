import { spawn } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import Database from 'better-sqlite3'
import { parseFile } from 'music-metadata'
import type { Bridge } from '../../src/contract/index.ts'
import { openApp } from '../browser/app.ts'
import { type LoopBlocks, longestOf, loopBlocks, loopWatch, watchPage, type PageBlocks } from '../browser/blocks.ts'
import type { Bench, Group } from '../group.ts'
import { makeCollection, tracksPerAlbum } from '../material/collection.ts'
import { alone, beside, limited, median, type Figure } from '../report/index.ts'

const fileCount = 10_000
const againRounds = 3
const limits = { firstSeconds: 60, timesAlone: 1.5, againSeconds: 3, blockMs: 50 }
/** Files that music-metadata has open at once: as many as the scan. */
const readsAtOnce = 8

/** A first scan of ten thousand tagged files with the library on screen, beside reading their tags and nothing else. */
export const scan: Group = { name: 'scan', run }

async function run(bench: Bench): Promise<readonly Figure[]> {
  const music = path.join(bench.folder, 'music')
  bench.tell('scan: writing the files')
  // A quick run shows that it works.
  const wanted = bench.runs(againRounds + 1) > againRounds ? fileCount : 500
  const count = await makeCollection(music, wanted / tracksPerAlbum)
  // Two gigabytes on their way to the disk are the bench's, not the scan's.
  await untilWritten()
  bench.tell('scan: music-metadata alone')
  const aloneSeconds = await readAlone(music, count)
  const loopFile = path.join(bench.folder, 'loop.txt')
  const app = await openApp(bench.folder, [], loopWatch(loopFile))
  try {
    const { page, bridge } = app
    await page.getByRole('navigation').getByRole('button', { name: 'Library', exact: true }).click()
    // The start of the page is another group's: it is over when the page has nothing more to do.
    await page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve())))
    const blocksOf = await watchPage(page)
    const database = new Database(path.join(bench.folder, 'data', 'melofy.sqlite'), { readonly: true })
    bench.tell('scan: first')
    const first = await timedScan(bridge, async () => {
      const reply = await bridge.call('library.addFolders', { paths: [music] })
      if (!reply.ok) throw new Error(reply.error.code)
    })
    await untilGrouped(database)
    const groupedAt = Date.now()
    database.close()
    // The list is in step with the library a moment after it.
    await page.waitForTimeout(3000)
    const firstBlocks = await blocksOf()
    await expectAll(bridge, count)
    const firstLoop = await loopBlocks(loopFile, first.fromMs, Date.now())
    const again: number[] = []
    const againLoops: LoopBlocks[] = []
    const againBlocksOf = await watchPage(page)
    for (let round = 0; round < bench.runs(againRounds); round += 1) {
      bench.tell(`scan: again ${round + 1}`)
      const { fromMs, toMs } = await timedScan(bridge, async () => {
        await bridge.call('library.scan', { ids: null })
      })
      again.push((toMs - fromMs) / 1000)
      await page.waitForTimeout(500)
      againLoops.push(await loopBlocks(loopFile, fromMs, Date.now()))
    }
    const firstSeconds = (first.toMs - first.fromMs) / 1000
    const what = `first scan of ${count.toLocaleString('en')} tagged files with covers`
    const named = { id: 'scan.first', what, unit: 's' }
    return [
      limited(named, firstSeconds, limits.firstSeconds),
      limited(
        { id: 'scan.first.ratio', what: `${what}, in times of music-metadata alone`, unit: '×' },
        firstSeconds / aloneSeconds,
        limits.timesAlone,
      ),
      beside({ ...named, id: 'scan.first.peer' }, firstSeconds, { what: 'music-metadata alone', value: aloneSeconds }),
      alone(
        { id: 'scan.first.grouped', what: 'until albums and artists are made as well', unit: 's' },
        (groupedAt - first.fromMs) / 1000,
      ),
      ...blockFigures('scan.first', 'during the first scan', firstBlocks, firstLoop),
      limited(
        { id: 'scan.again', what: 'scan of what did not change, median', unit: 's' },
        median(again),
        limits.againSeconds,
      ),
      ...blockFigures(
        'scan.again',
        'during a scan of what did not change',
        await againBlocksOf(),
        longestOf(againLoops),
      ),
    ]
  } finally {
    await app.close()
  }
}

function blockFigures(id: string, when: string, page: PageBlocks, loop: LoopBlocks): readonly Figure[] {
  const unit = 'ms'
  return [
    limited(
      { id: `${id}.backend`, what: `longest block of the backend’s main thread ${when}`, unit },
      loop.blockMs,
      limits.blockMs,
    ),
    alone(
      { id: `${id}.backend.work`, what: `the most processor time of one block of that thread ${when}`, unit },
      loop.workMs,
    ),
    limited(
      { id: `${id}.page`, what: `longest task of the page ${when} (0: none of 50 ms)`, unit },
      Math.max(0, ...page.tasks),
      limits.blockMs,
    ),
    alone({ id: `${id}.tasks`, what: `tasks of 50 ms and more ${when}`, unit: '' }, page.tasks.length),
    alone({ id: `${id}.frame`, what: `longest time between two frames ${when}`, unit }, page.longestFrameMs),
  ]
}

/** Begins a scan and waits for its end; Unix times. */
async function timedScan(
  bridge: Bridge,
  begin: () => Promise<void>,
): Promise<{ readonly fromMs: number; readonly toMs: number }> {
  const ended = Promise.withResolvers<void>()
  let hasBegun = false
  const stop = bridge.on('library.scan', (status) => {
    if (status.kind === 'scanning') hasBegun = true
    else if (status.kind === 'stopped') ended.reject(new Error(status.error.code))
    else if (hasBegun) ended.resolve()
  })
  try {
    const fromMs = Date.now()
    await begin()
    await ended.promise
    return { fromMs, toMs: Date.now() }
  } finally {
    stop()
  }
}

/** Waits until the disk has what was written; where the system has no command for it, it writes meanwhile. */
async function untilWritten(): Promise<void> {
  const child = spawn('sync', { stdio: 'ignore' })
  await new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('close', () => resolve())
  })
}

async function untilGrouped(database: Database.Database): Promise<void> {
  const left = database.prepare('SELECT count(*) FROM library_stale').pluck()
  while (left.get() !== 0) await new Promise((resolve) => setTimeout(resolve, 20))
}

async function expectAll(bridge: Bridge, count: number): Promise<void> {
  const summary = await bridge.call('library.summary', null)
  if (!summary.ok || summary.value.tracks !== count) throw new Error(`Not ${count} tracks: ${JSON.stringify(summary)}`)
}

/** Reads the tags of all files and does nothing with them; seconds. */
async function readAlone(folder: string, count: number): Promise<number> {
  const from = performance.now()
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = names.filter((name) => name.isFile()).map((name) => path.join(name.parentPath, name.name))
  let next = 0
  let read = 0
  const reader = async (): Promise<void> => {
    for (let file = files[next]; file !== undefined; file = files[next]) {
      next += 1
      const { common } = await parseFile(file)
      if (common.title !== undefined) read += 1
    }
  }
  await Promise.all(Array.from({ length: readsAtOnce }, reader))
  if (read !== count) throw new Error(`${read} files read instead of ${count}`)
  return (performance.now() - from) / 1000
}
