// @ts-check
import path from 'node:path'
import { runApp } from './lib/app.mjs'
import { findElectron, obstacle } from './lib/electron.mjs'
import { build, install } from './lib/prepare.mjs'
import { nodeProgram, root } from './lib/run.mjs'

/**
 * `npm start [-- [--browser] [--data DIR] [--port PORT] [FILE or FOLDER …]]`: installs and builds what is missing, then
 * opens the app: with Electron where it can be had, else in a browser. Uses nothing but Node 20's own modules.
 */

/** An Electron that ends badly within this time (ms) never showed a window: a missing library, a forbidden sandbox. */
const stillbornMs = 5_000

async function start() {
  if (!(await install())) return fail('The packages could not be installed; npm says why above.')
  if (!(await build())) return fail('The build failed; the reason stands above.')
  const args = process.argv.slice(2).filter((arg) => arg !== '--browser')
  if (process.argv.includes('--browser')) return runInBrowser(args)

  const electron = await findElectron()
  if (electron.kind === 'unavailable') {
    console.log(`No desktop window (${electron.reason}): Melofy opens in a browser instead.`)
    return runInBrowser(args)
  }
  const { code, afterMs, interrupted } = await runApp(electron.program, [root, ...args])
  if (code === 0 || interrupted || afterMs > stillbornMs) return code
  console.log(`No desktop window (Electron ended with ${code}): Melofy opens in a browser instead.`)
  return runInBrowser(args)
}

/** @param {readonly string[]} args */
async function runInBrowser(args) {
  const hasDesktop = obstacle(process.platform, process.env, undefined) === null && process.stdout.isTTY
  const open = hasDesktop && !args.includes('--open') ? ['--open'] : []
  const { code } = await runApp(nodeProgram(), [path.join(root, 'out', 'main', 'browser.js'), ...open, ...args])
  return code
}

/** @param {string} words */
function fail(words) {
  console.error(words)
  return 1
}

process.exitCode = await start()
