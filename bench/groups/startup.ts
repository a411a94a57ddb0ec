import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { root, startHost } from '../../e2e/harness/index.ts'
import { bridgeOver } from '../../renderer/bridge/channel.ts'
import { socketChannel } from '../../renderer/bridge/socket.ts'
import { nodeLine } from '../../testkit/bridges/socket.ts'
import { launchBrowser } from '../browser/chromium.ts'
import type { Bench, Group } from '../group.ts'
import { alone, beside, limited, median, p95, type Figure } from '../report/index.ts'

const backendRuns = 15
const pageRuns = 12
const limits = { backendMs: 250, paintMs: 800, scriptKb: 350 }

/** From nothing to a backend that answers, and from an address to a page that shows the album. */
export const startup: Group = {
  name: 'startup',
  run: async (bench) => [...(await backend(bench)), ...(await firstPage(bench))],
}

async function backend(bench: Bench): Promise<readonly Figure[]> {
  const times = { first: [] as number[], again: [] as number[], create: [] as number[], node: [] as number[] }
  for (let round = 0; round < bench.runs(backendRuns); round += 1) {
    bench.tell(`startup: backend ${round + 1}`)
    const dataFolder = path.join(bench.folder, `data-${round}`)
    for (const kind of ['first', 'again'] as const) {
      const from = performance.now()
      const host = await startHost({ dataFolder })
      times[kind].push(performance.now() - from)
      await host.stop()
    }
    times.create.push(
      Number(await printed(['bench/material/create-backend.ts', dataFolder, path.join(root, 'resources')])),
    )
    const from = performance.now()
    await printed(['-e', 'console.log(1)'])
    times.node.push(performance.now() - from)
  }
  const unit = 'ms'
  const peer = { what: 'node that prints one word', value: median(times.node) }
  return [
    limited(
      { id: 'startup.backend.p95', what: 'backend ready: start of the process to its ready line, p95', unit },
      p95(times.again),
      limits.backendMs,
    ),
    beside({ id: 'startup.backend.p50', what: 'backend ready, median', unit }, median(times.again), peer),
    beside(
      { id: 'startup.backend.first', what: 'backend ready, very first start (database made), median', unit },
      median(times.first),
      peer,
    ),
    limited(
      { id: 'startup.create', what: 'of that, createBackend alone, median', unit },
      median(times.create),
      limits.backendMs,
    ),
  ]
}

/** Runs Node in the repository and answers what it printed. */
async function printed(args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (part: Buffer) => (said += part.toString()))
  const [code]: unknown[] = await once(child, 'close')
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${String(code)}`)
  return said
}

async function firstPage(bench: Bench): Promise<readonly Figure[]> {
  const host = await startHost({ dataFolder: path.join(bench.folder, 'data') })
  const channel = socketChannel({ openLine: nodeLine(host.address) })
  const album = await bridgeOver(channel).call('demo.album', null)
  channel.close()
  const browser = await launchBrowser()
  const bare = await bareServer()
  try {
    if (!album.ok || album.value.tracks.length === 0) throw new Error('The demo album is missing: run its script first')
    const { title } = album.value
    const paints: number[] = []
    const contentful: number[] = []
    const bares: number[] = []
    let scripts: readonly string[] = []
    for (let round = -1; round < bench.runs(pageRuns); round += 1) {
      bench.tell(`startup: page ${round + 1}`)
      const page = await browser.context.newPage()
      const session = await browser.context.newCDPSession(page)
      await session.send('Network.clearBrowserCache')
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      await markPaint(page, title)
      await page.goto(host.address)
      const paint = await paintOf(page)
      scripts = asked.filter((url) => url.endsWith('.js'))
      const first = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0)
      await page.close()
      const plain = await browser.context.newPage()
      await markPaint(plain, title)
      await plain.goto(`${bare.origin}/?${encodeURIComponent(title)}`)
      const barePaint = await paintOf(plain)
      await plain.close()
      if (round < 0) continue
      paints.push(paint)
      contentful.push(first)
      bares.push(barePaint)
    }
    const sizes = await scriptSizes(scripts)
    const unit = 'ms'
    const kilobytes = 'kB gzip'
    return [
      limited(
        { id: 'startup.paint.p95', what: 'first meaningful paint (Home with the album), empty cache, p95', unit },
        p95(paints),
        limits.paintMs,
      ),
      beside({ id: 'startup.paint.p50', what: 'first meaningful paint, median', unit }, median(paints), {
        what: 'a bare HTML page with the same title',
        value: median(bares),
      }),
      alone(
        { id: 'startup.contentful', what: 'first contentful paint, by the browser’s account, median', unit },
        median(contentful),
      ),
      limited(
        { id: 'startup.script', what: 'JavaScript of the page until then', unit: kilobytes },
        sizes.page,
        limits.scriptKb,
      ),
      alone(
        { id: 'startup.script.threads', what: 'JavaScript of decode worker and audio worklet', unit: kilobytes },
        sizes.threads,
      ),
    ]
  } finally {
    await browser.close()
    await bare.close()
    await host.stop()
  }
}

declare global {
  interface Window {
    benchPaint?: Promise<number>
  }
}

/** Notes when a heading or button with the words is on screen: in the page, and two frames later. */
async function markPaint(page: Page, words: string): Promise<void> {
  await page.addInitScript((wanted) => {
    window.benchPaint = new Promise((resolve) => {
      const isThere = (): boolean =>
        [...document.querySelectorAll('main h1, main h2, main h3')].some((element) =>
          element.textContent?.includes(wanted),
        )
      const look = (): void => {
        if (!isThere()) return
        watch.disconnect()
        // The frame that shows it is drawn after the first of these and over by the second.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())))
      }
      const watch = new MutationObserver(look)
      watch.observe(document, { childList: true, subtree: true, characterData: true })
      addEventListener('DOMContentLoaded', look)
    })
  }, words)
}

async function paintOf(page: Page): Promise<number> {
  const paint = await page.evaluate(() => window.benchPaint)
  if (paint === undefined) throw new Error('The page was opened without its mark')
  return paint
}

/** A page that is nothing but its title: what this browser on this machine needs for any page at all. */
async function bareServer(): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const title = decodeURIComponent(request.url?.split('?')[1] ?? '')
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><title>bare</title><main><h1>${title}</h1></main>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Sizes in kB after gzip, from the files that the addresses name. */
async function scriptSizes(urls: readonly string[]): Promise<{ readonly page: number; readonly threads: number }> {
  const sizes = { page: 0, threads: 0 }
  for (const name of new Set(urls.map((url) => path.basename(new URL(url).pathname)))) {
    const bytes = gzipSync(await readFile(path.join(root, 'out', 'renderer', 'assets', name))).length
    sizes[/^(worker|processor)/.test(name) ? 'threads' : 'page'] += bytes / 1000
  }
  return sizes
}
