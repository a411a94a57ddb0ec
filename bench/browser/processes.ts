import { readFile } from 'node:fs/promises'
import type { CDPSession, Page } from 'playwright-core'

/** Processor time of Chromium's processes so far, in seconds, by process id. */
export async function processorTimes(system: CDPSession): Promise<ReadonlyMap<number, number>> {
  const { processInfo } = await system.send('SystemInfo.getProcessInfo')
  return new Map(processInfo.map(({ id, cpuTime }) => [id, cpuTime]))
}

/** The process that renders a page: the one whose time grows while the page counts for a moment. */
export async function rendererOf(system: CDPSession, page: Page): Promise<number> {
  const before = await processorTimes(system)
  await page.evaluate(() => {
    const until = performance.now() + 400
    while (performance.now() < until);
  })
  const after = await processorTimes(system)
  const grown = [...after].map(([id, time]) => ({ id, grown: time - (before.get(id) ?? 0) }))
  grown.sort((one, other) => other.grown - one.grown)
  const busiest = grown[0]
  if (busiest === undefined) throw new Error('Chromium has no processes')
  return busiest.id
}

/** What a stretch of time cost, in percent of one core. */
export interface Cost {
  readonly renderer: number
  /** All of Chromium's processes: renderer, audio, network, compositing. */
  readonly all: number
}

/** Measures what Chromium does for so long. */
export async function costOver(system: CDPSession, renderer: number, seconds: number): Promise<Cost> {
  const before = await processorTimes(system)
  const from = performance.now()
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  const after = await processorTimes(system)
  const passed = (performance.now() - from) / 1000
  const share = (id: number): number => (((after.get(id) ?? 0) - (before.get(id) ?? 0)) / passed) * 100
  return { renderer: share(renderer), all: [...after.keys()].reduce((sum, id) => sum + share(id), 0) }
}

/**
 * Memory that a process has for itself, in MB: what it allocated (RssAnon) and what it shares as buffers (RssShmem), without
 * the program's own text, which all of Chromium's processes share. Linux only.
 */
export async function memoryMb(processId: number): Promise<number> {
  const status = await readFile(`/proc/${processId}/status`, 'utf8')
  const kilobytes = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? Number.NaN)
  return ((kilobytes('RssAnon') + kilobytes('RssShmem')) * 1024) / 1e6
}
