import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { ffmpeg } from './ffmpeg.ts'

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

/** Titles of the album of night trains, in its order. */
export const nightTrainTitles = ['始発', '各駅停車', '夜行列車', '乗り換え', '終電'] as const

const nightTrains: readonly Piece[] = nightTrainTitles.map((title, index) => ({
  title,
  artist: '灯台倶楽部',
  album: '終着駅',
  track: index + 1,
  seconds: 30,
  as: 'flac',
  cover: ['0x1b1a4b', '0xe0543f'],
}))

/** Music as somebody might have it. Paths of the files. */
export interface Collection {
  /** Short pieces in several scripts and formats, with covers. */
  readonly lateFerry: readonly string[]
  /** One album in order. */
  readonly nightTrains: readonly string[]
}

/** Makes all of it. */
export async function makeCollection(folder: string): Promise<Collection> {
  const make = async (name: string, wanted: readonly Piece[]): Promise<readonly string[]> => {
    const inside = path.join(folder, name)
    await mkdir(inside)
    return Promise.all(wanted.map((piece, index) => makePiece(inside, piece, index)))
  }
  return { lateFerry: await make('late-ferry', pieces), nightTrains: await make('night-trains', nightTrains) }
}

async function makePiece(folder: string, piece: Piece, index: number): Promise<string> {
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
  await ffmpeg([...tone, ...picture, ...attach, ...codecs[piece.as], ...metadata, file])
  return file
}
