import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { type Reply, calls } from '../../src/contract/index.ts'
import { defaultSettings } from '../../src/settings/index.ts'
import { type Backend, type BackendOptions, createBackend } from './create.ts'
import { silentLog } from './log/index.ts'
import { saveLibraryTracks } from './playlists/testing/index.ts'
import { createTrackRepository, openStore } from './store/index.ts'
import { sampleStoredTrack, sampleTrack, spoil, temporaryFolder } from './store/testing/index.ts'

let folder: string
const running: Backend[] = []
let openedLinks: string[]

beforeEach(() => {
  folder = temporaryFolder()
  openedLinks = []
})

afterEach(async () => {
  for (const backend of running.splice(0)) await backend.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

async function start(options: Partial<BackendOptions> = {}): Promise<Backend> {
  const backend = await createBackend({
    dataFolder: folder,
    resourcesFolder: path.join(import.meta.dirname, '../../resources'),
    host: 'browser',
    platform: 'linux',
    version: '1.2.3',
    log: silentLog,
    openLink: (url) => {
      openedLinks.push(url)
    },
    ...options,
  })
  running.push(backend)
  return backend
}

async function restart(): Promise<Backend> {
  for (const backend of running.splice(0)) await backend.close()
  return start()
}

/** Calls as a page does. */
function call(backend: Backend, name: string, input: unknown = null, clientId = 'page'): Promise<Reply<unknown>> {
  return backend.dispatch(name, input, { signal: new AbortController().signal, clientId })
}

const value = async (backend: Backend, name: string, input: unknown = null): Promise<unknown> => {
  const reply = await call(backend, name, input)
  return reply.ok ? reply.value : reply.error
}

test('settings are shared: every page hears of a change, and a restart keeps it', async () => {
  const backend = await start()
  const heard: unknown[] = []
  for (const page of ['one', 'two']) backend.connect(page, (...event) => heard.push([page, ...event]))
  const dark = { ...defaultSettings, theme: 'dark' }
  expect(await value(backend, 'settings.update', { theme: 'dark' })).toEqual(dark)
  expect(heard).toEqual([
    ['one', 'settings.changed', dark],
    ['two', 'settings.changed', dark],
  ])
  expect(await value(await restart(), 'settings.get')).toEqual(dark)
})

test('queue, place and plays are there after a restart', async () => {
  const seed = openStore({ folder, log: silentLog })
  createTrackRepository(seed).saveTracks([sampleStoredTrack('a')])
  seed.close()
  const backend = await start()
  const heard: string[] = []
  backend.connect('page', (name) => heard.push(name))
  const current = { entryId: 'e1', trackId: 'a', origin: 'context', order: 0 }
  const queue = { past: [], current, upcoming: [], context: null, shuffle: false, repeat: 'off' }
  const place = { entryId: 'e1', positionMs: 1500, volume: 1, muted: false }
  const play = { playId: 'p1', trackId: 'a', startedAt: 1, heardMs: 1500, end: 'interrupted' }
  await call(backend, 'session.saveQueue', queue)
  await call(backend, 'session.savePlace', place)
  await call(backend, 'history.record', play)
  expect(heard).toEqual(['history.changed'])

  const again = await restart()
  const track = sampleTrack('a')
  expect(await value(again, 'session.load')).toEqual({ queue, place, tracks: [track], rest: [] })
  expect(await value(again, 'history.recent', { limit: 5 })).toEqual([{ ...play, track }])
})

test('answers keep to the contract', async () => {
  const backend = await start()
  for (const name of ['app.info', 'settings.get', 'session.load', 'playback.claim'] as const) {
    expect([name, calls[name].output.safeParse(await value(backend, name)).success]).toEqual([name, true])
  }
  expect(calls['history.recent'].output.parse(await value(backend, 'history.recent', { limit: 5 }))).toEqual([])
})

test('a damaged database is told in the facts about the app', async () => {
  fs.writeFileSync(path.join(folder, 'melofy.sqlite'), 'damaged '.repeat(1000))
  expect(await value(await start(), 'app.info')).toEqual({
    version: '1.2.3',
    host: 'browser',
    platform: 'linux',
    notice: { code: 'store-damaged', data: { name: expect.stringMatching(/^melofy-damaged-.*\.sqlite$/) } },
  })
})

test('damage found while running is told to every page at once', async () => {
  const ids = Array.from({ length: 8000 }, (_, index) => `t${index}`)
  const store = openStore({ folder, log: silentLog })
  createTrackRepository(store).saveTracks(ids.map((id) => sampleStoredTrack(id)))
  store.close()
  spoil(path.join(folder, 'melofy.sqlite'), 0.5, 0.52)
  // A large file that was closed properly is trusted at the start.
  const backend = await start()
  expect(await value(backend, 'app.info')).toMatchObject({ notice: null })
  const heard: unknown[] = []
  backend.connect('page', (...event) => heard.push(event))
  const entry = (id: string) => ({ entryId: id, trackId: id, origin: 'context', order: 0 })
  const queue = { past: [], current: null, upcoming: ids.map(entry), context: null, shuffle: false, repeat: 'off' }
  await value(backend, 'session.saveQueue', queue)
  const portions = Array.from({ length: 32 }, (_, index) => ids.slice(index * 250, (index + 1) * 250))
  const replies = await Promise.all(portions.map((trackIds) => value(backend, 'session.tracks', { trackIds })))
  expect(replies).toContainEqual(expect.objectContaining({ code: 'store-damaged' }))
  const notice = { code: 'store-damaged', data: { name: expect.stringMatching(/^melofy-damaged-/) } }
  expect(heard).toEqual([['app.notice', notice]])
  expect(await value(backend, 'app.info')).toMatchObject({ notice })
})

test('links go to the system only when they are on the list', async () => {
  const backend = await start()
  expect(await call(backend, 'app.openLink', { url: 'https://github.com/' })).toEqual({ ok: true, value: null })
  expect(await value(backend, 'app.openLink', { url: 'https://example.org/' })).toEqual({ code: 'bad-input' })
  expect(await value(backend, 'app.openLink', { url: 'file:///etc/passwd' })).toEqual({ code: 'bad-input' })
  expect(openedLinks).toEqual(['https://github.com/'])
})

test('the file dialog is the host’s, and a host without one says so', async () => {
  const asked: string[] = []
  const withDialog = await start({
    choosePaths: async (kind) => {
      asked.push(kind)
      return ['/music']
    },
  })
  expect(await value(withDialog, 'files.choose', { kind: 'folder' })).toEqual(['/music'])
  expect(asked).toEqual(['folder'])
  expect(await value(await restart(), 'files.choose', { kind: 'files' })).toEqual({ code: 'bad-input' })
})

test('a page that starts to play silences the others', async () => {
  const backend = await start()
  const heard: string[] = []
  for (const page of ['one', 'two']) backend.connect(page, (name) => heard.push(`${page} ${name}`))
  await call(backend, 'playback.claim', null, 'two')
  expect(heard).toEqual(['one playback.elsewhere'])
})

/** One second of silence, 8 kHz mono 16 bit. */
function wave(): Buffer {
  const header = Buffer.alloc(44)
  header.write('RIFF', 0)
  header.writeUInt32LE(36 + 16_000, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(8000, 24)
  header.writeUInt32LE(16_000, 28)
  header.writeUInt16LE(2, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36)
  header.writeUInt32LE(16_000, 40)
  return Buffer.concat([header, Buffer.alloc(16_000)])
}

test('an opened file can be heard, also after a restart, and its progress is told to the page that asked', async () => {
  const music = temporaryFolder()
  fs.writeFileSync(path.join(music, 'One.wav'), wave())
  const backend = await start()
  const heard: string[] = []
  for (const page of ['page', 'other']) backend.connect(page, (name) => heard.push(`${page} ${name}`))
  const opened = calls['files.open'].output.parse(await value(backend, 'files.open', { paths: [music], taskId: 't' }))
  expect(opened.skipped).toEqual([])
  expect(new Set(heard)).toEqual(new Set(['page files.progress']))
  const again = await restart()
  const response = await again.media(new Request(`http://localhost/${opened.tracks[0]?.audioPath}`))
  expect(Buffer.from(await response.arrayBuffer()).equals(wave())).toBe(true)
  expect((await again.media(new Request('http://localhost/media/audio/unknown'))).status).toBe(404)
  fs.rmSync(music, { recursive: true })
})

test('files dropped on a page are taken in by the browser host and not by the desktop app', async () => {
  const request = (): Request =>
    new Request('http://localhost/media/upload?name=One.wav', { method: 'PUT', body: new Uint8Array(wave()) })
  expect((await (await start()).media(request())).status).toBe(200)
  for (const backend of running.splice(0)) await backend.close()
  expect((await (await start({ host: 'electron' })).media(request())).status).toBe(404)
})

test('without its demo album the app still starts and says that there is none', async () => {
  const album = calls['demo.album'].output.parse(
    await value(await start({ resourcesFolder: path.join(folder, 'nothing') }), 'demo.album'),
  )
  expect(album.tracks).toEqual([])
})

test('closing twice is closing, and a late call gets an answer', async () => {
  const backend = await start()
  await backend.close()
  await backend.close()
  expect(await value(backend, 'settings.get')).toEqual({ code: 'cancelled' })
})

test('a smart playlist follows plays, and lists of a playlist know it and forget it', async () => {
  const seed = openStore({ folder, log: silentLog })
  saveLibraryTracks(seed, [sampleTrack('a'), sampleTrack('b')])
  seed.close()
  const backend = await start()
  const rule = { field: 'plays', is: 'at-least', value: 1 }
  const rules = { match: 'all', rules: [rule], sort: 'title', descending: false, limit: null }
  const made = await value(backend, 'playlists.create', { name: 'Played', trackIds: [], rules })
  const { id } = z.object({ id: z.string() }).parse(made)
  const query = { scope: { kind: 'playlist', id }, sort: 'own', descending: false, filter: '' }
  const rows = () => value(backend, 'library.tracks', { query, range: { from: 0, to: 10 } })
  expect(await rows()).toMatchObject({ total: 0 })
  await value(backend, 'history.record', { playId: '1', trackId: 'b', startedAt: 1, heardMs: 1, end: 'finished' })
  expect(await rows()).toMatchObject({ total: 1, rows: [{ id: 'b' }] })
  await value(backend, 'playlists.delete', { id })
  expect(await rows()).toEqual({ code: 'playlist-gone' })
})
