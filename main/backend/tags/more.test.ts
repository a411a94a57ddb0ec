import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fixtures, type FixtureSet, type TaggedName } from '../../../testkit/audio/index.ts'
import { decodeText } from './decode.ts'
import { readAudioFile } from './read.ts'
import { parseSheet } from './sheet.ts'
import { yearOf } from './years.ts'

let set: FixtureSet
let folder: string

beforeAll(async () => {
  set = await fixtures()
}, 120_000)
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'melofy-tags-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function library(file: string, companions = {}) {
  const reply = await readAudioFile({
    path: file,
    name: path.basename(file),
    coverFolder: path.join(folder, 'covers'),
    companions: { cover: null, lyrics: null, sheets: [], ...companions },
  })
  if (!reply.ok || reply.value.library === null) throw new Error('not read')
  return reply.value.library
}

test.each<[string | number | null, number | null]>([
  ['1999', 1999],
  ['1999-05-01', 1999],
  ['19990501', 1999],
  ['c. 1999', 1999],
  ['01/05/1999', 1999],
  ['１９９９', 1999],
  ['(P) 1999 Somebody', 1999],
  [2024, 2024],
  ['0', null],
  [0, null],
  ['0000', null],
  ['99', null],
  ['123456', null],
  ['', null],
  [null, null],
])('year of %j: %j', (text, year) => {
  expect(yearOf(text)).toBe(year)
})

describe('fingerprint', () => {
  /** The same sound with other tags in front of or behind it. */
  async function retagged(name: TaggedName): Promise<string> {
    const file = path.join(folder, `other.${name}`)
    const bytes = await readFile(set.tagged[name].path)
    const tag = Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\x20\0', 'latin1'), Buffer.alloc(4096)])
    const old = Buffer.alloc(128)
    old.write('TAG')
    await writeFile(file, Buffer.concat([tag, bytes, old]))
    return file
  }

  test('stays with the sound when tags in front and behind it change', async () => {
    for (const name of ['mp3', 'flac'] as const) {
      const before = await library(set.tagged[name].path)
      expect((await library(await retagged(name))).fingerprint).toBe(before.fingerprint)
    }
  })

  test('tells every recording from every other', async () => {
    const files = [
      ...Object.values(set.tagged),
      set.files.flac44,
      set.files.opusMono,
      set.files.webmOpus,
      set.files.wav8k,
    ]
    const found = await Promise.all(files.map(async ({ path: file }) => (await library(file)).fingerprint))
    expect(new Set(found).size).toBe(files.length)
  })
})

describe('lyrics beside the file', () => {
  const words = '[00:12.00]Größe\n[00:15.30]über alles'

  test.each([
    ['UTF-8', Buffer.from(words)],
    ['UTF-8 with mark', Buffer.from(`\uFEFF${words}`)],
    ['UTF-16', Buffer.from(`\uFEFF${words}`, 'utf16le')],
    ['UTF-16, other end first', Buffer.from(`\uFEFF${words}`, 'utf16le').swap16()],
    ['UTF-16 without mark', Buffer.from(words, 'utf16le')],
    ['Windows-1252', Buffer.from(words, 'latin1')],
  ])('in %s', async (_name, bytes) => {
    const file = path.join(folder, 'song.flac')
    await copyFile(set.tagged.flac.path, file)
    await writeFile(path.join(folder, 'song.lrc'), bytes)
    expect((await library(file, { lyrics: 'song.lrc' })).lyrics).toEqual([{ source: 'file', text: words }])
  })

  test('too large or gone: none', async () => {
    const file = path.join(folder, 'song.flac')
    await copyFile(set.tagged.flac.path, file)
    await writeFile(path.join(folder, 'song.lrc'), 'x'.repeat(2_000_000))
    expect((await library(file, { lyrics: 'song.lrc' })).lyrics).toEqual([])
    expect((await library(file, { lyrics: 'gone.lrc' })).lyrics).toEqual([])
  })
})

