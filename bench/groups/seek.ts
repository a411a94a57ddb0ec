import path from 'node:path'
import type { Page } from 'playwright-core'
import { openApp, openFiles, pause, playRow, showOpened, type BenchApp } from '../browser/app.ts'
import { dropElement, elementTime, playElement, seekElement } from '../browser/element.ts'
import { untilDecoded, untilJumped, untilPlaying } from '../browser/probe.ts'
import type { Bench, Group } from '../group.ts'
import { copies, formats, longTracks, track, trackSeconds } from '../material/tracks.ts'
import { alone, beside, limited, median, p95, type Figure } from '../report/index.ts'

const limitInsideMs = 20
const limitOutsideMs = 80
const rounds = 2
/** Seeks of each kind in a row, before the other player has its turn. */
const perRound = 5
/** Far seeks after a rest: an even number, so that the last place is far from the next round's first. */
const restedPerRound = 4
/** Rest of the element between two seeks, and of the app before those that are told apart as rested, in ms. */
const restMs = 700

/** Waits of one file, in ms. `own`: until the new place was handed to the output device. */
interface Waits {
  readonly inside: number[]
  readonly outside: number[]
  /** Outside, after a rest. Beside the others for comparison: the limit is for every far seek, also the one right after a start. */
  readonly rested: number[]
  readonly elementInside: number[]
  readonly elementOutside: number[]
}

interface Piece {
  readonly name: string
  readonly seconds: number
  readonly isLong: boolean
}

/** Seeking in the real interface: with the keys of the seek bar inside the decoded window, with the pointer outside of it. */
export const seek: Group = { name: 'seek', run }

async function run(bench: Bench): Promise<readonly Figure[]> {
  const folder = path.join(bench.folder, 'music')
  const pieces: Piece[] = []
  for (const format of formats) {
    const name = `track-${format}.${format}`
    await copies(await track(format), folder, [name])
    pieces.push({ name, seconds: trackSeconds, isLong: false })
  }
  for (const [format, file] of Object.entries(await longTracks())) {
    const name = `track-long-${format}${path.extname(file)}`
    await copies(file, folder, [name])
    pieces.push({ name, seconds: 3 * 3600, isLong: true })
  }
  pieces.sort((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }))
  const app = await openApp(bench.folder, [folder])
  try {
    await showOpened(app.page, 'music')
    const tracks = await openFiles(app.bridge, [folder])
    const latencies: number[] = []
    const results: { readonly piece: Piece; readonly waits: Waits }[] = []
    for (const [place, piece] of pieces.entries()) {
      bench.tell(`seek: ${piece.name}`)
      const opened = tracks.find((each) => path.basename(each.location ?? '') === piece.name)
      if (opened === undefined) throw new Error(`${piece.name} was not opened`)
      const url = new URL(opened.audioPath, app.host.address).href
      const waits: Waits = { inside: [], outside: [], rested: [], elementInside: [], elementOutside: [] }
      for (let round = 0; round < bench.runs(rounds); round += 1) {
        await seekApp(app, { place, piece, round, waits, latencies })
        await seekInElement(app.page, { url, piece, round, waits })
      }
      results.push({ piece, waits })
    }
    return figures(results, median(latencies))
  } finally {
    await app.close()
  }
}

/** A place in the file, as a share of it: always farther from the one before than the window reaches, forwards and back in turn. */
function farShare(turn: number): number {
  return (turn % 2 === 0 ? 0.8 : 0.3) + (turn % 7) * 0.01
}

