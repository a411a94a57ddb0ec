import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { silentLog } from '../log/index.ts'
import { openStore } from './open.ts'
import { temporaryFolder } from './testing/index.ts'

let folder: string

beforeEach(() => {
  folder = temporaryFolder()
})

afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true })
})

/** Lets a process write and kills it once it has committed `more` rows; answers the last one it spoke of. */
async function writeAndKill(from: number, more: number): Promise<number> {
  const script = path.join(import.meta.dirname, 'testing', 'heavyWriter.ts')
  const child = spawn(process.execPath, [script, folder, String(from)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let last = from
  let rest = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    last = Number(lines.at(-1) ?? last)
    if (last >= from + more) child.kill('SIGKILL')
  })
  const [, signal]: unknown[] = await once(child, 'close')
  expect(signal).toBe('SIGKILL')
  return last
}

test('killed while the log is being written back: sound, and all that was committed is there', async () => {
  let last = 0
  for (let round = 0; round < 6; round += 1) {
    // The log is written back after about two thousand rows; the kills come around that.
    last = await writeAndKill(last, 1700 + round * 120)
    const store = openStore({ folder, log: silentLog })
    expect([store.mode, store.notice]).toEqual(['file', null])
    expect(store.all('PRAGMA integrity_check', z.object({ integrity_check: z.string() }))).toEqual([
      { integrity_check: 'ok' },
    ])
    const kept = Number(
      store.get(`SELECT value FROM settings WHERE key = 'last'`, z.object({ value: z.string() }))?.value,
    )
    expect(kept).toBeGreaterThanOrEqual(last)
    expect(store.numbers(`SELECT count(*) FROM settings WHERE key <> 'last'`)).toEqual([kept + 1])
    last = kept
    store.close()
  }
}, 60_000)
