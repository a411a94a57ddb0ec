import fs from 'node:fs'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { failure, FailureError } from '../../../../src/contract/index.ts'
import { silentLog } from '../../log/index.ts'
import { openStore } from '../../store/index.ts'
import { temporaryFolder } from '../../store/testing/index.ts'
import { createTagReader, type TagReader } from '../../tags/index.ts'
import { openLibrary, walkHere } from './testing/library.ts'
import { putMusic } from './testing/music.ts'
import type { WalkDisk, WalkStep } from './types.ts'
import { WalkEnded, walkPlaces } from './walk.ts'
import type { Walker } from './walker.ts'

let folder: string
let music: string

beforeEach(async () => {
  folder = fs.realpathSync(temporaryFolder())
  music = path.join(folder, 'music')
  for (let index = 0; index < 40; index += 1) {
    await putMusic(path.join(music, `${index}.flac`), { sound: index, title: `Song ${index}` })
  }
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

test('a folder of a million names is left at once when asked to, from the middle of it', () => {
  let listed = 0
  const disk: WalkDisk = {
    *list() {
      for (; listed < 1_000_000; listed += 1) yield { name: `${listed}.flac`, kind: 'file' }
    },
    stat: () => ({ kind: 'file', sizeBytes: 1, modifiedMs: 1 }),
    realPath: (given) => given,
  }
  const pause = (): void => {
    if (listed === 500_000) throw new WalkEnded()
  }
  expect(() => [...walkPlaces([{ path: '/music', deep: true }], disk, pause)]).toThrow(WalkEnded)
  expect(listed).toBe(500_000)
})

test('cancelled, it keeps what was read, says so, and does not go on by itself; asked again, it does', async () => {
  const endless: Walker = async function* endless(places, signal) {
    yield* walkHere(places, signal)
    const file = { directory: music, name: 'x', sizeBytes: 1, modifiedMs: 1, besideStamp: '1' }
    const companions = { cover: null, lyrics: null, sheets: [] }
    for (let index = 0; !signal.aborted; index += 1) {
      const step: WalkStep = { kind: 'file', file: { ...file, path: path.join(music, `gone ${index}`), companions } }
      yield [step]
      await setImmediate()
    }
  }
  const library = openLibrary(path.join(folder, 'data'), {
    walk: endless,
    onChanged: () => {
      if (library.rows().length >= 10) library.scanner.cancel()
    },
  })
  await library.scanner.addFolders([music])
  await library.scanner.settled()
  const had = library.rows().length
  expect(had).toBeGreaterThanOrEqual(10)
  expect(library.scanner.status()).toMatchObject({ kind: 'idle', last: { added: had, missing: 0, cancelled: true } })
  expect(library.folders.memory(1).isUnfinished).toBe(false)
  await library.close()
  const again = openLibrary(path.join(folder, 'data'))
  expect(await again.scan()).toMatchObject({ last: { added: 40 - had, cancelled: false } })
  await again.close()
})

test('asked for many times at once, it scans one after the other, and nothing is there twice', async () => {
  let underWay = 0
  let walks = 0
  const counting: Walker = async function* counting(places, signal) {
    underWay += 1
    walks += 1
    expect(underWay).toBe(1)
    yield* walkHere(places, signal)
    underWay -= 1
  }
  const library = openLibrary(path.join(folder, 'data'), { walk: counting })
  await library.scanner.addFolders([music])
  for (let times = 0; times < 10; times += 1) library.scanner.scan(null)
  await library.scanner.settled()
  expect(walks).toBe(2)
  expect(library.content()).toHaveLength(40)
  await library.close()
})

test('with a full disk it stops and says why; with room again it goes on', async () => {
  const store = openStore({ folder: path.join(folder, 'data'), log: silentLog })
  let isFull = false
  const filling = {
    ...store,
    transaction: <Result>(work: () => Result): Result => {
      if (isFull) throw new FailureError(failure('disk-full'))
      return store.transaction(work)
    },
  }
  const library = openLibrary(path.join(folder, 'data'), {
    store: filling,
    walk: walkHere,
    onChanged: () => {
      isFull = true
    },
  })
  await library.scanner.addFolders([music])
  await library.scanner.settled()
  const had = library.rows().length
  expect(library.scanner.status()).toEqual({ kind: 'stopped', error: { code: 'disk-full' } })
  expect(library.statuses.at(-1)?.kind).toBe('stopped')
  expect(library.folders.memory(1).isUnfinished).toBe(true)
  expect(had).toBeGreaterThan(0)
  expect(had).toBeLessThan(40)
  isFull = false
  const going = openLibrary(path.join(folder, 'data'), { store, walk: walkHere })
  expect(await going.scan()).toMatchObject({ kind: 'idle', last: { added: 40 - had } })
  expect(going.content()).toHaveLength(40)
  await library.scanner.close()
  await going.close()
})

test('cancelled while the disk of a file does not answer, a scan ends at once, and so does closing', async () => {
  const tags = createTagReader({ log: silentLog })
  const asked = Promise.withResolvers<void>()
  const dead: TagReader = {
    ...tags,
    read(request) {
      if (!request.name.startsWith('7')) return tags.read(request)
      asked.resolve()
      return new Promise(() => undefined)
    },
  }
  const library = openLibrary(path.join(folder, 'data'), { walk: walkHere, tags: dead })
  await library.scanner.addFolders([music])
  await asked.promise
  library.scanner.cancel()
  await library.scanner.settled()
  expect(library.scanner.status()).toMatchObject({ kind: 'idle', last: { cancelled: true } })
  // What was read by then stays, and is whole.
  expect(library.content().length).toBe(library.rows().length)
  library.scanner.scan(null)
  await library.close()
  await tags.close()
})
