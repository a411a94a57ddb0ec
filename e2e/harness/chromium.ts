import { chromium as playwright } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { findProgram, headlessChromium } from '../../scripts/lib/tools.mjs'

/** Playing must not wait for a click, and nothing may call home. */
const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
]

/** Starts the system's Chromium on an empty profile. */
export async function launchChromium(): Promise<Browser> {
  const program = findProgram(headlessChromium)
  if (program === null) throw new Error('No Chromium found: install it, or set CHROMIUM_PATH')
  return playwright.launch({
    executablePath: program,
    args: flags,
    // Chromium refuses its sandbox to root, which is what containers run as.
    chromiumSandbox: process.platform === 'linux' && process.getuid?.() !== 0,
  })
}

let shared: Promise<Browser> | undefined

/**
 * The Chromium that the apps of one test file are opened in, each in a context (an empty profile) of its own: starting the
 * browser takes longer than what many a test does in it. Closed after the file's last test by `setup.ts`.
 */
export async function sharedChromium(): Promise<Browser> {
  const open = await shared
  if (open?.isConnected() === true) return open
  shared = launchChromium()
  return shared
}

/** Closes it, if it was opened. */
export async function closeSharedChromium(): Promise<void> {
  const open = await shared
  shared = undefined
  await open?.close()
}
