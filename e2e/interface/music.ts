import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { putMusic } from '../../main/backend/library/scan/testing/music.ts'

const run = promisify(execFile)

interface Piece {
  readonly title: string
  readonly artist: string
  readonly album: string
  readonly track: number
  readonly seconds: number
  /** Codec arguments and extension. */
  readonly as: keyof typeof codecs
  /** Two colours of the cover; null leaves it out. */
  readonly cover: readonly [string, string] | null
}

const codecs = {
  flac: ['-c:a', 'flac'],
  mp3: ['-c:a', 'libmp3lame', '-b:a', '192k', '-id3v2_version', '3'],
  m4a: ['-c:a', 'aac', '-b:a', '160k'],
} as const

const pieces: readonly Piece[] = [
  {
    title: 'Paper Lanterns',
    artist: 'Mira Vale',
    album: 'Slow Harbour',
    track: 1,
    seconds: 21,
    as: 'flac',
    cover: ['0x14323f', '0xf2a065'],
  },
  {
    title: 'Undertow Hymn',
    artist: 'Mira Vale',
    album: 'Slow Harbour',
    track: 2,
    seconds: 19,
    as: 'flac',
    cover: ['0x14323f', '0xf2a065'],
  },
  {
    title: '夜行列車',
    artist: '灯台倶楽部',
    album: '終着駅',
    track: 1,
    seconds: 24,
    as: 'm4a',
    cover: ['0x1b1a4b', '0xe0543f'],
  },
  {
    title: 'نجوم المدينة',
    artist: 'سلمى النهري',
    album: 'ليالي الميناء',
    track: 4,
    seconds: 22,
    as: 'mp3',
    cover: ['0x1b2f7a', '0xd9b45c'],
  },
  {
    title: 'Северный порт',
    artist: 'Тихая вода',
    album: 'Полярный день',
    track: 8,
    seconds: 18,
    as: 'flac',
    cover: ['0x0a1030', '0x2fbf8f'],
  },
  {
    title: 'Salt & Static <3',
    artist: 'Northbound Radio',
    album: 'Longwave',
    track: 5,
    seconds: 20,
    as: 'mp3',
    cover: ['0xf0b429', '0x2a1f08'],
  },
  {
    title: 'Glasshouse',
    artist: 'Inès Okafor',
    album: 'Glasshouse',
    track: 2,
    seconds: 23,
    as: 'flac',
    cover: ['0xf6c3cf', '0xbfe0f2'],
  },
  { title: 'Bedroom tape 03', artist: '', album: '', track: 0, seconds: 17, as: 'mp3', cover: null },
]

/** A folder of short pieces in several scripts and formats, with covers, as somebody might have it. */
export async function musicFolder(): Promise<string> {
  const folder = path.join(await mkdtemp(path.join(tmpdir(), 'melofy-music-')), 'Late Ferry')
  await mkdir(folder)
  await Promise.all(pieces.map((piece, index) => makePiece(folder, piece, index)))
  return folder
}

/** Titles of the album that `nightTrains` makes, in its order. */
export const nightTrainTitles = ['始発', '各駅停車', '夜行列車', '乗り換え', '終電'] as const

/** A folder with an album of five short pieces, and with as many further files as one wants to wait for. */
export async function nightTrains(further: number): Promise<string> {
  const folder = path.join(await mkdtemp(path.join(tmpdir(), 'melofy-music-')), 'Night trains')
  await mkdir(folder)
  const album = {
    artist: '灯台倶楽部',
    album: '終着駅',
    seconds: 30,
    as: 'flac',
    cover: ['0x1b1a4b', '0xe0543f'],
  } as const
  const made = nightTrainTitles.map((title, index) => makePiece(folder, { ...album, title, track: index + 1 }, index))
  for (let number = 0; number < further; number += 1) {
    const file = path.join(folder, `Tape ${number % 20}`, `${number}.flac`)
    await putMusic(file, { sound: number, title: `Take ${number}`, artist: 'Salt', album: `Tape ${number % 20}` })
  }
  await Promise.all(made)
  return folder
}

/** The folder of several scripts with a file in it that is no music, whatever its name says. */
export async function folderWithRuin(): Promise<string> {
  const folder = await musicFolder()
  await writeFile(path.join(folder, '99 ruin.flac'), 'not music at all')
  return folder
}

async function makePiece(folder: string, piece: Piece, index: number): Promise<void> {
  const tone = ['-f', 'lavfi', '-i', `sine=f=${220 + index * 30}:d=${piece.seconds}:r=44100,volume=0.05`]
  const tags = { title: piece.title, artist: piece.artist, album: piece.album, track: piece.track || '' }
  const metadata = Object.entries(tags).flatMap(([name, value]) =>
    value === '' ? [] : ['-metadata', `${name}=${value}`],
  )
  const picture = piece.cover
    ? ['-f', 'lavfi', '-i', `gradients=s=400x400:c0=${piece.cover[0]}:c1=${piece.cover[1]}:seed=${index}:d=1`]
    : []
  const attach = piece.cover
    ? ['-map', '0:a', '-map', '1:v', '-frames:v', '1', '-c:v', 'mjpeg', '-disposition:v', 'attached_pic']
    : []
  const file = path.join(folder, `${String(index + 1).padStart(2, '0')}.${piece.as}`)
  await run('ffmpeg', ['-v', 'error', '-y', ...tone, ...picture, ...attach, ...codecs[piece.as], ...metadata, file])
}
