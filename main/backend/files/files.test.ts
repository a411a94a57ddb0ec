import { copyFile, mkdir, mkdtemp, realpath, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fixtures, type FixtureSet } from '../../../testkit/audio/index.ts'
import { type EventPayload, FailureError } from '../../../src/contract/index.ts'
import { silentLog } from '../log/index.ts'
import { createTrackRepository, openStore } from '../store/index.ts'
import { createTagReader, type TagReader } from '../tags/index.ts'
import { createFiles, type Files } from './files.ts'
import { albumIdOf } from './ids.ts'
import { memoryTracks } from './testing/index.ts'

// One for all tests: its threads take longer to start than what is tested here.
const tags = createTagReader({ log: silentLog })
afterAll(() => tags.close())

let set: FixtureSet
let folder: string
let music: string
let tracks: ReturnType<typeof memoryTracks>
let reads: string[]
let files: Files

beforeAll(async () => {
  set = await fixtures()
}, 120_000)

beforeEach(async () => {
  folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'melofy-files-')))
  music = path.join(folder, 'music')
  await mkdir(music)
  tracks = memoryTracks()
  reads = []
  files = createFiles({ tracks, tags: counting(), coverFolder: path.join(folder, 'covers') })
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

/** The real reader, which tells what it was asked for. */
function counting(): TagReader {
  return {
    read(request) {
      reads.push(request.name)
      return tags.read(request)
    },
    close: () => tags.close(),
  }
}

const open = (paths: readonly string[], signal = new AbortController().signal) =>
  files.openPaths(paths, { taskId: 'task', signal, emit: () => undefined })

/** Puts a small audio file somewhere below the music folder. */
async function put(relative: string, source = set.files.opusMono.path): Promise<string> {
  const file = path.join(music, relative)
  await mkdir(path.dirname(file), { recursive: true })
  await copyFile(source, file)
  return file
}

