// @ts-check
import { existsSync } from 'node:fs'
import path from 'node:path'
import { isInstalled } from './installed.mjs'
import { nodeProgram, npm, root } from './run.mjs'
import { fingerprint, readOr, unlessStamped } from './stamp.mjs'

/** Everything the build reads. */
export const buildInputs = [
  'main',
  'renderer',
  'src',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'vite.main.config.ts',
  'vite.preload.config.ts',
]

/** Installs the packages that the lock file names, unless they are there. Answers whether they are now. */
export async function install() {
  const modules = path.join(root, 'node_modules')
  const wanted = readOr(path.join(root, 'package-lock.json'), '')
  // npm writes this when an installation is complete.
  if (isInstalled(wanted, readOr(path.join(modules, '.package-lock.json'), '')) && existsSync(nodeProgram()))
    return true
  // On Windows a running program cannot be deleted, and the Node that runs this may be in there: update, not replace.
  const command = process.platform === 'win32' && existsSync(modules) ? 'install' : 'ci'
  console.log(`Installing packages (npm ${command}), about a minute …`)
  return (await npm([command, '--no-audit', '--no-fund', '--loglevel=error'])) === 0
}

/** Builds the app, unless nothing changed since the last time. Answers whether it is built now. */
export async function build() {
  const stampFile = path.join(root, 'out', '.built')
  const outcome = await unlessStamped(stampFile, fingerprint(root, buildInputs), async () => {
    console.log('Building Melofy …')
    // Whoever starts this may have set another mode: a test runner does, and would get React's development build.
    const env = { ...process.env, NODE_ENV: 'production' }
    return (await npm(['run', '--silent', 'build'], { quietUnlessFailed: true, env })) === 0
  })
  return outcome !== 'failed'
}
