import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { silentLog } from '../log/index.ts'
import { openStore, type OpenedStore } from '../store/index.ts'
import { temporaryFolder } from '../store/testing/index.ts'
import { createTagReader, type TagReader } from '../tags/index.ts'
import { createLibraryRoom, type LibraryRoom } from './room.ts'
import { putMusic } from './scan/testing/music.ts'

let folder: string
let store: OpenedStore
let tags: TagReader
let room: LibraryRoom
let events: string[]
let wake: () => void = () => undefined

beforeEach(() => {
  folder = fs.realpathSync(temporaryFolder())
  fs.mkdirSync(path.join(folder, 'music'))
  store = openStore({ folder: path.join(folder, 'data'), log: silentLog })
  tags = createTagReader({ log: silentLog })
  events = []
  room = createLibraryRoom({
    store,
    tags,
    coverFolder: path.join(folder, 'covers'),
    emit: (name) => events.push(name),
    log: silentLog,
    indexTrack(_rowId, track) {
      events.push(track.title)
      wake()
    },
    onChanged: () => undefined,
    onReplaced: () => undefined,
    startDelayMs: 0,
  })
})
afterEach(async () => {
  await room.close()
  await tags.close()
  store.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

test('what is put into a folder of the library is taken in by itself', async () => {
  const client = { clientId: 'page', signal: new AbortController().signal }
  await putMusic(path.join(folder, 'music', 'one.flac'), { sound: 1, title: 'One' })
  const added = await room.handlers['library.addFolders']({ paths: [path.join(folder, 'music')] }, client)
  expect(added).toMatchObject({ folders: [{ name: 'music' }], refused: [] })
  await until('One')
  // Until it is watched, nothing is heard of it: the file is written again and again.
  const timer = setInterval(
    () => void putMusic(path.join(folder, 'music', 'new', 'two.flac'), { sound: 2, title: 'Two' }),
    1500,
  )
  await until('Two')
  clearInterval(timer)
  expect(events).toContain('library.foldersChanged')
  expect(events).toContain('library.scan')
})

async function until(title: string): Promise<void> {
  while (!events.includes(title)) {
    await new Promise<void>((resolve) => {
      wake = resolve
    })
  }
}