describe('opening folders', () => {
  test('finds music at any depth in natural order, and nothing else', async () => {
    for (const name of ['CD 10/1.opus', 'CD 2/1.opus', 'CD 2/10.opus', 'CD 2/9.opus', 'a.OPUS']) await put(name)
    for (const name of ['cover.jpg', 'notes.txt', '.hidden.opus', '.trash/x.opus']) await put(name)
    const opened = await open([music])
    expect(opened.tracks.map(({ location }) => path.relative(music, location ?? ''))).toEqual(
      ['a.OPUS', 'CD 2/1.opus', 'CD 2/9.opus', 'CD 2/10.opus', 'CD 10/1.opus'].map((name) => path.normalize(name)),
    )
    expect(opened).toMatchObject({ skipped: [], ignored: 2 })
  })

  test('loops of links end, and a file reached twice is there once', async () => {
    const song = await put('album/song.opus')
    await symlink(music, path.join(music, 'album', 'up'))
    await symlink('self', path.join(music, 'self'))
    await symlink(song, path.join(music, 'same.opus'))
    const opened = await open([music, path.join(music, 'album'), song])
    expect(opened.tracks).toHaveLength(1)
    // A dead link is a file that cannot be read, not a crash.
    expect(opened.skipped.map(({ name }) => name)).toEqual(['self'])
  })

  test('names in every script, with emoji and line breaks, and very long', async () => {
    const names = [
      'Ωμέγα',
      'عربي',
      '日本語',
      'हिन्दी',
      '🎧👩‍👩‍👧',
      'e\u0301',
      'line\nbreak',
      '%2e%2e',
      'x'.repeat(240),
      '\'"`$&;',
    ]
    for (const name of names) await put(`${name}.opus`)
    const opened = await open([music])
    expect(opened.skipped).toEqual([])
    expect(opened.tracks).toHaveLength(names.length)
    expect(opened.tracks.map(({ title }) => title)).toContain('line break')
    for (const track of opened.tracks) expect(files.audioFile(track.id)?.mimeType).toBe('audio/ogg')
  })

  // Only Linux takes any bytes for a name.
  test.skipIf(process.platform !== 'linux')(
    'a name that is not text is told as such; a sign that looks like it plays',
    async () => {
      await put('\ufffd.opus')
      const bytesName = (before: string, after = '') =>
        Buffer.concat([Buffer.from(path.join(music, before)), Buffer.from([0xfc]), Buffer.from(after)])
      await writeFile(bytesName('f', 'r.mp3'), 'x')
      await writeFile(bytesName('cover', '.jpg'), 'x')
      await mkdir(bytesName('folder'))
      const opened = await open([music, path.join(music, 'f\ufffdr.mp3'), path.join(music, 'gone.mp3')])
      expect(opened.tracks.map(({ location }) => path.basename(location ?? ''))).toEqual(['\ufffd.opus'])
      expect(opened.ignored).toBe(1)
      expect(opened.skipped.map(({ name, error }) => [name, error.code])).toEqual([
        ['folder\ufffd', 'file-name-unreadable'],
        ['f\ufffdr.mp3', 'file-name-unreadable'],
        ['f\ufffdr.mp3', 'file-name-unreadable'],
        ['gone.mp3', 'file-missing'],
      ])
    },
  )

  test('each bad file is named with its reason; the others play', async () => {
    await put('good.opus')
    await put('empty.mp3', set.bad.emptyMp3)
    await put('random.flac', set.bad.randomFlac)
    await put('protected.m4a', set.bad.drmsM4a)
    const opened = await open([music, path.join(folder, 'nowhere'), 'not/absolute.mp3'])
    expect(opened.tracks.map(({ title }) => title)).toEqual(['good'])
    expect(Object.fromEntries(opened.skipped.map(({ name, error }) => [name, error.code]))).toEqual({
      'empty.mp3': 'file-empty',
      'random.flac': 'file-not-audio',
      'protected.m4a': 'file-protected',
      nowhere: 'file-missing',
      'not/absolute.mp3': 'file-missing',
    })
    const folders = Object.fromEntries(
      opened.skipped.map(({ name, location }) => [name, location && path.dirname(location)]),
    )
    expect(folders).toMatchObject({ 'empty.mp3': music, nowhere: folder, 'not/absolute.mp3': null })
  })

  test('a folder without music says so; a file named on its own is tried whatever its ending', async () => {
    await mkdir(path.join(music, 'empty'))
    const strange = await put('song.xyz')
    const text = await put('readme', set.bad.textNamedMp3)
    const opened = await open([path.join(music, 'empty'), strange, text, await put('cover.png')])
    expect(opened.tracks.map(({ title }) => title)).toEqual(['song'])
    expect(opened.skipped.map(({ error }) => error.code)).toEqual(['folder-without-audio', 'file-not-audio'])
    expect(opened.ignored).toBe(1)
  })

  test('too many files: as many as allowed, and it says so', async () => {
    for (let index = 0; index < 12; index++) await put(`${index}.opus`)
    const limited = { tracks, tags, coverFolder: folder, limits: { files: 10, names: 1000 } }
    files = createFiles(limited)
    const opened = await open([music])
    expect(opened.tracks).toHaveLength(10)
    expect(opened.skipped).toEqual([
      { name: 'music', location: null, error: { code: 'too-many-files', data: { name: 'music', limit: 10 } } },
    ])
    await rm(path.join(music, '10.opus'))
    await rm(path.join(music, '11.opus'))
    expect((await open([music])).skipped).toEqual([])
    files = createFiles({ ...limited, limits: { files: 1000, names: 5 } })
    expect((await open([music])).skipped.map(({ error }) => error.code)).toEqual(['too-many-files'])
  })
})

