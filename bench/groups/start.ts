import path from 'node:path'
import { openApp, openFiles, pause, playRow, showOpened, untilAsleep } from '../browser/app.ts'
import { dropElement, playElement } from '../browser/element.ts'
import { untilStarted } from '../browser/probe.ts'
import type { Bench, Group } from '../group.ts'
import { copies, formats, track, type Format } from '../material/tracks.ts'
import { alone, beside, limited, median, p95, type Figure } from '../report/index.ts'

const limitMs = 60
/** Of each format: one half for bare clicks, one for those of a person. */
const perFormat = 16

interface Wait {
  readonly format: Format
  /** From the input to the first sample that leaves for the output. */
  readonly renderedMs: number
  /** The same, until it leaves the output. */
  readonly heardMs: number
  readonly latencyMs: number
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
    const bare: Wait[] = []
    const person: Wait[] = []
    const awake: Wait[] = []
    const element: { readonly format: Format; readonly soundMs: number }[] = []
    const started = async (format: Format): Promise<Wait> => {
      const { waitMs, renderedMs, outputLatencyMs } = await untilStarted(page)
      return { format, renderedMs, heardMs: waitMs, latencyMs: outputLatencyMs }
    }
    // From the end backwards, so that no row is the one decoded ahead.
    const order = Array.from({ length: rounds }, (_, round) => round).flatMap((round) =>
      formats.toSorted().map((format) => ({ round, format })),
    )
    for (const [place, { round, format }] of [...order.entries()].reverse()) {
      const isBare = round % 2 === 0
      await untilAsleep(page)
      await playRow(page, place + 2, isBare ? 'bare' : 'person', names(format)[round])
      if (isBare) bare.push(await started(format))
      else person.push(await started(format))
      await pause(page)
      await untilAsleep(page)
      const address = forElement.get(names(format)[round] ?? '')
      if (address === undefined) throw new Error(`No file for the element: ${format} ${round}`)
      if (isBare)
        element.push({ format, soundMs: (await playElement(page, new URL(address, app.host.address).href)).soundMs })
      await dropElement(page)
      if (place % formats.length === 0) bench.tell(`start: ${place} to go`)
    }
    // With the output awake: something else plays until the click. These files were opened before.
    await playRow(page, 0, 'bare')
    await untilStarted(page)
    for (const [place, { format }] of [...order.entries()].reverse().slice(0, 3 * formats.length)) {
      if (format === 'wav') continue
      await playRow(page, place + 2, 'bare')
      awake.push(await started(format))
    }
    return figures({ bare, person, awake, element })
  } finally {
    await app.close()
  }
}

function figures(found: {
  readonly bare: readonly Wait[]
  readonly person: readonly Wait[]
  readonly awake: readonly Wait[]
  readonly element: readonly { readonly format: Format; readonly soundMs: number }[]
}): Figure[] {
  const { bare, person, awake, element } = found
  const unit = 'ms'
  const peer = '<audio>, by its own clock, '
  const rendered = (waits: readonly Wait[]): number[] => waits.map(({ renderedMs }) => renderedMs)
  const heard = (waits: readonly Wait[]): number[] => waits.map(({ heardMs }) => heardMs)
  const ofElement = (format?: Format): number[] =>
    element.filter((each) => format === undefined || each.format === format).map(({ soundMs }) => soundMs)
  const byPerson = 'click to the sound, cold, after a pointer’s rest'
  const byNobody = 'click to the sound, cold, out of nowhere'
  return [
    // The limit is for every click, however it comes about, and up to the sound.
    limited({ id: 'start.all.p95', what: `${byNobody}, all formats, p95`, unit }, p95(heard(bare)), limitMs),
    alone({ id: 'start.all.p50', what: `${byNobody}, all formats, median`, unit }, median(heard(bare))),
    limited({ id: 'start.person.p95', what: `${byPerson}, all formats, p95`, unit }, p95(heard(person)), limitMs),
    alone({ id: 'start.person.p50', what: `${byPerson}, all formats, median`, unit }, median(heard(person))),
    limited(
      { id: 'start.awake.p95', what: 'out of nowhere, while something else plays, p95', unit },
      p95(heard(awake)),
      limitMs,
    ),
    alone(
      { id: 'start.awake.p50', what: 'out of nowhere, while something else plays, median', unit },
      median(heard(awake)),
    ),
    alone(
      { id: 'start.latency', what: 'latency of this output device, by the browser’s figure', unit },
      median([...bare, ...person].map(({ latencyMs }) => latencyMs)),
    ),
    beside({ id: 'start.own.p95', what: `${byNobody}, until rendered, p95`, unit }, p95(rendered(bare)), {
      what: `${peer}p95`,
      value: p95(ofElement()),
    }),
    beside({ id: 'start.own.p50', what: `${byNobody}, until rendered, median`, unit }, median(rendered(bare)), {
      what: `${peer}median`,
      value: median(ofElement()),
    }),
    ...formats.flatMap((format) => {
      const of = (waits: readonly Wait[]): readonly Wait[] => waits.filter((wait) => wait.format === format)
      return [
        limited(
          { id: `start.${format}.p95`, what: `${byNobody}, ${format}, p95`, unit },
          p95(heard(of(bare))),
          limitMs,
        ),
        limited(
          { id: `start.person.${format}`, what: `${byPerson}, ${format}, p95`, unit },
          p95(heard(of(person))),
          limitMs,
        ),
        beside(
          { id: `start.${format}.own`, what: `${byNobody}, until rendered, ${format}, median`, unit },
          median(rendered(of(bare))),
          { what: `${peer}median`, value: median(ofElement(format)) },
        ),
      ]
    }),
  ]
}
