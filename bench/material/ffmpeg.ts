import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Runs ffmpeg to its end. Rejects with its words when it fails. */
export async function ffmpeg(args: readonly string[]): Promise<void> {
  const child = spawn('ffmpeg', ['-hide_banner', '-nostdin', '-v', 'error', '-y', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (part: Buffer) => (said += part.toString()))
  const [code]: unknown[] = await once(child, 'close')
  if (code !== 0) throw new Error(`ffmpeg ${args.join(' ')}: ${said}`)
}
