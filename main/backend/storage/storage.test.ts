import { mkdir, readdir, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createTrackRepository } from '../store/index.ts'
import { memoryStore, sampleStoredTrack, temporaryFolder } from '../store/testing/index.ts'
import { createStorageHandlers } from './index.ts'

const context = { clientId: 'a', signal: new AbortController().signal }

async function prepare() {
  const dataFolder = temporaryFolder()
  const put = async (name: string, bytes: number, modified = 0): Promise<void> => {
    const file = path.join(dataFolder, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, Buffer.alloc(bytes))
    await utimes(file, modified, modified)
  }
  const store = memoryStore()
  const handlers = createStorageHandlers({
    dataFolder,
    store,
    cache: { diskBytes: () => 40, clear: async () => 40 },
    now: () => 10_000_000_000,
  })
  return { dataFolder, put, store, handlers }
}

test('everything is counted, nothing twice, links not at all', async () => {
  const { dataFolder, put, handlers } = await prepare()
  await put('melofy.sqlite', 100)
  await put('melofy.sqlite-wal', 10)
  await put('melofy-damaged-2026.sqlite', 1)
  await put('lock', 7)
  await put('covers/a', 20)
  await put('thumbnails/a-96.webp', 3)
  await put('dropped/x/song.flac', 50)
  await put('backups/melofy-1.sqlite', 30)
  await symlink('/', path.join(dataFolder, 'backups', 'elsewhere'))
  expect(await handlers['storage.summary'](null, context)).toEqual({
    database: 111,
    covers: 20,
    thumbnails: 3,
    cache: 40,
    dropped: 50,
    backups: 30,
    logs: 0,
  })
})

test('clearing covers leaves those that something shows and those that have just come', async () => {
  const { dataFolder, put, store, handlers } = await prepare()
  createTrackRepository(store).saveTracks([sampleStoredTrack('t', { coverHash: 'shown' })])
  store.run(`INSERT INTO played_track VALUES ('p', '{"coverPath":"media/cover/played"}')`)
  for (const name of ['shown', 'played', 'unused']) await put(`covers/${name}`, 10)
  await put('covers/young', 10, 9_999_000)
  expect(await handlers['storage.clear']({ what: 'covers' }, context)).toEqual({ freed: 10 })
  expect((await readdir(path.join(dataFolder, 'covers'))).toSorted()).toEqual(['played', 'shown', 'young'])
})

test('clearing what is remembered asks the cache, and no folder', async () => {
  const { put, handlers, dataFolder } = await prepare()
  await put('cache/entries.sqlite', 5)
  expect(await handlers['storage.clear']({ what: 'cache' }, context)).toEqual({ freed: 40 })
  expect(await readdir(path.join(dataFolder, 'cache'))).toEqual(['entries.sqlite'])
})

test('clearing thumbnails and backups empties them, clearing logs keeps the file that is written', async () => {
  const { dataFolder, put, handlers } = await prepare()
  await put('thumbnails/a-96.webp', 3)
  await put('thumbnails/b.refused', 0)
  await put('logs/melofy.log', 5)
  expect(await handlers['storage.clear']({ what: 'thumbnails' }, context)).toEqual({ freed: 3 })
  expect(await readdir(path.join(dataFolder, 'thumbnails'))).toEqual([])
  expect(await handlers['storage.clear']({ what: 'logs' }, context)).toEqual({ freed: 5 })
  expect((await stat(path.join(dataFolder, 'logs', 'melofy.log'))).size).toBe(0)
  expect(await handlers['storage.clear']({ what: 'backups' }, context)).toEqual({ freed: 0 })
})
