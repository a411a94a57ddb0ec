import { once } from 'node:events'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { startHost } from '../../e2e/harness/index.ts'
import { spawnChromium } from './chromium.ts'
import { memoryMb } from './processes.ts'

const targetsSchema = z.array(z.object({ type: z.string(), webSocketDebuggerUrl: z.string() }))
const replySchema = z.object({ id: z.number(), result: z.unknown() })
const evaluatedSchema = z.object({ result: z.object({ value: z.unknown().optional() }) })
const processesSchema = z.object({ processInfo: z.array(z.object({ id: z.number(), type: z.string() })) })

/** A debugging socket that asks one thing at a time and switches nothing on. */
async function plainSession(
  address: string,
): Promise<{ ask(method: string, params?: object): Promise<unknown>; close(): void }> {
  const socket = new WebSocket(address)
  await once(socket, 'open')
  const pending = new Map<number, (result: unknown) => void>()
  let lastId = 0
  socket.on('message', (data) => {
    const text = Buffer.isBuffer(data) ? data.toString() : ''
    const reply = replySchema.safeParse(JSON.parse(text))
    if (!reply.success) return
    pending.get(reply.data.id)?.(reply.data.result)
    pending.delete(reply.data.id)
  })
  return {
    ask: (method, params = {}) =>
      new Promise((resolve) => {
        lastId += 1
        pending.set(lastId, resolve)
        socket.send(JSON.stringify({ id: lastId, method, params }))
      }),
    close: () => socket.close(),
  }
}

/**
 * Memory of the page's process, in MB, once per skip, while the app goes from track to track. Playwright has no part in it: it
 * has the browser keep a copy of everything that a page fetched, up to 200 MB of it, inside the process that is measured.
 */
export async function memoryWhileSkipping(options: {
  readonly dataFolder: string
  readonly music: string
  readonly count: number
  readonly everyMs: number
}): Promise<readonly number[]> {
  const host = await startHost({ dataFolder: options.dataFolder, args: [options.music] })
  const chromium = await spawnChromium(host.address)
  try {
    const page = await plainSession(await pageAddress(chromium.address))
    const system = await plainSession(chromium.address)
    const evaluate = async (expression: string): Promise<unknown> =>
      evaluatedSchema.parse(await page.ask('Runtime.evaluate', { expression, returnByValue: true })).result.value
    const playing = `navigator.mediaSession.playbackState === 'playing' && navigator.mediaSession.metadata?.title`
    await until(async () => typeof (await evaluate(playing)) === 'string')
    const found: number[] = []
    for (let skip = 0; skip < options.count; skip += 1) {
      const before = await evaluate(playing)
      await evaluate(`document.querySelector('footer [aria-label^="Next"]').click()`)
      await until(async () => {
        const now = await evaluate(playing)
        return typeof now === 'string' && now !== before
      })
      await new Promise((resolve) => setTimeout(resolve, options.everyMs))
      const { processInfo } = processesSchema.parse(await system.ask('SystemInfo.getProcessInfo'))
      const renderers = processInfo
        .filter(({ type }) => type === 'renderer')
        .map(({ id }) => memoryMb(id).catch(() => 0))
      // Chromium keeps a spare one, which is small.
      found.push(Math.max(...(await Promise.all(renderers))))
    }
    page.close()
    system.close()
    return found
  } finally {
    await chromium.close()
    await host.stop()
  }
}

async function pageAddress(browserAddress: string): Promise<string> {
  const { host } = new URL(browserAddress)
  const targets = targetsSchema.parse(await (await fetch(`http://${host}/json`)).json())
  const page = targets.find(({ type }) => type === 'page')
  if (page === undefined) throw new Error('Chromium shows no page')
  return page.webSocketDebuggerUrl
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const patienceMs = 20_000
  for (const fromMs = performance.now(); !(await isSo());) {
    if (performance.now() - fromMs > patienceMs) throw new Error('Nothing plays')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
