import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium as playwright, type BrowserContext, type CDPSession } from 'playwright-core'
import { chromium, findProgram } from '../../scripts/lib/tools.mjs'

/** Chromium as a person's machine runs it, but for the missing screen. */
export interface BenchBrowser {
  readonly context: BrowserContext
  /** Asks about the browser as a whole. */
  readonly system: CDPSession
  close(): Promise<void>
}

const flags = [
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
  '--window-size=1280,800',
  '--remote-debugging-port=0',
]

/** A running Chromium, by the address of its debugging socket. */
export interface ChromiumProcess {
  readonly address: string
  close(): Promise<void>
}

/** Starts Chromium on an empty profile, showing `firstPage`. */
export async function spawnChromium(firstPage: string): Promise<ChromiumProcess> {
  const program = findProgram(chromium)
  if (program === null) throw new Error('No Chromium found: install it, or set CHROMIUM_PATH')
  const profile = await mkdtemp(path.join(tmpdir(), 'melofy-bench-profile-'))
  // Chromium refuses its sandbox to root, which is what containers run as.
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(program, [...flags, ...sandbox, `--user-data-dir=${profile}`, firstPage], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  // Whatever ends the bench, Chromium goes with it: one that is left behind plays on, and disturbs the next run.
  const kill = (): void => void child.kill('SIGKILL')
  process.once('exit', kill)
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (part: Buffer) => {
      said += part.toString()
      const found = /DevTools listening on (ws:\S+)/.exec(said)
      if (found?.[1] !== undefined) resolve(found[1])
    })
    child.once('error', reject)
    child.once('close', (code) => reject(new Error(`Chromium ended with ${code}: ${said}`)))
  })
  return {
    address,
    async close() {
      const closed = once(child, 'close')
      child.kill()
      await closed
      process.off('exit', kill)
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/**
 * Starts Chromium on an empty profile. Not through Playwright's own launcher: its usual arguments switch off the throttling
 * of hidden pages, mute the sound and keep every page focused, all of which is measured here.
 */
export async function launchBrowser(): Promise<BenchBrowser> {
  const chromiumProcess = await spawnChromium('about:blank')
  const browser = await playwright.connectOverCDP(chromiumProcess.address, { noDefaults: true })
  const context = browser.contexts()[0]
  if (context === undefined) throw new Error('Chromium has no window')
  return {
    context,
    system: await browser.newBrowserCDPSession(),
    async close() {
      await browser.close()
      await chromiumProcess.close()
    },
  }
}
