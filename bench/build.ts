import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { root } from '../e2e/harness/index.ts'

/** Builds the app as it is in the tree, so that nothing old is measured. */
export async function build(): Promise<void> {
  const child = spawn('npm', ['run', '--silent', 'build'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  const [code]: unknown[] = await once(child, 'close')
  if (code !== 0) throw new Error(`npm run build ended with ${String(code)}`)
}
