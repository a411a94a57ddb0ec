import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { silentLog } from '../log/index.ts'
import { createTrackRepository, openStore } from '../store/index.ts'
import { temporaryFolder } from '../store/testing/index.ts'
import { createSession } from './index.ts'
import { queueOf } from './testing/queues.ts'

let folder: string

beforeEach(() => {
  folder = temporaryFolder()
})

afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true })
})

/** Lets a process write and kills it in the middle, after `lines` of its words and `moreMs`. Answers the states it spoke of. */
async function writeAndKill(from: number, lines: number, moreMs: number): Promise<{ begun: number; done: number }> {
  const child = spawn(
    process.execPath,
    [path.join(import.meta.dirname, 'testing', 'writer.ts'), folder, String(from)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let said = ''
  let armed = false
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    if (armed || said.split('\n').length <= lines) return
    armed = true
    setTimeout(() => child.kill('SIGKILL'), moreMs)
  })
  await once(child, 'close')
  const last = (word: string): number =>
    Number(said.match(new RegExp(`${word} (\\d+)\\n(?![^]*${word} \\d+\\n)`))?.[1] ?? -1)
  return { begun: last('begin'), done: last('done') }
}

test('twenty kills in the middle of writing: sound, and exactly one of the states written', async () => {
  let state = 0
  for (let round = 0; round < 20; round += 1) {
    const { begun, done } = await writeAndKill(state, 3 + ((round * 5) % 17), Math.random() * 12)
    expect(done).toBeGreaterThanOrEqual(state)

    const store = openStore({ folder, log: silentLog })
    expect([store.mode, store.notice]).toEqual(['file', null])
    expect(store.all('PRAGMA integrity_check', z.object({ integrity_check: z.string() }))).toEqual([
      { integrity_check: 'ok' },
    ])
    const { queue, place } = await createSession(store, createTrackRepository(store)).load()
    store.close()

    // The state that was done, or the one after it in part: its queue alone, or queue and place.
    const found =
      [done, begun].find((one) => queue?.current?.entryId === queueOf(1000, one % 300).current?.entryId) ?? -1
    expect(queue).toEqual(queueOf(300 + (found % 5) * 200, found % 300))
    expect(place?.entryId).toBe(queue?.current?.entryId)
    expect(found === done ? [done] : [0, begun]).toContain(place?.positionMs)
    state = begun + 1
  }
}, 60_000)
