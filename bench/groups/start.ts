import path from 'node:path'
import { openApp, openFiles, pause, playRow, showOpened, untilAsleep } from '../browser/app.ts'
import { dropElement, playElement } from '../browser/element.ts'
import { untilStarted } from '../browser/probe.ts'
import type { Bench, Group } from '../group.ts'
import { copies, formats, track, type Format } from '../material/tracks.ts'
import { alone, beside, limited, median, p95, type Figure } from '../report/index.ts'

const limitMs = 60
const perFormat = 10

interface Waits {
  readonly app: number[]
  readonly element: number[]
}

/** Click to first audible frame: the real interface, a file it has not opened before, the output asleep. */
export const start: Group = { name: 'start', run }

async function run(bench: Bench): Promise<readonly Figure[]> {
  const rounds = bench.runs(perFormat)
  const folder = path.join(bench.folder, 'music')
  const elementFolder = path.join(bench.folder, 'for the element')
  const names = (format: string): string[] =>
    Array.from({ length: rounds }, (_, round) => `take-${String(round).padStart(3, '0')}-${format}.${format}`)
  const forElement = new Map<string, string>()
  // Two files that play first and stay away from what is measured: whatever follows the current track is decoded ahead.
  await copies(await track('wav'), folder, ['lead-a.wav', 'lead-b.wav'])
  for (const format of formats) {
    await copies(await track(format), folder, names(format))
    await copies(await track(format), elementFolder, names(format))
  }
  const app = await openApp(bench.folder, [folder])
  try {
    for (const each of await openFiles(app.bridge, [elementFolder]))
      forElement.set(path.basename(each.location ?? ''), each.audioPath)
    const { page } = app
    await showOpened(page, 'music')
    const waits = emptyWaits()
    const awake: number[] = []
    const latencies: number[] = []
    // From the end backwards, so that no row is the one decoded ahead.
    const order = Array.from({ length: rounds }, (_, round) => round).flatMap((round) =>
      formats.toSorted().map((format) => ({ round, format })),
    )
    for (const [place, { round, format }] of [...order.entries()].reverse()) {
      await untilAsleep(page)
      await playRow(page, place + 2, names(format)[round])
      const heard = await untilStarted(page)
      waits[format].app.push(heard.waitMs)
      latencies.push(heard.outputLatencyMs)
      await pause(page)
      await untilAsleep(page)
      const address = forElement.get(names(format)[round] ?? '')
      if (address === undefined) throw new Error(`No file for the element: ${format} ${round}`)
      waits[format].element.push((await playElement(page, new URL(address, app.host.address).href)).soundMs)
      await dropElement(page)
      if (place % formats.length === 0) bench.tell(`start: ${place} to go`)
    }
    // With the output awake: something else plays until the click. These files were opened before.
    await playRow(page, 0)
    await untilStarted(page)
    for (const [place, { format }] of [...order.entries()].reverse().slice(0, 3 * formats.length)) {
      if (format === 'wav') continue
      await playRow(page, place + 2)
      awake.push((await untilStarted(page)).waitMs)
    }
    return figures(waits, awake, latencies)
  } finally {
    await app.close()
  }
}

function figures(
  waits: Readonly<Record<Format, Waits>>,
  awake: readonly number[],
  latencies: readonly number[],
): Figure[] {
  const all = Object.values(waits)
  const everything = all.flatMap(({ app }) => app)
  const ofElement = all.flatMap(({ element }) => element)
  const latencyMs = median(latencies)
  const unit = 'ms'
  const title = 'click to first audible frame, cold'
  const ownTitle = 'that without the output latency'
  const peer = '<audio>, by its own clock, '
  return [
    limited({ id: 'start.all.p95', what: `${title}, all formats, p95`, unit }, p95(everything), limitMs),
    alone({ id: 'start.all.p50', what: `${title}, all formats, median`, unit }, median(everything)),
    alone({ id: 'start.latency', what: 'of that, latency of this output device', unit }, latencyMs),
    beside({ id: 'start.own.p50', what: `${ownTitle}, all formats, median`, unit }, median(everything) - latencyMs, {
      what: `${peer}median`,
      value: median(ofElement),
    }),
    beside({ id: 'start.own.p95', what: `${ownTitle}, all formats, p95`, unit }, p95(everything) - latencyMs, {
      what: `${peer}p95`,
      value: p95(ofElement),
    }),
    limited({ id: 'start.awake.p95', what: 'the same while something else plays, p95', unit }, p95(awake), limitMs),
    alone({ id: 'start.awake.p50', what: 'the same while something else plays, median', unit }, median(awake)),
    ...formats.flatMap((format) => [
      limited({ id: `start.${format}.p95`, what: `${title}, ${format}, p95`, unit }, p95(waits[format].app), limitMs),
      beside(
        { id: `start.${format}.own`, what: `${ownTitle}, ${format}, median`, unit },
        median(waits[format].app) - latencyMs,
        { what: `${peer}median`, value: median(waits[format].element) },
      ),
    ]),
  ]
}

function emptyWaits(): Record<Format, Waits> {
  const none = (): Waits => ({ app: [], element: [] })
  return { wav: none(), flac: none(), mp3: none(), m4a: none(), ogg: none(), opus: none(), webm: none() }
}
