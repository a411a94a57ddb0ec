import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { execFileSync } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type BadName,
  fixtures,
  type FixtureName,
  type FixtureSet,
  longFixtures,
  taggedFacts,
  type TaggedName,
} from '../../../testkit/audio/index.ts'
import { fileFailureCode } from './errors.ts'
import { readAudioFile } from './read.ts'

let set: FixtureSet
let folder: string

beforeAll(async () => {
  set = await fixtures()
}, 120_000)
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'melofy-tags-'))
})
afterEach(() => rm(folder, { recursive: true }))

const read = (file: string, name = path.basename(file)) =>
  readAudioFile({ path: file, name, coverFolder: path.join(folder, 'covers') })

async function facts(file: string, name?: string) {
  const reply = await read(file, name)
  if (!reply.ok) throw new Error(reply.error.code)
  return reply.value
}

describe('formats, by content', () => {
  test.each([
    ['wav44', 'WAVE', 'PCM', 44_100, 2, 16, true],
    ['wav51', 'WAVE', 'PCM', 48_000, 6, 16, true],
    ['wav24bit96k', 'WAVE', 'PCM', 96_000, 2, 24, true],
    ['wav8k', 'WAVE', 'PCM', 8000, 2, 16, true],
    ['flac24bit96k', 'FLAC', 'FLAC', 96_000, 2, 24, true],
    ['mp3Vbr', 'MPEG', 'MP3', 44_100, 2, null, false],
    ['mp3NoHeader', 'MPEG', 'MP3', 44_100, 2, null, false],
    ['mp3NamedWav', 'MPEG', 'MP3', 44_100, 2, null, false],
    ['m4a', 'MP4', 'AAC', 44_100, 2, null, false],
    ['mp4WithPicture', 'MP4', 'AAC', 44_100, 2, null, false],
    ['aacAdts', 'ADTS', 'AAC', 44_100, 2, null, false],
    ['ogg', 'Ogg', 'Vorbis', 44_100, 2, null, false],
    ['opusMono', 'Ogg', 'Opus', 48_000, 1, null, false],
    ['webmOpus', 'WebM', 'Opus', 48_000, 2, null, false],
    ['webmVorbis', 'WebM', 'Vorbis', 44_100, 2, null, false],
    ['mkaFlac', 'Matroska', 'FLAC', 44_100, 2, 16, true],
  ] as const)('%s', async (name, container, codec, sampleRateHz, channels, bitsPerSample, lossless) => {
    const { format } = await facts(set.files[name].path)
    expect(format).toMatchObject({ container, codec, sampleRateHz, channels, bitsPerSample, lossless })
  })

  test('lengths are within an encoder frame or two of the truth, where the container tells', async () => {
    const silent: FixtureName[] = ['mp3NoHeader', 'aacAdts']
    const unsupported: FixtureName[] = ['aiff', 'm4aAlac']
    // Forms in which segments come from a server; nobody has such files.
    const streams: FixtureName[] = ['aacTs', 'mp3Ts', 'aacSegments', 'm4aFragments']
    const wrong: string[] = []
    for (const [name, fixture] of Object.entries(set.files)) {
      if ([...silent, ...unsupported, ...streams].some((other) => other === name)) continue
      const { durationMs } = await facts(fixture.path)
      const differenceMs = Math.abs((durationMs ?? 0) - (fixture.frames / fixture.sampleRateHz) * 1000)
      if (differenceMs > 120) wrong.push(`${name}: ${differenceMs} ms`)
    }
    expect(wrong).toEqual([])
  })

  test('lengths of three-hour files', async () => {
    const long = await longFixtures()
    for (const fixture of Object.values(long)) {
      const { durationMs } = await facts(fixture.path)
      expect(Math.abs((durationMs ?? 0) - (fixture.frames / fixture.sampleRateHz) * 1000)).toBeLessThan(2000)
    }
  }, 120_000)

  test('a name without ending, or with a wrong one, does not matter', async () => {
    for (const name of ['flac44', 'm4a', 'opus', 'webmOpus', 'mp3Cbr'] as const) {
      const file = path.join(folder, `${name}.wav`)
      await copyFile(set.files[name].path, file)
      expect((await facts(file)).format.codec).toBe((await facts(set.files[name].path)).format.codec)
    }
  })

  test('real audio that cannot be decoded says so', async () => {
    for (const name of ['aiff', 'm4aAlac'] as const) {
      expect(await read(set.files[name].path)).toMatchObject({ ok: false, error: { code: 'file-unsupported' } })
    }
  })
})

