import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { temporaryFolder } from '../../store/testing/index.ts'
import { openLibrary } from './testing/library.ts'
import { putMusic } from './testing/music.ts'

let folder: string

beforeEach(() => {
  folder = fs.realpathSync(temporaryFolder())
})
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true })
})

/** Scans in a process of its own and kills it once it has written so many times. */
async function scanAndKill(music: string, afterWrites: number): Promise<void> {
  const script = path.join(import.meta.dirname, 'testing', 'scanning.ts')
  const child = spawn(process.execPath, [script, path.join(folder, 'data'), music], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let writes = 0
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    writes += text.split('\n').length - 1
    if (writes >= afterWrites) child.kill('SIGKILL')
  })
  await once(child, 'close')
}

test('killed again and again, a scan goes on where it was, and nothing is there twice', async () => {
  const music = path.join(folder, 'music')
  const count = 400
  for (let index = 0; index < count; index += 1) {
    const file = path.join(music, `album ${index % 20}`, `${index}.flac`)
    await putMusic(file, { sound: index, title: `Song ${index}`, album: `Album ${index % 20}` })
  }
  const had: number[] = []
  for (const writes of [1, 2, 1, 3]) {
    await scanAndKill(music, writes)
    const library = openLibrary(path.join(folder, 'data'))
    expect(library.store.all('PRAGMA integrity_check', z.object({ integrity_check: z.string() }))).toEqual([
      { integrity_check: 'ok' },
    ])
    expect(library.folders.memory(1).isUnfinished).toBe(true)
    had.push(library.rows().length)
    await library.close()
  }
  expect(had.every((rows, index) => rows < count && rows > (had[index - 1] ?? 0))).toBe(true)

  const library = openLibrary(path.join(folder, 'data'))
  const status = await library.scan()
  expect(status).toMatchObject({ kind: 'idle', last: { added: count - (had.at(-1) ?? 0), moved: 0, missing: 0 } })
  expect(library.folders.memory(1).isUnfinished).toBe(false)
  const content = library.content()
  await library.close()
  const fresh = openLibrary(path.join(folder, 'fresh'))
  await fresh.scanner.addFolders([music])
  await fresh.scanner.settled()
  expect(content).toEqual(fresh.content())
  await fresh.close()
}, 60_000)
