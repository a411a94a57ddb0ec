import fs from 'node:fs'
import { mkdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { silentLog } from '../../log/index.ts'
import { temporaryFolder } from '../../store/testing/index.ts'
import { createTagReader } from '../../tags/index.ts'
import { encodeWav } from '../../../../testkit/audio/wav.ts'
import { realDisk } from './disk.ts'
import { openLibrary, type TestLibrary, walkOn } from './testing/library.ts'
import { putMusic } from './testing/music.ts'
import type { WalkDisk } from './types.ts'
import { walkPlaces } from './walk.ts'

// One for all tests: its threads take longer to start than most of what is tested here.
const tags = createTagReader({ log: silentLog })
afterAll(() => tags.close())

let folder: string
let music: string
let library: TestLibrary
let replaced: { readonly from: string; readonly to: string }[]

beforeEach(() => {
  folder = fs.realpathSync(temporaryFolder())
  music = path.join(folder, 'music')
  fs.mkdirSync(music)
  replaced = []
  library = openLibrary(path.join(folder, 'data'), { tags, onReplaced: (pairs) => replaced.push(...pairs) })
})
afterEach(async () => {
  await library.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

const at = (...parts: string[]): string => path.join(music, ...parts)
const titles = (): string[] => library.content().map(({ title }) => title)
const idOf = (title: string): string | undefined => library.rows().find((row) => row.title === title)?.track_id

/** What this process has read from files so far, in bytes; Linux alone counts that. */
const bytesRead = (): number =>
  process.platform === 'linux' ? Number(/^rchar: (\d+)$/m.exec(fs.readFileSync('/proc/self/io', 'utf8'))?.[1]) : 0

async function add(...paths: string[]) {
  const answer = await library.scanner.addFolders(paths)
  await library.scanner.settled()
  return answer.refused.map(({ error }) => error.code)
}

/** Three songs in two folders, scanned. */
async function begin(): Promise<void> {
  await putMusic(at('a/one.flac'), { sound: 1, title: 'One', artist: 'Ann', album: 'First' })
  await putMusic(at('a/two.flac'), { sound: 2, title: 'Two', artist: 'Ann', album: 'First' })
  await putMusic(at('b/three.flac'), { sound: 3, title: 'Three', artist: 'Bo' })
  await add(music)
}

describe('folders', () => {
  test('what lies in one already, is no folder or is not there is refused', async () => {
    await begin()
    expect(await add(at('a'), music, at('a/one.flac'), at('gone'), 'not/absolute')).toEqual([
      'folder-in-library',
      'folder-in-library',
      'not-a-folder',
      'file-missing',
      'file-missing',
    ])
    expect(library.folders.list()).toMatchObject([{ path: music, name: 'music', state: 'ready', trackCount: 3 }])
  })

  test('a folder around one takes it up, and every track keeps its id', async () => {
    await begin()
    const before = library.rows().map(({ track_id }) => track_id)
    await putMusic(path.join(folder, 'four.flac'), { sound: 4, title: 'Four' })
    expect(await add(folder)).toEqual([])
    expect(library.folders.list()).toMatchObject([{ path: folder, trackCount: 4 }])
    expect(library.rows().map(({ track_id }) => track_id)).toEqual(expect.arrayContaining(before))
  })

  test('one taken out leaves its tracks, missing; added again they are the same', async () => {
    await begin()
    const before = library.rows()
    await library.scanner.removeFolder(library.folders.list()[0]?.id ?? 0)
    expect(library.folders.list()).toEqual([])
    expect(titles()).toEqual([])
    await add(music)
    expect(library.rows()).toEqual(before)
  })
})

describe('a scan', () => {
  test('takes in what is there, and what changed since', async () => {
    await begin()
    expect(titles()).toEqual(['One', 'Two', 'Three'])
    const id = idOf('Two')
    await putMusic(at('a/two.flac'), { sound: 2, title: 'Two again', artist: 'Ann' })
    await putMusic(at('c/d/four.flac'), { sound: 4, title: 'Four' })
    await rm(at('b/three.flac'))
    expect(await library.scan()).toMatchObject({ kind: 'idle', last: { added: 1, updated: 1, missing: 1, failed: 0 } })
    expect(titles()).toEqual(['One', 'Two again', 'Four'])
    expect(idOf('Two again')).toBe(id)
  })

  test('of what did not change writes nothing', async () => {
    await begin()
    const changes = library.changes()
    expect(await library.scan()).toMatchObject({ last: { added: 0, updated: 0, moved: 0, missing: 0 } })
    expect(library.changes()).toBe(changes)
  })

  test('tells how far it is, ending with all of it', async () => {
    await begin()
    const kinds = library.statuses.map((status) => (status.kind === 'scanning' ? status.phase : status.kind))
    expect(kinds[0]).toBe('finding')
    expect(library.statuses.at(-1)).toMatchObject({ kind: 'idle', last: { added: 3, cancelled: false } })
  })

  test('a file that was moved, with its folder renamed too, is the same track', async () => {
    await begin()
    const ids = ['One', 'Two', 'Three'].map(idOf)
    await rename(at('a'), at('z'))
    await mkdir(at('x'))
    await rename(at('b/three.flac'), at('x/drei.flac'))
    expect(await library.scan()).toMatchObject({ last: { added: 0, moved: 3, missing: 0 } })
    expect(['One', 'Two', 'Three'].map(idOf)).toEqual(ids)
    expect(library.content().map(({ file }) => path.relative(music, file ?? ''))).toEqual(
      ['x/drei.flac', 'z/one.flac', 'z/two.flac'].map((name) => path.normalize(name)),
    )
  })

  test('moved and retagged at once, and swapped with another, it is still the same', async () => {
    await begin()
    const ids = ['One', 'Two', 'Three'].map(idOf)
    await rm(at('b/three.flac'))
    await putMusic(at('new/3.flac'), { sound: 3, title: 'Three', artist: 'Somebody else' })
    await rename(at('a/one.flac'), at('a/swap'))
    await rename(at('a/two.flac'), at('a/one.flac'))
    await rename(at('a/swap'), at('a/two.flac'))
    await utimes(at('a/one.flac'), 1_700_000_000, 1_700_000_001)
    await utimes(at('a/two.flac'), 1_700_000_000, 1_700_000_002)
    await library.scan()
    expect(['One', 'Two', 'Three'].map(idOf)).toEqual(ids)
    expect(library.content().map(({ title }) => title)).toEqual(['Two', 'One', 'Three'])
  })

  test('a copy is another track', async () => {
    await begin()
    fs.copyFileSync(at('a/one.flac'), at('a/copy.flac'))
    expect(await library.scan()).toMatchObject({ last: { added: 1, moved: 0 } })
    expect(library.content().filter(({ title }) => title === 'One')).toHaveLength(2)
  })

  test('other music at the place of a deleted one is another track, and the old one is only missing', async () => {
    await begin()
    const id = idOf('One')
    await putMusic(at('a/one.flac'), { sound: 9, title: 'Nine' })
    await library.scan()
    expect(titles()).toEqual(['Nine', 'Two', 'Three'])
    expect(idOf('One')).toBe(id)
    expect(idOf('Nine')).not.toBe(id)
    await putMusic(at('back/one.flac'), { sound: 1, title: 'One' })
    await library.scan()
    expect(library.content().find(({ title }) => title === 'One')?.file).toBe(at('back/one.flac'))
    expect(idOf('One')).toBe(id)
  })

  test('a folder whose disk is gone keeps all it had', async () => {
    await begin()
    const before = library.rows()
    await rename(music, path.join(folder, 'unplugged'))
    await library.scan()
    expect(library.folders.list()).toMatchObject([{ state: 'offline', trackCount: 3 }])
    expect(library.rows()).toEqual(before)
    await rename(path.join(folder, 'unplugged'), music)
    await library.scan()
    expect(library.folders.list()).toMatchObject([{ state: 'ready' }])
    expect(library.rows()).toEqual(before)
  })

  test('one that was brought elsewhere while its disk was away is told when the disk comes back without it', async () => {
    await begin()
    const disk = path.join(folder, 'disk')
    await putMusic(path.join(disk, 'four.flac'), { sound: 4, title: 'Four' })
    await add(disk)
    const first = idOf('Four')
    await rename(path.join(disk, 'four.flac'), at('a/four.flac'))
    await rename(disk, path.join(folder, 'unplugged'))
    await library.scan()
    expect(replaced).toEqual([])
    await rename(path.join(folder, 'unplugged'), disk)
    await library.scan()
    const here = library.rows().find((row) => row.path === at('a/four.flac'))?.track_id
    expect(here).not.toBe(first)
    expect(replaced).toEqual([{ from: first, to: here }])
  })

  test('an empty folder is a disk that is gone where it was another disk, else it was emptied', async () => {
    await begin()
    const id = library.folders.list()[0]?.id ?? 0
    const { device } = library.folders.memory(id)
    for (const name of fs.readdirSync(music)) await rename(at(name), path.join(folder, name))
    library.folders.remember(id, { device: (device ?? 0) + 1 })
    await library.scan()
    expect(library.folders.list()).toMatchObject([{ state: 'offline', trackCount: 3 }])
    library.folders.remember(id, { device })
    await library.scan()
    expect(library.folders.list()).toMatchObject([{ state: 'ready', trackCount: 0 }])
  })
})

describe('bad input', () => {
  test('files that cannot be taken in are told, once read, until they change', async () => {
    await begin()
    await writeFile(at('a/bad.flac'), 'not music')
    await writeFile(at('a/empty.mp3'), '')
    expect(await library.scan()).toMatchObject({ last: { failed: 2 } })
    const codes = (): string[] => library.catalogue.problems(500).problems.map(({ error }) => error.code)
    expect(codes()).toEqual(['file-not-audio', 'file-empty'])
    expect(await library.scan()).toMatchObject({ last: { failed: 2 } })
    await putMusic(at('a/bad.flac'), { sound: 5, title: 'Five' })
    await rm(at('a/empty.mp3'))
    await library.scan()
    expect(codes()).toEqual([])
    expect(titles()).toContain('Five')
  })

  test('files of 3 GB, with nothing in them and with five hours of silence, are not read whole', async () => {
    const size = 3 * 1024 ** 3
    fs.writeFileSync(at('huge.mp3'), '')
    fs.truncateSync(at('huge.mp3'), size)
    const wav = Buffer.from(encodeWav([new Float64Array(), new Float64Array()], 44_100, 16))
    const headBytes = wav.length
    wav.writeUInt32LE(size - 8, 4)
    wav.writeUInt32LE(size - headBytes, headBytes - 4)
    fs.writeFileSync(at('long.wav'), wav)
    fs.truncateSync(at('long.wav'), size)
    const before = bytesRead()
    await begin()
    expect(bytesRead() - before).toBeLessThan(50_000_000)
    expect(library.catalogue.problems(500).problems).toEqual([
      { path: at('huge.mp3'), error: { code: 'file-not-audio', data: { name: 'huge.mp3' } } },
    ])
    const hours = (library.rows().find(({ title }) => title === 'long')?.duration_ms ?? 0) / 3_600_000
    expect(hours).toBeCloseTo((size - headBytes) / (44_100 * 4 * 3600), 2)
  })

  test.each(['EACCES', 'EIO'])(
    'a folder that cannot be read (%s) is told, and what was below it stays',
    async (code) => {
      await library.close()
      let isClosed = false
      const list: WalkDisk['list'] = (wanted) => {
        if (isClosed && wanted === at('a')) throw Object.assign(new Error(code), { code })
        return realDisk.list(wanted)
      }
      library = openLibrary(path.join(folder, 'data'), { tags, walk: walkOn({ ...realDisk, list }) })
      await begin()
      isClosed = true
      await rm(at('b/three.flac'))
      expect(await library.scan()).toMatchObject({ kind: 'idle', last: { missing: 1, failed: 1 } })
      expect(titles()).toEqual(['One', 'Two'])
      expect(library.catalogue.problems(500).problems).toEqual([
        { path: at('a'), error: { code: 'folder-unreadable', data: { name: 'a' } } },
      ])
      isClosed = false
      await library.scan()
      expect(titles()).toEqual(['One', 'Two'])
      expect(library.catalogue.problems(500).total).toBe(0)
    },
  )

  test('loops of links end, and a file reached twice is one track', async () => {
    await putMusic(at('a/one.flac'), { sound: 1, title: 'One' })
    await symlink(music, at('a/up'))
    await symlink('loop.flac', at('loop.flac'))
    await symlink(at('a/one.flac'), at('same.flac'))
    await begin()
    expect(titles()).toEqual(['One', 'Two', 'Three'])
    expect(library.catalogue.problems(500).problems.map(({ error }) => error.code)).toEqual(['file-unreadable'])
  })

  test('a folder of links reads each folder that they lead into once', () => {
    const names = Array.from({ length: 500 }, (_, index) => `${index}.flac`)
    const beside = ['cover.jpg', '7.lrc', 'set.cue']
    const listings = new Map<string, number>()
    const disk: WalkDisk = {
      *list(folder) {
        listings.set(folder, (listings.get(folder) ?? 0) + 1)
        for (const name of names) yield { name, kind: folder === '/links' ? 'link' : 'file' }
        if (folder === '/store') for (const name of beside) yield { name, kind: 'file' }
      },
      stat: () => ({ kind: 'file', sizeBytes: 1, modifiedMs: 1 }),
      realPath: (link) => link.replace('/links/', '/store/'),
    }
    const steps = [...walkPlaces([{ path: '/links', deep: true }], disk, () => undefined)]
    expect(Object.fromEntries(listings)).toEqual({ '/links': 1, '/store': 1 })
    const files = steps.flatMap((step) => (step.kind === 'file' ? [step.file] : []))
    expect(files.map(({ path: file }) => file).toSorted()).toEqual(names.map((name) => `/store/${name}`).toSorted())
    expect(files.find(({ name }) => name === '7.flac')?.companions).toEqual({
      cover: 'cover.jpg',
      lyrics: '7.lrc',
      sheets: ['set.cue'],
    })
    expect(steps.filter(({ kind }) => kind === 'sheet')).toHaveLength(1)
  })

  test('hostile tags are cleaned and cut', async () => {
    await putMusic(at('x.flac'), { sound: 1, title: `<script>\u0000\u202E${'x'.repeat(1_000_000)}`, artist: '\u0007' })
    await begin()
    const title = titles().find((text) => text.startsWith('<script>'))
    expect(title).toHaveLength(300)
    expect(title).not.toMatch(/[\p{Cc}\u202e]/u)
  })
})

describe('cue sheets', () => {
  const sheet = `PERFORMER "Ann"\nTITLE "Live"\nFILE "set.flac" WAVE
TRACK 01 AUDIO\nTITLE "Intro"\nINDEX 01 00:00:00\nTRACK 02 AUDIO\nTITLE "Song"\nPERFORMER "Bo"\nINDEX 01 00:00:40\n`

  test('make tracks of one file, and it is whole again without them', async () => {
    await begin()
    await putMusic(at('live/set.flac'), { sound: 7, title: 'Set' })
    await library.scan()
    const whole = idOf('Set')
    await writeFile(at('live/set.cue'), sheet)
    await library.scan()
    expect(library.content().filter(({ file }) => file === at('live/set.flac'))).toMatchObject([
      { title: 'Intro', segment: 1, number: 1 },
      { title: 'Song', segment: 2, number: 2 },
    ])
    const song = idOf('Song')
    await rename(at('live'), at('tour'))
    await library.scan()
    expect(idOf('Song')).toBe(song)
    await rm(at('tour/set.cue'))
    await library.scan()
    expect(library.content().filter(({ file }) => file === at('tour/set.flac'))).toMatchObject([
      { title: 'Set', segment: 0 },
    ])
    expect(idOf('Set')).toBe(whole)
  })

  test('that name nothing, or make no sense, are problems, also where no music is', async () => {
    await begin()
    await writeFile(at('a/lost.cue'), sheet)
    await mkdir(at('sheets'))
    await writeFile(at('sheets/broken.cue'), 'nothing')
    await library.scan()
    const codes = (): string[] => library.catalogue.problems(500).problems.map(({ error }) => error.code)
    expect(codes()).toEqual(['sheet-without-audio', 'sheet-damaged'])
    await library.scan()
    expect(codes()).toHaveLength(2)
    await rm(at('a/lost.cue'))
    await rm(at('sheets'), { recursive: true })
    await library.scan()
    expect(codes()).toEqual([])
  })
})
