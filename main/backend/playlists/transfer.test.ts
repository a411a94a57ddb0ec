import fs from 'node:fs'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { anyGrapheme } from '../../../testkit/property/index.ts'
import type { Track } from '../../../src/music/index.ts'
import { createTrackRepository } from '../store/index.ts'
import { sampleStoredTrack, sampleTrack, temporaryFolder } from '../store/testing/index.ts'
import { type TestRoom, context, openRoom } from './testing/index.ts'

let folder: string
let opened: TestRoom

beforeEach(() => {
  folder = temporaryFolder()
  opened = openRoom(folder)
})

afterEach(() => {
  opened.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

const calls = () => opened.room.handlers
const save = (id: string, path: string | null, changes: Partial<Track> = {}): void =>
  createTrackRepository(opened.store).saveTracks([
    sampleStoredTrack(id, { path, track: sampleTrack(id, { title: id, ...changes }) }),
  ])
const read = (text: string, from: string | null = null, fileName = 'Road trip.m3u8') =>
  calls()['playlists.import']({ fileName, text, folder: from }, context)
async function tracksOf(id: string): Promise<string[]> {
  const { rows } = await calls()['playlists.entries']({ id, range: { from: 0, to: 1000 } }, context)
  return rows.map(({ track }) => track.id)
}
async function found(text: string, from: string | null = null): Promise<string[]> {
  return tracksOf((await read(text, from)).playlist.id)
}

test('tracks are found by path, below the folder of the file, and what is not found is told', async () => {
  save('a', '/music/Album/a.flac')
  save('b', '/music/lists/b.flac')
  const result = await read(
    '/music/Album/a.flac\nb.flac\n../Album/a.flac\ngone.mp3\nhttps://example.org/x',
    '/music/lists',
  )
  expect(result).toMatchObject({
    found: 3,
    missing: ['gone.mp3', 'https://example.org/x'],
    playlist: { name: 'Road trip', trackCount: 3 },
  })
  expect(await tracksOf(result.playlist.id)).toEqual(['a', 'b', 'a'])
})

test('music that was moved to another disk or computer is found by the end of its path', async () => {
  save('a', '/mnt/music/Ann/First/01.flac')
  save('b', '/mnt/music/Ann/Second/01.flac')
  save('c', '/mnt/music/loose.mp3')
  expect(await found('D:\\Music\\ann\\SECOND\\01.flac')).toEqual(['b'])
  expect(await found('file:///Users/ann/Music/First/01.flac')).toEqual(['a'])
  expect(await found('loose.mp3')).toEqual(['c'])
  expect((await read('/elsewhere/Third/01.flac')).found).toBe(0)
})

test('the same ends of paths are told apart by their words', async () => {
  save('a', '/music/One/CD 1/01.flac', { title: 'Rain', artists: ['Ann'] })
  save('b', '/music/Two/CD 1/01.flac', { title: 'Snow', artists: ['Bo'] })
  expect(await found('#EXTINF:180,Bo - Snow\nE:\\CD 1\\01.flac')).toEqual(['b'])
  expect((await read('E:\\CD 1\\01.flac')).found).toBe(0)
})

test('tracks are found by title and artist at about their length', async () => {
  save('a', null, { title: 'Söng - Live', artists: ['Ann - Marie', 'Bo'], durationMs: 200_000 })
  expect(await found('#EXTINF:202,Ann - Marie, Bo - Song - live\nx.mp3')).toEqual(['a'])
  expect(await found('#EXTINF:-1,ann - marie feat. Bo - Song - Live\nx.mp3')).toEqual(['a'])
  expect(await found('01. Bo - Söng - Live.mp3')).toEqual(['a'])
  expect((await read('#EXTINF:210,Bo - Söng - Live\nx.mp3')).found).toBe(0)
  expect((await read('#EXTINF:200,Cy - Söng - Live\nx.mp3')).found).toBe(0)
})

test('tracks are found by ISRC, whatever they are called', async () => {
  save('a', '/music/a.flac', { isrc: 'USABC1234567' })
  const track = [{ identifier: ['isrc:USABC1234567'], title: 'Else', creator: 'Nobody' }]
  expect(await found(JSON.stringify({ playlist: { track } }))).toEqual(['a'])
})

test('a script in a name stays a name', async () => {
  const name = '<script>alert(1)</script> & "quotes"'
  save('a', '/music/<b>&amp;.flac', { title: name, artists: [name] })
  const { id } = await calls()['playlists.create']({ name, trackIds: ['a'], rules: null }, context)
  const { text, fileName } = await calls()['playlists.export']({ id, format: 'xspf' }, context)
  expect(text).not.toContain('<script')
  expect(fileName).toMatch(/^[^<>:"/\\|?*]+\.xspf$/)
  const again = await read(text)
  expect([again.playlist.name, await tracksOf(again.playlist.id)]).toEqual([`${name} 2`, ['a']])
})

test('a long playlist is made whole, and hundred thousand lines are read', async () => {
  createTrackRepository(opened.store).saveTracks(
    Array.from({ length: 9000 }, (_, index) => sampleStoredTrack(`t${index}`, { path: `/music/${index}.flac` })),
  )
  const text = Array.from({ length: 100_000 }, (_, index) => `/music/${index}.flac`).join('\n')
  const { playlist, missing, found: count } = await read(text)
  expect([count, missing.length, playlist.trackCount]).toEqual([9000, 91_000, 9000])
}, 120_000)

test('a cancelled import makes nothing', async () => {
  const text = Array.from({ length: 50_000 }, (_, index) => `/music/${index}.flac`).join('\n')
  const abort = new AbortController()
  const reading = calls()['playlists.import'](
    { fileName: 'a.m3u', text, folder: null },
    { signal: abort.signal, clientId: 'page' },
  )
  abort.abort()
  await expect(reading).rejects.toThrow(/abort/i)
  expect(await calls()['playlists.list'](null, context)).toEqual([])
})

const words = fc.string({ minLength: 1, maxLength: 12, unit: anyGrapheme })
const part = fc.string({ minLength: 1, maxLength: 8, unit: anyGrapheme }).filter((one) => !/[/\0]|^\.{1,2}$/u.test(one))
const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => `/${parts.join('/')}`)
const library = fc.uniqueArray(
  fc.record({ path, title: words, artist: words, durationMs: fc.option(fc.integer({ min: 0, max: 1e7 })) }),
  { selector: (one) => one.path, minLength: 1, maxLength: 6 },
)

test('what is exported is found again in every format, in its order', async () => {
  await fc.assert(
    fc.asyncProperty(
      library,
      fc.array(fc.nat(), { minLength: 1, maxLength: 8 }),
      fc.constantFrom('m3u8', 'xspf', 'jspf'),
      async (tracks, picks, format) => {
        opened.store.run('DELETE FROM track')
        opened.room.tracksChanged()
        for (const [index, { path: file, title, artist, durationMs }] of tracks.entries()) {
          save(`t${index}`, file, { title, artists: [artist], durationMs })
        }
        const trackIds = picks.map((pick) => `t${pick % tracks.length}`)
        const { id } = await calls()['playlists.create']({ name: 'Mix', trackIds, rules: null }, context)
        const { text, fileName } = await calls()['playlists.export']({ id, format }, context)
        const result = await read(text, '/lists', fileName)
        expect(result.missing).toEqual([])
        expect(await tracksOf(result.playlist.id)).toEqual(trackIds)
      },
    ),
    { numRuns: 150 },
  )
}, 60_000)

test('the album that comes with the app and the parts of one file are found again', async () => {
  save('demo-1', null, { title: 'Morning', artists: ['Melofy'], origin: 'demo' })
  save('demo-2', null, { title: 'Evening', artists: ['Melofy'], origin: 'demo' })
  for (const [index, title] of ['Untitled', 'Untitled', 'Named'].entries()) {
    const startMs = index * 60_000.5
    save(`part${index}`, `/music/cue${index}.flac`, {
      title,
      trackNumber: index + 1,
      segment: { startMs, endMs: startMs + 60_000.5 },
      durationMs: 60_000.5,
    })
    opened.store.run(`UPDATE track SET path = '/music/cue.flac', segment = ? WHERE id = ?`, index + 1, `part${index}`)
  }
  const trackIds = ['part1', 'demo-2', 'part0', 'part2', 'demo-1']
  const { id } = await calls()['playlists.create']({ name: 'Mix', trackIds, rules: null }, context)
  for (const format of ['m3u8', 'xspf', 'jspf'] as const) {
    const { text } = await calls()['playlists.export']({ id, format }, context)
    expect(await found(text)).toEqual(trackIds)
  }
})
