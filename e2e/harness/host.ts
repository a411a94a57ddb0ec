import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { nodeProgram, root } from './places.ts'

/** The built browser host as a process. */
export interface HostProcess {
  readonly address: string
  /** Everything it printed so far. */
  readonly output: () => string
  /** Ends it in order; answers the exit code. */
  stop(signal?: 'SIGINT' | 'SIGTERM'): Promise<number | null>
  /** Ends it as a power cut would. */
  killHard(): Promise<void>
}

export interface HostStart {
  readonly dataFolder: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** Starts the host and waits until it says where it is. Rejects with its words when it ends instead. */
export async function startHost(start: HostStart): Promise<HostProcess> {
  const { child, output } = spawnHost(start)
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const found = /^Melofy is ready: (\S+)$/m.exec(output())
      if (found?.[1] !== undefined) resolve(found[1])
    })
    child.once('close', (code) => reject(new Error(`The host ended with ${code}: ${output()}`)))
  })
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    const closed = once(child, 'close')
    child.kill(signal)
    await closed
    return child.exitCode
  }
  return {
    address,
    output,
    stop: (signal = 'SIGTERM') => end(signal),
    async killHard() {
      await end('SIGKILL')
    },
  }
}

/** Runs the host until it ends by itself; answers its exit code and what it printed. */
export async function runHost(start: HostStart): Promise<{ readonly code: number | null; readonly output: string }> {
  const { child, output } = spawnHost(start)
  await once(child, 'close')
  return { code: child.exitCode, output: output() }
}

function spawnHost({ dataFolder, args = [], env = {} }: HostStart): { child: ChildProcess; output: () => string } {
  const program = path.join(root, 'out', 'main', 'browser.js')
  const child = spawn(nodeProgram, [program, '--data', dataFolder, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
  return { child, output: () => text }
}
