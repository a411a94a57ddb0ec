// @ts-check
import { accessSync, constants } from 'node:fs'
import path from 'node:path'
import { run } from './run.mjs'

/**
 * @typedef {object} Tool
 * @property {string} name
 * @property {readonly string[]} programs any of them will do; names on the PATH or absolute paths
 * @property {string} debian package in Debian and Ubuntu
 * @property {string} homebrew package in Homebrew
 * @property {boolean} required whether the tests fail without it
 */

const chromiumPrograms = [
  ...(process.env['CHROMIUM_PATH'] ? [process.env['CHROMIUM_PATH']] : []),
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The whole browser, as benches want it. @type {Tool} */
export const chromium = {
  name: 'Chromium',
  programs: chromiumPrograms,
  debian: 'chromium',
  homebrew: '--cask chromium',
  required: true,
}

/**
 * Chromium for tests: where there is one, a build without a window of its own, whose hidden toolbar is another page that takes
 * seconds of a processor with each context. The engine is the same.
 * @type {Tool}
 */
export const headlessChromium = {
  ...chromium,
  programs: process.env['CHROMIUM_PATH'] ? chromiumPrograms : ['chromium-headless-shell', ...chromiumPrograms],
  debian: 'chromium-headless-shell',
}

/** Programs that the tests use and npm does not bring. @type {readonly Tool[]} */
export const tools = [
  headlessChromium,
  { name: 'ffmpeg', programs: ['ffmpeg'], debian: 'ffmpeg', homebrew: 'ffmpeg', required: true },
  { name: 'redis-server', programs: ['redis-server'], debian: 'redis-server', homebrew: 'redis', required: false },
]

/**
 * Installs the missing tools where that may be done without asking (root, with apt), else says what to run. Answers
 * whether the required ones are there.
 * @returns {Promise<boolean>}
 */
export async function provideTools() {
  let missing = tools.filter((tool) => !isPresent(tool))
  if (missing.length === 0) return true
  const packages = missing.map(({ debian }) => debian)
  const hasApt = isPresent({ programs: ['apt-get'] })
  if (hasApt && process.getuid?.() === 0) {
    console.log(`Installing ${packages.join(', ')} (apt-get) …`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update', '-qq'], { env })
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env })
    missing = missing.filter((tool) => !isPresent(tool))
  }
  for (const tool of missing) {
    console.log(`${tool.name} is missing${tool.required ? '' : ' (not needed yet)'}. ${adviceFor(tool, hasApt)}`)
  }
  return missing.every(({ required }) => !required)
}

/**
 * @param {Tool} tool
 * @param {boolean} hasApt
 */
function adviceFor(tool, hasApt) {
  if (hasApt) return `Run: sudo apt-get install -y ${tool.debian}`
  if (process.platform === 'darwin') return `Run: brew install ${tool.homebrew}`
  return 'Install it and put it on the PATH.'
}

/**
 * @param {Pick<Tool, 'programs'>} tool
 */
export function isPresent(tool) {
  return findProgram(tool) !== null
}

/**
 * The first of the tool's programs that is here, as an absolute path.
 * @param {Pick<Tool, 'programs'>} tool
 */
export function findProgram({ programs }) {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '')
  const endings = process.platform === 'win32' ? ['', '.exe', '.cmd'] : ['']
  const files = programs.flatMap((program) =>
    path.isAbsolute(program) ? [program] : folders.map((folder) => path.join(folder, program)),
  )
  return files.flatMap((file) => endings.map((ending) => file + ending)).find(isExecutable) ?? null
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
