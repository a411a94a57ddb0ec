import { createHash } from 'node:crypto'
import { copyFile, link, mkdir, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { longFixtures } from '../../testkit/audio/index.ts'
import { ffmpeg } from './ffmpeg.ts'

/** The formats that every measurement goes through. */
export const formats = ['wav', 'flac', 'mp3', 'm4a', 'ogg', 'opus', 'webm'] as const

export type Format = (typeof formats)[number]

/** Length of the ordinary tracks, in seconds: as long as a song, and much longer than what the engine keeps decoded. */
export const trackSeconds = 240

/** Two channels that never fall silent and compress like music: chords that wander, and some noise. */
const sound =
  'aevalsrc=0.16*sin(2*PI*(220+3*sin(t))*t)+0.14*sin(2*PI*329.6*t)+0.1*sin(2*PI*(1760+40*sin(t/3))*t)+0.02*(random(0)-0.5)' +
  '|0.16*sin(2*PI*(220+2*sin(t/2))*t)+0.14*sin(2*PI*415.3*t)+0.1*sin(2*PI*2637*t)+0.02*(random(1)-0.5)'

const codecs: Readonly<Record<Format, readonly string[]>> = {
  wav: ['-c:a', 'pcm_s16le'],
  flac: ['-c:a', 'flac'],
  mp3: ['-c:a', 'libmp3lame', '-b:a', '192k'],
  m4a: ['-c:a', 'aac', '-b:a', '192k', '-movflags', '+faststart'],
  ogg: ['-c:a', 'libvorbis', '-q:a', '5'],
  opus: ['-c:a', 'libopus', '-b:a', '128k'],
  webm: ['-c:a', 'libopus', '-b:a', '128k'],
}

/** Where files lie that the next run can use again: their names change with the recipe. */
const keep = path.join(
  tmpdir(),
  `melofy-bench-${createHash('sha256')
    .update(JSON.stringify([sound, codecs, trackSeconds]))
    .digest('hex')
    .slice(0, 12)}`,
)

/** Makes a file once; half of one is never seen under its name. */
async function made(name: string, make: (file: string) => Promise<void>): Promise<string> {
  const file = path.join(keep, name)
  if ((await stat(file).catch(() => null)) !== null) return file
  await mkdir(keep, { recursive: true })
  const unfinished = path.join(keep, `${process.pid}-${name}`)
  await make(unfinished)
  await rename(unfinished, file)
  return file
}

function source(sampleRateHz: number): Promise<string> {
  const input = ['-f', 'lavfi', '-i', `${sound}:s=${sampleRateHz}:d=${trackSeconds}`]
  return made(`source-${sampleRateHz}.wav`, (file) => ffmpeg([...input, '-c:a', 'pcm_s16le', file]))
}

/** An ordinary track of four minutes. Opus is always at 48 kHz. */
export async function track(format: Format, sampleRateHz = 44_100): Promise<string> {
  const isOpus = format === 'opus' || format === 'webm'
  const input = await source(isOpus ? 48_000 : sampleRateHz)
  return made(`track-${sampleRateHz}.${format}`, (file) => ffmpeg(['-i', input, ...codecs[format], file]))
}

/** Three-hour files. The FLAC one is the ordinary track, repeated. */
export async function longTracks(): Promise<Readonly<Record<'mp3' | 'm4a' | 'opus' | 'flac', string>>> {
  const { mp3, m4a, opus } = await longFixtures()
  const piece = await source(44_100)
  const flac = await made('three-hours.flac', (file) =>
    ffmpeg([
      '-stream_loop',
      '44',
      '-i',
      piece,
      '-ac',
      '1',
      '-ar',
      '16000',
      '-c:a',
      'flac',
      '-compression_level',
      '0',
      file,
    ]),
  )
  return { mp3: mp3.path, m4a: m4a.path, opus: opus.path, flac }
}

/** Files with the same bytes under new paths, which the app takes for files it never saw. */
export async function copies(file: string, folder: string, names: readonly string[]): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true })
  const paths = names.map((name) => path.join(folder, name))
  for (const copy of paths) {
    await rm(copy, { force: true })
    await linkOrCopy(file, copy)
  }
  return paths
}

async function linkOrCopy(file: string, copy: string): Promise<void> {
  try {
    await link(file, copy)
  } catch {
    await copyFile(file, copy)
  }
}
