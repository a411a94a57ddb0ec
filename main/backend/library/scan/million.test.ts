import fs from 'node:fs'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { failure } from '../../../../src/contract/index.ts'
import { silentLog } from '../../log/index.ts'
import { temporaryFolder } from '../../store/testing/index.ts'
import { createTagReader, type FileFacts, type TagReader } from '../../tags/index.ts'
import { openLibrary } from './testing/library.ts'
import { putMusic } from './testing/music.ts'
import type { WalkDisk, WalkStep } from './types.ts'
import { WalkEnded, walkPlaces } from './walk.ts'
import { walkInWorker, type Walker } from './walker.ts'

let folder: string
let music: string

beforeEach(() => {
  folder = fs.realpathSync(temporaryFolder())
  music = path.join(folder, 'music')
  fs.mkdirSync(music)
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const million = 1_000_000

/** Walks a folder of a million names that no disk has to hold; counts what was handed on. */
function walkMillion(counted: { found: number }): Walker {
  const disk: WalkDisk = {
    *list() {
      for (let index = 0; index < million; index += 1) yield { name: `${index}.flac`, kind: 'file' }
    },
    stat: () => ({ kind: 'file', sizeBytes: 1, modifiedMs: 1 }),
    realPath: (given) => given,
  }
  return async function* walk(places, signal) {
    const pause = (): void => {
      if (signal.aborted) throw new WalkEnded()
    }
    let steps: WalkStep[] = []
    try {
      for (const step of walkPlaces(places, disk, pause)) {
        steps.push(step)
        if (steps.length < 100) continue
        counted.found += steps.length
        yield steps
        steps = []
        await setImmediate()
      }
    } catch (error) {
      if (!(error instanceof WalkEnded)) throw error
    }
  }
}

/** Reads nothing: every thousandth file is music of its own, the others have just gone. */
async function everyThousandth(): Promise<TagReader['read']> {
  await putMusic(path.join(folder, 'one.flac'), { sound: 1, title: 'One' })
  const tags = createTagReader({ log: silentLog })
  const companions = { cover: null, lyrics: null, sheets: [] }
  const file = path.join(folder, 'one.flac')
  const one = await tags.read({ path: file, name: 'one.flac', coverFolder: folder, companions })
  await tags.close()
  if (!one.ok || one.value.library === null) throw new Error('no music')
  const { library } = one.value
  return ({ name }) => {
    const number = Number.parseInt(name, 10)
    if (number % 1000 !== 0) return Promise.resolve({ ok: false, error: failure('file-missing', { name }) })
    const value: FileFacts = { ...one.value, title: name, library: { ...library, fingerprint: `f${number}` } }
    return Promise.resolve({ ok: true, value })
  }
}

const noTags = { close: () => Promise.resolve() }

/** In the middle of a million, after more than may wait to be read; a whole half of them would take half a minute on a busy machine. */
const enough = 150_000

test('in the middle of a million files it stops when told to, keeps what it read whole, and nothing else', async () => {
  const counted = { found: 0 }
  const library = openLibrary(path.join(folder, 'data'), {
    walk: walkMillion(counted),
    tags: { ...noTags, read: await everyThousandth() },
  })
  await library.scanner.addFolders([music])
  while (counted.found < enough) await setImmediate()
  const since = performance.now()
  library.scanner.cancel()
  await library.scanner.settled()
  expect(performance.now() - since).toBeLessThan(1000)
  const status = library.scanner.status()
  expect(status).toMatchObject({ kind: 'idle', last: { cancelled: true, missing: 0 } })
  expect(counted.found).toBeLessThan(enough * 1.2)

  const rows = library.rows()
  expect(status.kind === 'idle' && status.last?.added).toBe(rows.length)
  expect(rows.length).toBeGreaterThan(30)
  expect(rows.filter((row) => row.title !== path.basename(row.path ?? '') || row.fingerprint === '')).toEqual([])
  expect(library.store.numbers('SELECT count(*) FROM track')).toEqual([rows.length])
  expect(library.catalogue.problems(1).total).toBe(0)
  await library.close()
})

test('files that are found faster than they are read hold the walk: they do not heap up', async () => {
  const counted = { found: 0 }
  const waiting = Promise.withResolvers<Awaited<ReturnType<TagReader['read']>>>()
  const library = openLibrary(path.join(folder, 'data'), {
    walk: walkMillion(counted),
    tags: { ...noTags, read: () => waiting.promise },
  })
  await library.scanner.addFolders([music])
  for (let before = -1; counted.found === 0 || before !== counted.found;) {
    before = counted.found
    for (let turns = 0; turns < 100; turns += 1) await setImmediate()
  }
  expect(counted.found).toBeLessThanOrEqual(101_000)
  library.scanner.cancel()
  waiting.resolve({ ok: false, error: failure('cancelled') })
  await library.scanner.settled()
  expect(library.scanner.status()).toMatchObject({ kind: 'idle', last: { added: 0, cancelled: true } })
  await library.close()
})

test('a real folder of very many files is left at once, from the middle of it', async () => {
  const many = 50_000
  // Names of one file: a file of its own each would take a minute. Links of a file are limited, at 65,000 on ext4.
  fs.writeFileSync(path.join(folder, 'nothing'), '')
  for (let index = 0; index < many; index += 1)
    fs.linkSync(path.join(folder, 'nothing'), path.join(music, `${index}.mp3`))
  const abort = new AbortController()
  let found = 0
  let since = 0
  for await (const steps of walkInWorker([{ path: music, deep: true }], abort.signal)) {
    found += steps.length
    if (found < many / 2 || abort.signal.aborted) continue
    since = performance.now()
    abort.abort()
  }
  expect(performance.now() - since).toBeLessThan(1000)
  expect(found).toBeLessThan(many * 0.6)
})