describe('tags', () => {
  test.each<TaggedName>(['flac', 'mp3', 'm4a', 'ogg', 'opus'])('%s', async (name) => {
    expect(await facts(set.tagged[name].path)).toMatchObject({
      title: taggedFacts.title,
      artists: [taggedFacts.artist],
      albumTitle: taggedFacts.album,
      albumArtist: taggedFacts.albumArtist,
      genre: taggedFacts.genre,
      year: taggedFacts.year,
      trackNumber: taggedFacts.trackNumber,
      discNumber: taggedFacts.discNumber,
    })
  })

  test('loudness: ReplayGain as it is, R128 brought to −18 LUFS', async () => {
    const { trackGainDb, trackPeak, albumGainDb, albumPeak } = taggedFacts
    for (const name of ['flac', 'mp3', 'ogg'] as const) {
      expect((await facts(set.tagged[name].path)).loudness).toEqual({ trackGainDb, trackPeak, albumGainDb, albumPeak })
    }
    // −1280/256 = −5 dB towards −23 LUFS is 0 dB towards −18.
    expect((await facts(set.tagged.opus.path)).loudness).toEqual({
      trackGainDb: 0,
      trackPeak: null,
      albumGainDb: -5,
      albumPeak: null,
    })
    expect((await facts(set.files.flac44.path)).loudness).toBeNull()
  })

  test('without tags the name tells', async () => {
    const file = path.join(folder, '03 - Ann - Song\nof 🎻.flac')
    await copyFile(set.files.flac44.path, file)
    expect(await facts(file)).toMatchObject({ title: 'Song of 🎻', artists: ['Ann'], trackNumber: 3, albumTitle: null })
  })

  test('with a title in the tags the name is not believed', async () => {
    const file = path.join(folder, '17 - Someone - Else.m4a')
    await copyFile(set.tagged.m4a.path, file)
    expect(await facts(file)).toMatchObject({ title: taggedFacts.title, trackNumber: taggedFacts.trackNumber })
  })
})

describe('covers', () => {
  test('embedded ones are kept once for all tracks that carry them', async () => {
    const hashes = new Set<string | null>()
    for (const fixture of Object.values(set.tagged)) hashes.add((await facts(fixture.path)).coverHash)
    expect(hashes.size).toBe(1)
    expect(await readdir(path.join(folder, 'covers'))).toEqual([...hashes])
  })

  test('else the one beside the file, in any case of letters', async () => {
    const song = path.join(folder, 'song.flac')
    await copyFile(set.files.flac44.path, song)
    expect((await facts(song)).coverHash).toBeNull()
    await writeFile(path.join(folder, 'folder.jpg'), 'no picture')
    expect((await facts(song)).coverHash).toBeNull()
    await copyFile(set.bad.pictureNamedFlac, path.join(folder, 'COVER.PNG'))
    expect((await facts(song)).coverHash).toMatch(/^[0-9a-f]{32}$/u)
  })

  test('a cover that cannot be kept costs the cover, not the track', async () => {
    await writeFile(path.join(folder, 'covers'), 'a file where the folder should be')
    expect((await facts(set.tagged.flac.path)).coverHash).toBeNull()
  })
})

describe('bad files', () => {
  test.each<readonly [BadName, string]>([
    ['emptyMp3', 'file-empty'],
    ['emptyFlac', 'file-empty'],
    ['emptyWav', 'file-empty'],
    ['randomMp3', 'file-not-audio'],
    ['randomFlac', 'file-not-audio'],
    ['randomM4a', 'file-not-audio'],
    ['randomWav', 'file-not-audio'],
    ['textNamedMp3', 'file-not-audio'],
    ['pictureNamedFlac', 'file-not-audio'],
    ['drmsM4a', 'file-protected'],
    ['encaM4a', 'file-protected'],
    ['truncatedM4aNoIndex', 'file-damaged'],
  ])('%s: %s', async (name, code) => {
    const data = { name: 'Shown name' }
    expect(await read(set.bad[name], 'Shown name')).toEqual({ ok: false, error: { code, data } })
  })

  test.each<BadName>(['truncatedFlac', 'truncatedMp3', 'truncatedM4a', 'truncatedWav', 'truncatedOgg'])(
    '%s still opens: its head is fine',
    async (name) => {
      expect(await read(set.bad[name])).toMatchObject({ ok: true, value: { format: { sampleRateHz: 44_100 } } })
    },
  )

  test('cut off anywhere, a file is read or refused, never thrown at anybody', async () => {
    const codes = new Set<string>()
    for (const whole of [set.tagged.mp3, set.tagged.flac, set.tagged.m4a, set.tagged.opus, set.files.webmOpus]) {
      const bytes = await readFile(whole.path)
      for (const length of [1, 3, 9, 20, 64, 200, 700, 3000, 20_000]) {
        const file = path.join(folder, `cut-${length}`)
        await writeFile(file, bytes.subarray(0, length))
        const reply = await read(file)
        codes.add(reply.ok ? 'read' : reply.error.code)
      }
    }
    expect([...codes].toSorted()).toEqual(['file-damaged', 'file-not-audio', 'read'])
  })

  test('gone, a folder, a link to itself, a pipe', async () => {
    await mkdir(path.join(folder, 'folder.mp3'))
    await symlink('loop.mp3', path.join(folder, 'loop.mp3'))
    const code = async (name: string): Promise<string> => {
      const reply = await read(path.join(folder, name))
      return reply.ok ? 'read' : reply.error.code
    }
    expect(await code('gone.mp3')).toBe('file-missing')
    expect(await code('folder.mp3')).toBe('file-not-audio')
    expect(await code('loop.mp3')).toBe('file-unreadable')
    if (process.platform === 'win32') return
    execFileSync('mkfifo', [path.join(folder, 'pipe.mp3')])
    expect(await code('pipe.mp3')).toBe('file-not-audio')
  })

  test('errors of the file system by their codes', () => {
    const code = (name: string): string => fileFailureCode(Object.assign(new Error(name), { code: name }))
    expect(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EIO', 'EBUSY'].map(code)).toEqual([
      'file-missing',
      'file-missing',
      'file-unreadable',
      'file-unreadable',
      'file-unreadable',
      'file-unreadable',
    ])
  })
})
