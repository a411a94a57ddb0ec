import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'vite'
import type { Measurement } from '../../../renderer/analysis/meter/index.ts'
import type { Segment } from '../../../renderer/player/engine/types.ts'
import { startMediaServer, type MediaServer } from '../../../testkit/media/index.ts'
import { launchChromium } from '../../harness/index.ts'
import { createPlayer, type Player } from './player.ts'

/** Chromium with the engine's page in it, and the server it plays from. */
export interface EnginePage {
  readonly media: MediaServer
  /** A fresh engine whose audio context runs at this rate. */
  open(sampleRateHz: number): Promise<Player>
  /** Measures a file's loudness, or that of a part of it. */
  measure(file: string, segment?: Segment | null): Promise<Measurement>
  /** What the page threw or logged as an error so far: nothing, if all is well. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}

/** Builds the engine's page as it is in the tree now (under a second) and opens it in the system's Chromium. */
export async function openEnginePage(): Promise<EnginePage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'melofy-engine-page-'))
  const configFile = path.resolve(import.meta.dirname, '../../../vite.engine-page.config.ts')
  await build({ configFile, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } })
  const media = await startMediaServer(folder)
  const browser = await launchChromium()
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // Answers like 404 and broken connections are what some tests are about.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text())
  })
  await page.goto(`${media.origin}/page/index.html`)
  await page.waitForFunction('window.openSession')
  return {
    media,
    complaints,
    open: async (sampleRateHz) =>
      createPlayer(await page.evaluateHandle((rate) => window.openSession(rate), sampleRateHz), media),
    measure: (file, segment = null) =>
      page.evaluate((origin) => window.measureLoudness(origin), { url: media.urlOf(file), segment }),
    async close() {
      await browser.close()
      await media.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
