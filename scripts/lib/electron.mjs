// @ts-check
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root, runTool } from './run.mjs'

const electronFolder = path.join(root, 'node_modules', 'electron')
const failureMark = path.join(root, 'node_modules', '.melofy-no-electron')

/** How long the fetch of about 120 MB may take, in ms. */
const fetchLimitMs = 240_000

/** How long a failed fetch keeps the next starts from trying, in ms. */
const rememberFailureMs = 6 * 3_600_000

/** @typedef {{ kind: 'ready', program: string } | { kind: 'unavailable', reason: string }} Electron */

/**
 * Why this machine cannot show an Electron window, or null.
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @param {number | undefined} userId
 */
export function obstacle(platform, env, userId) {
  if (platform !== 'linux') return null
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return 'there is no display'
  // Chromium keeps its sandbox from root, and without the sandbox we do not start it.
  return userId === 0 ? 'Electron does not run as root' : null
}

/** Where Electron's program is; fetched when it is missing and can be had. @returns {Promise<Electron>} */
export async function findElectron() {
  const inTheWay = obstacle(process.platform, process.env, process.getuid?.())
  if (inTheWay !== null) return { kind: 'unavailable', reason: inTheWay }
  const present = electronProgram()
  if (present !== null) return { kind: 'ready', program: present }
  if (failedLately()) {
    return { kind: 'unavailable', reason: 'Electron could not be fetched lately; "npx install-electron" tries again' }
  }
  console.log('Fetching Electron (about 120 MB, once) …')
  await runTool('electron/install.js', [], { quiet: true, timeoutMs: fetchLimitMs })
  const fetched = electronProgram()
  if (fetched !== null) {
    rmSync(failureMark, { force: true })
    return { kind: 'ready', program: fetched }
  }
  writeFileSync(failureMark, '')
  return { kind: 'unavailable', reason: 'Electron could not be fetched' }
}

/** The program that Electron's own installer noted down, if it is complete. */
function electronProgram() {
  try {
    const name = readFileSync(path.join(electronFolder, 'path.txt'), 'utf8')
    const program = path.join(electronFolder, 'dist', name)
    return existsSync(program) ? program : null
  } catch {
    return null
  }
}

function failedLately() {
  const mark = statSync(failureMark, { throwIfNoEntry: false })
  return mark !== undefined && Date.now() - mark.mtimeMs < rememberFailureMs
}
