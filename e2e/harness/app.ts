import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { sharedChromium } from './chromium.ts'
import { openElectron } from './electron.ts'
import { startHost } from './host.ts'
import { forPeople, screenshotFolder } from './places.ts'
import { watchProblems } from './problems.ts'
import type { Problems } from './problems.ts'

export interface AppOptions {
  /** Files and folders on the command line. */
  readonly paths?: readonly string[]
  /** A folder of an earlier app; it is left alone then. Default: a new one, removed at the end. */
  readonly dataFolder?: string
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly theme?: 'light' | 'dark'
  /** Whether things move as most people see them. If nothing is said, the system asks for less: tests are about where things get, not how. */
  readonly fullMotion?: boolean
  /** The system's language; `en-US` when nothing is said. Browser host only. */
  readonly locale?: string
  /** What the app's process finds in its environment besides what this one has. */
  readonly env?: Readonly<Record<string, string>>
  /** Problems that the test means to cause. */
  readonly expectedProblems?: readonly RegExp[]
}

/** Melofy, running, with its page open. The same in Chromium on the browser host and in Electron. */
export interface App {
  readonly kind: 'browser' | 'electron'
  /** Changes with every restart: take it anew. */
  readonly page: () => Page
  /** Where the page lives. */
  readonly address: () => string
  readonly dataFolder: string
  /** Opens another page of the same app. Browser host only. */
  openSecondPage(): Promise<Page>
  /** Ends the app in order and starts it again on the same data. */
  restart(): Promise<Page>
  /** Ends the app as a power cut would, and starts it again on the same data. */
  crash(): Promise<Page>
  /** With MELOFY_SCREENSHOTS `docs` writes `<name>.webp` into docs/screenshots, with any other value `<name>.png` into out/screenshots. */
  screenshot(name: string): Promise<void>
  /** Ends everything. Throws when the page had problems. */
  close(): Promise<void>
}

/** One running host, whichever it is. */
export interface Session {
  readonly page: Page
  readonly address: string
  newPage(): Promise<Page>
  stop(): Promise<void>
  killHard(): Promise<void>
}

/** Opens the built app: in Chromium, or in Electron when MELOFY_E2E_HOST is `electron`. */
export async function openApp(options: AppOptions = {}): Promise<App> {
  const dataFolder = options.dataFolder ?? (await mkdtemp(path.join(tmpdir(), 'melofy-e2e-')))
  const kind = process.env['MELOFY_E2E_HOST'] === 'electron' ? 'electron' : 'browser'
  const problems: Problems[] = []
  const watch = async (page: Page) => {
    problems.push(await watchProblems(page, options.expectedProblems ?? []))
  }
  const open = kind === 'electron' ? openElectron : openBrowser
  let session = await open({ ...options, dataFolder }, watch)
  const again = async (end: 'stop' | 'killHard') => {
    if (end === 'killHard') for (const each of problems) each.lookAway()
    await session[end]()
    session = await open({ ...options, paths: [], dataFolder }, watch)
    return session.page
  }
  return {
    kind,
    dataFolder,
    page: () => session.page,
    address: () => session.address,
    openSecondPage: () => session.newPage(),
    restart: () => again('stop'),
    crash: () => again('killHard'),
    async screenshot(name) {
      if (screenshotFolder === null) return
      await mkdir(screenshotFolder, { recursive: true })
      const picture = await session.page.screenshot()
      // Pictures in the repository stay small; the others are only looked at.
      if (forPeople)
        await sharp(picture)
          .webp({ quality: 82 })
          .toFile(path.join(screenshotFolder, `${name}.webp`))
      else await writeFile(path.join(screenshotFolder, `${name}.png`), picture)
    },
    async close() {
      await session.stop()
      if (options.dataFolder === undefined) await rm(dataFolder, { recursive: true, force: true })
      for (const each of problems) each.check()
    },
  }
}

export type SessionOptions = AppOptions & { readonly dataFolder: string }

async function openBrowser(options: SessionOptions, watch: (page: Page) => Promise<void>): Promise<Session> {
  const host = await startHost({ dataFolder: options.dataFolder, args: options.paths ?? [], env: options.env ?? {} })
  const browser = await sharedChromium()
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1280, height: 800 },
    colorScheme: options.theme ?? 'dark',
    reducedMotion: options.fullMotion === true ? 'no-preference' : 'reduce',
    locale: options.locale ?? 'en-US',
  })
  const newPage = async () => {
    const page = await context.newPage()
    await watch(page)
    await page.goto(host.address)
    return page
  }
  const page = await newPage()
  return {
    page,
    address: host.address,
    newPage,
    async stop() {
      await context.close()
      const code = await host.stop()
      if (code !== 0) throw new Error(`The host ended with ${code}: ${host.output()}`)
    },
    async killHard() {
      await host.killHard()
      await context.close()
    },
  }
}