async function seekApp(
  { page }: BenchApp,
  job: {
    readonly place: number
    readonly piece: Piece
    readonly round: number
    readonly waits: Waits
    readonly latencies: number[]
  },
): Promise<void> {
  await playRow(page, job.place, 'person', job.piece.name)
  await untilPlaying(page)
  const bar = page.getByRole('slider', { name: 'Position', exact: true })
  const line = await bar.boundingBox()
  if (line === null) throw new Error('There is no seek bar')
  for (let turn = 0; turn < perRound; turn += 1) {
    const share = farShare(job.round * perRound + turn)
    await page.evaluate(() => window.bench.forget())
    await page.mouse.click(line.x + line.width * share, line.y + line.height / 2)
    const outside = await untilJumped(page)
    if (outside.inside) throw new Error(`${job.piece.name}: a far seek stayed inside the window`)
    job.waits.outside.push(outside.renderedMs)
    job.latencies.push(outside.outputLatencyMs)
    // Five seconds on, which the window holds as soon as it has filled.
    await untilDecoded(page, 8)
    await bar.focus()
    await page.evaluate(() => window.bench.forget())
    await page.keyboard.press('ArrowRight')
    const inside = await untilJumped(page)
    if (!inside.inside) throw new Error(`${job.piece.name}: a short seek left the window`)
    job.waits.inside.push(inside.renderedMs)
  }
  for (let turn = 0; turn < restedPerRound; turn += 1) {
    await page.waitForTimeout(restMs)
    await page.evaluate(() => window.bench.forget())
    const share = farShare((job.round + 1) * perRound + turn)
    await page.mouse.click(line.x + line.width * share, line.y + line.height / 2)
    const rested = await untilJumped(page)
    if (!rested.inside) job.waits.rested.push(rested.renderedMs)
    await untilDecoded(page, 8)
  }
  await pause(page)
}

async function seekInElement(
  page: Page,
  job: { readonly url: string; readonly piece: Piece; readonly round: number; readonly waits: Waits },
): Promise<void> {
  const { url, piece, round, waits } = job
  await playElement(page, url)
  for (let turn = 0; turn < perRound; turn += 1) {
    const share = farShare(round * perRound + turn)
    waits.elementOutside.push((await seekElement(page, piece.seconds * share)).soundMs)
    await page.waitForTimeout(restMs)
    waits.elementInside.push((await seekElement(page, (await elementTime(page)) + 5)).soundMs)
  }
  await dropElement(page)
}

function figures(
  results: readonly { readonly piece: Piece; readonly waits: Waits }[],
  latencyMs: number,
): readonly Figure[] {
  const unit = 'ms'
  const all = (pick: (waits: Waits) => readonly number[]): number[] => results.flatMap(({ waits }) => pick(waits))
  const kinds = [
    {
      id: 'inside',
      what: 'seek inside the window',
      limitMs: limitInsideMs,
      own: (waits: Waits) => waits.inside,
      element: (waits: Waits) => waits.elementInside,
    },
    {
      id: 'outside',
      what: 'seek outside the window',
      limitMs: limitOutsideMs,
      own: (waits: Waits) => waits.outside,
      element: (waits: Waits) => waits.elementOutside,
    },
  ]
  const found = [
    alone({ id: 'seek.latency', what: 'latency of this output device: "rendered" is without it', unit }, latencyMs),
  ]
  found.push(
    alone(
      { id: 'seek.rested.p95', what: 'seek outside the window after a rest, rendered, all files, p95', unit },
      p95(all((waits) => waits.rested)),
    ),
    alone(
      { id: 'seek.rested.p50', what: 'seek outside the window after a rest, rendered, all files, median', unit },
      median(all((waits) => waits.rested)),
    ),
  )
  for (const { id, what, limitMs, own, element } of kinds) {
    const peer = '<audio>, by its own clock, median'
    found.push(
      limited({ id: `seek.${id}.p95`, what: `${what}, rendered, all files, p95`, unit }, p95(all(own)), limitMs),
      beside({ id: `seek.${id}.p50`, what: `${what}, rendered, all files, median`, unit }, median(all(own)), {
        what: peer,
        value: median(all(element)),
      }),
      alone({ id: `seek.${id}.heard`, what: `${what}, heard, all files, p95`, unit }, p95(all(own)) + latencyMs),
    )
    for (const { piece, waits } of results) {
      const kind = path.extname(piece.name).slice(1)
      const name = piece.isLong ? `three-hour ${kind}` : kind
      const key = `seek.${id}.${piece.isLong ? 'long-' : ''}${kind}`
      found.push(
        limited({ id: `${key}.p95`, what: `${what}, rendered, ${name}, p95`, unit }, p95(own(waits)), limitMs),
        beside({ id: `${key}.p50`, what: `${what}, rendered, ${name}, median`, unit }, median(own(waits)), {
          what: peer,
          value: median(element(waits)),
        }),
      )
    }
  }
  return found
}
