import { spawn } from 'node:child_process'

/** Runs ffmpeg quietly and answers what it wrote to its standard output. Rejects with its own words when it fails. */
export async function ffmpeg(args: readonly string[]): Promise<Buffer> {
  return run('ffmpeg', ['-hide_banner', '-nostdin', '-v', 'error', '-y', ...args])
}

/** Runs ffprobe and answers what it printed. */
export async function ffprobe(args: readonly string[]): Promise<string> {
  const output = await run('ffprobe', ['-hide_banner', '-v', 'error', ...args])
  return output.toString('utf8')
}

function run(program: string, args: readonly string[]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    const output: Buffer[] = []
    const complaints: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk))
    child.on('error', (cause) => reject(new Error(`${program} is needed to make audio fixtures`, { cause })))
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(output))
      else reject(new Error(`${program} ${args.join(' ')}\n${Buffer.concat(complaints).toString('utf8').trim()}`))
    })
  })
}
