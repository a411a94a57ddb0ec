import fs from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { silentLog } from '../../log/index.ts'
import { temporaryFolder } from '../../store/testing/index.ts'
import type { Touched } from './messages.ts'
import { createWatcher, type Watcher } from './watcher.ts'

let root: string
let watcher: Watcher
let told: Map<string, boolean>
let periods: string[]
let wake: () => void = () => undefined

beforeEach(async () => {
  root = fs.realpathSync(temporaryFolder())
  await mkdir(path.join(root, 'a'))
  told = new Map()
  periods = []
  watcher = createWatcher({
    onTouched(touched: readonly Touched[]) {
      for (const one of touched) told.set(path.relative(root, one.path), one.deep)
      wake()
    },
    onPeriod(roots) {
      periods.push(...roots)
      wake()
    },
    log: silentLog,
    quietMs: 30,
    periodMs: 30,
  })
})
afterEach(async () => {
  await watcher.close()
  fs.rmSync(root, { recursive: true, force: true })
})

/** Waits until something that was awaited has been told. */
async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) {
    await new Promise<void>((resolve) => {
      wake = resolve
    })
  }
}

/** The watcher takes a moment to begin: a file written again and again is heard of as soon as it does. */
async function begin(): Promise<void> {
  watcher.watch([root])
  const timer = setInterval(() => fs.writeFileSync(path.join(root, 'begin.mp3'), 'x'), 20)
  await until(() => told.has('begin.mp3'))
  clearInterval(timer)
}

test('tells of files that come, change and go, and of folders with all below them', async () => {
  await begin()
  await writeFile(path.join(root, 'a', 'new.flac'), 'x')
  await until(() => told.get(path.join('a', 'new.flac')) === false)
  await rename(path.join(root, 'a'), path.join(root, 'b'))
  await until(() => told.get('a') === true && told.get('b') === true)
  await writeFile(path.join(root, 'b', 'later.flac'), 'x')
  await until(() => told.has(path.join('b', 'later.flac')))
  await mkdir(path.join(root, 'x', 'y', 'z'), { recursive: true })
  await until(() => told.has('x'))
  await writeFile(path.join(root, 'x', 'y', 'z', 'deep.flac'), 'x')
  await until(() => [...told.keys()].some((name) => name.endsWith('deep.flac')))
  await rm(path.join(root, 'b', 'later.flac'))
  await until(() => told.get(path.join('b', 'later.flac')) === true)
  expect(periods).toEqual([])
})

test('what no library takes in is not told', async () => {
  await begin()
  told.clear()
  for (const name of ['.hidden.flac', 'half.part', 'program.exe']) await writeFile(path.join(root, name), 'x')
  await writeFile(path.join(root, 'song.lrc'), 'x')
  await until(() => told.has('song.lrc'))
  expect([...told.keys()].filter((name) => name !== 'begin.mp3')).toEqual(['song.lrc'])
})

test('a folder that cannot be watched is looked at now and then', async () => {
  const gone = path.join(root, 'gone')
  watcher.watch([gone])
  await until(() => periods.length > 1)
  expect(periods).toContain(gone)
})