describe('tracks', () => {
  test('carry what the tags say and where they are', async () => {
    const file = await put('song.flac', set.tagged.flac.path)
    const [track] = (await open([file])).tracks
    expect(track).toMatchObject({
      artists: ['Ada Lovelace'],
      albumTitle: 'Proofs & Errata',
      location: file,
      origin: 'file',
      audioPath: `media/audio/${track?.id}`,
    })
    expect(track?.coverPath).toMatch(/^media\/cover\/[0-9a-f]{32}$/u)
    expect(track?.id).toMatch(/^[\w-]{22}$/u)
  })

  test('keep their id for ever, and are read again only when the file changed', async () => {
    const file = await put('song.flac', set.tagged.flac.path)
    const first = (await open([file])).tracks
    expect((await open([file])).tracks).toEqual(first)
    expect(reads).toEqual(['song.flac'])
    await utimes(file, new Date(), new Date((await stat(file)).mtimeMs + 5000))
    expect((await open([file])).tracks).toEqual(first)
    expect(reads).toHaveLength(2)
    // A cover that was lost (cache cleared) is fetched again.
    await rm(path.join(folder, 'covers'), { recursive: true })
    await open([file])
    expect(reads).toHaveLength(3)
  })

  test('of one album share its id, wherever they lie; a file without album has none', async () => {
    const albums = await Promise.all([
      put('a/1.flac', set.tagged.flac.path),
      put('a/2.mp3', set.tagged.mp3.path),
      put('b/1.m4a', set.tagged.m4a.path),
    ])
    const ids = (await open(albums)).tracks.map(({ albumId }) => albumId)
    expect(new Set(ids).size).toBe(1)
    expect((await open([await put('c/x.opus')])).tracks[0]?.albumId).toBeNull()
  })

  test('of a compilation without album artist belong together by folder, its discs too', () => {
    const id = (folder: string) => albumIdOf('Greatest Hits', null, path.join(music, folder))
    expect(id('Box/CD 1')).toBe(id('Box/CD 2'))
    expect(id('Box/disc02')).toBe(id('Box'))
    expect(id('One')).not.toBe(id('Other'))
    expect(albumIdOf('Greatest Hits', 'Queen', 'x')).toBe(albumIdOf('greatest hits', 'QUEEN', 'y'))
    expect(albumIdOf('Greatest Hits', 'Queen', 'x')).not.toBe(albumIdOf('Greatest Hits', 'Abba', 'x'))
  })

  test('survive in the real store', async () => {
    const opened = openStore({ folder: path.join(folder, 'data'), log: silentLog })
    files = createFiles({
      tracks: createTrackRepository(opened),
      tags: counting(),
      coverFolder: path.join(folder, 'c'),
    })
    const file = await put('sóng.flac', set.tagged.flac.path)
    const first = (await open([file])).tracks
    expect((await open([file])).tracks).toEqual(first)
    expect(reads).toHaveLength(1)
    expect(files.audioFile(first[0]?.id ?? '')).toEqual({ path: file, name: 'sóng.flac', mimeType: 'audio/flac' })
    opened.close()
  })
})

describe('long work', () => {
  test('reports how far it is, not too often, and the last report is the end', async () => {
    for (let index = 0; index < 30; index++) await put(`${index}.opus`)
    let time = 0
    const reports: EventPayload<'files.progress'>[] = []
    files = createFiles({ tracks, tags, coverFolder: folder, now: () => (time += 30) })
    const signal = new AbortController().signal
    await files.openPaths([music], { taskId: 't7', signal, emit: (report) => reports.push(report) })
    expect(reports.length).toBeLessThan(25)
    expect(reports.at(-1)).toMatchObject({ taskId: 't7', done: 30, total: 30 })
    const done = reports.map((report) => report.done)
    expect(done).toEqual(done.toSorted((one, other) => one - other))
  })

  test('writes in batches', async () => {
    for (let index = 0; index < 205; index++) await put(`${index}.opus`)
    await open([music])
    expect(tracks.saved.map((batch) => batch.length)).toEqual([100, 100, 5])
  })

  test('can be cancelled; what was read is kept', async () => {
    for (let index = 0; index < 40; index++) await put(`${index}.opus`)
    const cancel = new AbortController()
    files = createFiles({
      tracks,
      coverFolder: folder,
      tags: {
        async read(request) {
          const reply = await tags.read(request)
          if (request.name === '7.opus') cancel.abort()
          return reply
        },
        close: () => tags.close(),
      },
    })
    const cancelled = await open([music], cancel.signal).catch((error: unknown) => error)
    expect(cancelled instanceof FailureError && cancelled.failure.code).toBe('cancelled')
    const kept = tracks.saved.flat().length
    expect(kept).toBeGreaterThan(3)
    expect(kept).toBeLessThan(40)
  })

  test('cancelled before it began', async () => {
    await expect(open([music], AbortSignal.abort())).rejects.toThrow('cancelled')
  })

  test('a file that vanishes between finding and reading is only skipped', async () => {
    const file = await put('gone.opus')
    await put('here.opus')
    files = createFiles({
      tracks,
      coverFolder: folder,
      tags: {
        async read(request) {
          if (request.name === 'gone.opus') await rm(file)
          return tags.read(request)
        },
        close: () => tags.close(),
      },
    })
    const opened = await open([music])
    expect(opened.tracks.map(({ title }) => title)).toEqual(['here'])
    expect(opened.skipped).toEqual([
      { name: 'gone.opus', location: file, error: { code: 'file-missing', data: { name: 'gone.opus' } } },
    ])
    await writeFile(file, '')
  })
})
