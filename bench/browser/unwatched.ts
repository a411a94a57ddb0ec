import { once } from 'node:events'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { startHost } from '../../e2e/harness/index.ts'
import { spawnChromium } from './chromium.ts'
import { memoryMb } from './processes.ts'

const targetsSchema = z.array(z.object({ type: z.string(), webSocketDebuggerUrl: z.string() }))
const replySchema = z.object({ id: z.number(), result: z.unknown() })
const evaluatedSchema = z.object({
  result: z.object({ value: z.unknown().optional() }),
  exceptionDetails: z.object({ exception: z.object({ description: z.string() }).optional() }).optional(),
})
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

/** The app in a Chromium that keeps no copies of what the page fetched. */
export interface UnwatchedApp {
  /** Address of the host's page. */
  readonly address: string
  /** Runs an expression in the page, waiting for a promise; answers its value. */
  evaluate(expression: string): Promise<unknown>
  /** Moves the mouse there, in CSS px of the window, presses its button and lets go. */
  click(x: number, y: number): Promise<void>
  /** Presses a key that writes a letter, and lets go. */
  press(letter: string): Promise<void>
  /** Memory of the page's process now, in MB. */
  memoryMb(): Promise<number>
  close(): Promise<void>
}

/**
 * Starts host and browser, with paths to be opened and played; `env` goes to the host. Playwright has no part in it: it has the browser
 * keep a copy of everything that a page fetched, up to 200 MB of it, inside the process that is measured, and runs scripts of its own
 * around each click.
 */
export async function openUnwatched(
  dataFolder: string,
  paths: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<UnwatchedApp> {
  const host = await startHost({ dataFolder, args: paths, env })
  const chromium = await spawnChromium(host.address)
  const end = async (): Promise<void> => {
    await chromium.close()
    await host.stop()
  }
  try {
    const page = await plainSession(await pageAddress(chromium.address))
    const system = await plainSession(chromium.address)
    const mouse = (type: string, x: number, y: number, button: string): Promise<unknown> =>
      page.ask('Input.dispatchMouseEvent', { type, x, y, button, clickCount: button === 'none' ? 0 : 1 })
    return {
      address: host.address,
      async click(x, y) {
        await mouse('mouseMoved', x, y, 'none')
        await mouse('mousePressed', x, y, 'left')
        await mouse('mouseReleased', x, y, 'left')
      },
      async press(letter) {
        await page.ask('Input.dispatchKeyEvent', { type: 'keyDown', key: letter, text: letter })
        await page.ask('Input.dispatchKeyEvent', { type: 'keyUp', key: letter })
      },
      async evaluate(expression) {
        const answer = await page.ask('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true })
        const { result, exceptionDetails } = evaluatedSchema.parse(answer)
        if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? 'In the page')
        return result.value
      },
      async memoryMb() {
        const { processInfo } = processesSchema.parse(await system.ask('SystemInfo.getProcessInfo'))
        const renderers = processInfo
          .filter(({ type }) => type === 'renderer')
          .map(({ id }) => memoryMb(id).catch(() => 0))
        // Chromium keeps a spare one, which is small.
        return Math.max(...(await Promise.all(renderers)))
      },
      async close() {
        page.close()
        system.close()
        await end()
      },
    }
  } catch (error) {
    await end()
    throw error
  }
}

/** Memory of the page's process, in MB, once per skip, while the app goes from track to track. */
export async function memoryWhileSkipping(options: {
  readonly dataFolder: string
  readonly music: string
  readonly count: number
  readonly everyMs: number
}): Promise<readonly number[]> {
  const app = await openUnwatched(options.dataFolder, [options.music])
  try {
    const playing = `navigator.mediaSession.playbackState === 'playing' && navigator.mediaSession.metadata?.title`
    await until('Nothing plays', async () => typeof (await app.evaluate(playing)) === 'string')
    const found: number[] = []
    for (let skip = 0; skip < options.count; skip += 1) {
      const before = await app.evaluate(playing)
      await app.evaluate(`document.querySelector('footer [aria-label^="Next"]').click()`)
      await until('Nothing plays', async () => {
        const now = await app.evaluate(playing)
        return typeof now === 'string' && now !== before
      })
      await new Promise((resolve) => setTimeout(resolve, options.everyMs))
      found.push(await app.memoryMb())
    }
    return found
  } finally {
    await app.close()
  }
}

async function pageAddress(browserAddress: string): Promise<string> {
  const { host } = new URL(browserAddress)
  const targets = targetsSchema.parse(await (await fetch(`http://${host}/json`)).json())
  const page = targets.find(({ type }) => type === 'page')
  if (page === undefined) throw new Error('Chromium shows no page')
  return page.webSocketDebuggerUrl
}

/** Waits until something is so; rejects with words when it never is. */
export async function until(otherwise: string, isSo: () => Promise<boolean>): Promise<void> {
  const patienceMs = 20_000
  for (const fromMs = performance.now(); !(await isSo());) {
    if (performance.now() - fromMs > patienceMs) throw new Error(otherwise)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