describe('cue sheets', () => {
  const sheet = `REM GENRE "Trip Hop"
REM DATE 1998
PERFORMER "Massive"
TITLE "Mezzanine"
FILE "album.wav" WAVE
  TRACK 01 AUDIO
    TITLE "Angel"
    ISRC GBAAA9800322
    INDEX 01 00:00:00
  TRACK 02 AUDIO
    TITLE "Risingson"
    PERFORMER "Massive & Friend"
    INDEX 00 00:00:30
    INDEX 01 00:01:37
`

  test('titles, names, times in 75ths of a second', () => {
    const album = { title: 'Mezzanine', artist: 'Massive', genre: 'Trip Hop', year: 1998 }
    const second = 1000 + 37 * (1000 / 75)
    expect(parseSheet(sheet)).toEqual([
      {
        name: 'album.wav',
        tracks: [
          { number: 1, startMs: 0, endMs: second, title: 'Angel', artist: null, isrc: 'GBAAA9800322', album },
          {
            number: 2,
            startMs: second,
            endMs: null,
            title: 'Risingson',
            artist: 'Massive & Friend',
            isrc: null,
            album,
          },
        ],
      },
    ])
  })

  test('a gap at the end of the file before', () => {
    const gap =
      'FILE a.wav WAVE\nTRACK 1 AUDIO\nINDEX 01 0:0:0\nTRACK 2 AUDIO\nINDEX 00 3:0:0\nFILE b.wav WAVE\nINDEX 01 0:0:0'
    expect(parseSheet(gap)?.map(({ name, tracks }) => [name, tracks.length])).toEqual([
      ['a.wav', 1],
      ['b.wav', 1],
    ])
  })

  test.each([
    '',
    'TRACK 01 AUDIO\nINDEX 01 00:00:00',
    'FILE a.wav WAVE',
    'FILE a.wav WAVE\nTRACK 01 AUDIO',
    'FILE a.wav WAVE\nTRACK 01 AUDIO\nINDEX 01 soon',
    'FILE a.wav WAVE\nTRACK 01 AUDIO\nINDEX 01 05:00:00\nTRACK 02 AUDIO\nINDEX 01 04:00:00',
    'FILE a.wav WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\nTRACK 01 AUDIO\nINDEX 01 04:00:00',
    '\0\x01\x02'.repeat(1000),
  ])('no sense in %j', (text) => {
    expect(parseSheet(text)).toBeNull()
  })

  test('makes tracks of the file it was encoded to; one that names nothing here is a problem', async () => {
    const file = path.join(folder, 'album.flac')
    await copyFile(set.files.flac44.path, file)
    await writeFile(path.join(folder, 'album.cue'), sheet)
    await writeFile(path.join(folder, 'broken.cue'), 'FILE "album.flac" WAVE\nTRACK 01 AUDIO\n')
    await writeFile(path.join(folder, 'other.cue'), sheet.replace('album.wav', 'gone.wav'))
    const found = await library(file, { sheets: ['album.cue', 'broken.cue', 'other.cue'] })
    expect(found.sheet?.map(({ title }) => title)).toEqual(['Angel', 'Risingson'])
    expect(found.sheetProblems.map(({ name, error }) => [name, error.code])).toEqual([
      ['broken.cue', 'sheet-damaged'],
      ['other.cue', 'sheet-without-audio'],
    ])
  })

  test('a sheet for another file beside it leaves this one whole', async () => {
    for (const name of ['album.wav', 'album.flac']) await copyFile(set.files.flac44.path, path.join(folder, name))
    await writeFile(path.join(folder, 'album.cue'), sheet)
    expect((await library(path.join(folder, 'album.flac'), { sheets: ['album.cue'] })).sheet).toBeNull()
    expect((await library(path.join(folder, 'album.wav'), { sheets: ['album.cue'] })).sheet).toHaveLength(2)
  })
})

test('text that is no UTF-8 is read as Western text', () => {
  expect(decodeText(Buffer.from([0x93, 0x61, 0x94]))).toBe('“a”')
})
