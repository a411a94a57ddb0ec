import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeInTime } from './ending.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'melofy-ending-'))
const pipe = path.join(folder, 'pipe')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('closing passes on what went wrong', async () => {
  await closeInTime(async () => undefined)
  await expect(closeInTime(() => Promise.reject(new Error('disk')))).rejects.toThrow('disk')
})

// Windows has no such pipes.
describe.skipIf(process.platform === 'win32')('a process', () => {
  beforeAll(() => void execFileSync('mkfifo', [pipe]))

  const end = async (held: string) => {
    const script = path.join(import.meta.dirname, 'testing', 'leaving.ts')
    const child = spawn(process.execPath, [script, held, pipe], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [code, signal] = await once(child, 'exit')
    return { code, signal }
  }

  it('ends with its code when nothing holds it, and ends all the same when a dead disk does', async () => {
    expect(await Promise.all(['nothing', 'thread', 'call'].map(end))).toEqual([
      { code: 7, signal: null },
      { code: null, signal: 'SIGKILL' },
      { code: null, signal: 'SIGKILL' },
    ])
  })
})
