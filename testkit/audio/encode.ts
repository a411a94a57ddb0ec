import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ffmpeg } from './ffmpeg.ts'
import { withGaplessTag } from './mp4.ts'
import type { Fixture } from './types.ts'

/** How ffmpeg is asked for one kind of file: extension and codec arguments. */
export interface Encoding {
  readonly extension: string
  readonly args: readonly string[]
  /** Decoded rate where it is not the source's. */
  readonly sampleRateHz?: number
}

/** Below this bit rate ffmpeg's encoder smears the first frames so far that a clean joint could not be told from a bad one. */
const aac = ['-c:a', 'aac', '-b:a', '320k']
const exactEditList = ['-movie_timescale', '44100']

export const encodings = {
  wav: { extension: 'wav', args: ['-c:a', 'copy'] },
  flac: { extension: 'flac', args: ['-c:a', 'flac'] },
  mp3Cbr: { extension: 'mp3', args: ['-c:a', 'libmp3lame', '-b:a', '192k'] },
  mp3Vbr: { extension: 'mp3', args: ['-c:a', 'libmp3lame', '-q:a', '2'] },
  mp3NoHeader: {
    extension: 'mp3',
    args: ['-c:a', 'libmp3lame', '-q:a', '4', '-write_xing', '0', '-id3v2_version', '0'],
  },
  m4a: { extension: 'm4a', args: [...aac, ...exactEditList] },
  m4aCoarse: { extension: 'm4a', args: [...aac] },
  m4aFast: { extension: 'm4a', args: [...aac, '-movflags', '+faststart', ...exactEditList] },
  m4aNoEdit: { extension: 'm4a', args: [...aac, '-use_editlist', '0'] },
  adts: { extension: 'aac', args: aac },
  alac: { extension: 'm4a', args: ['-c:a', 'alac', ...exactEditList] },
  aiff: { extension: 'aiff', args: ['-c:a', 'pcm_s16be'] },
  ogg: { extension: 'ogg', args: ['-c:a', 'libvorbis', '-q:a', '5'] },
  opus: { extension: 'opus', args: ['-c:a', 'libopus', '-b:a', '160k'] },
  webmOpus: { extension: 'webm', args: ['-c:a', 'libopus', '-b:a', '160k'] },
  webmVorbis: { extension: 'webm', args: ['-c:a', 'libvorbis', '-q:a', '5'] },
  mkaFlac: { extension: 'mka', args: ['-c:a', 'flac'] },
} as const satisfies Record<string, Encoding>

/** Encodes a source into `folder/<name>.<extension>`. Tags of the source are left out. */
export async function encode(folder: string, name: string, source: Fixture, encoding: Encoding): Promise<Fixture> {
  const file = path.join(folder, `${name}.${encoding.extension}`)
  await ffmpeg(['-i', source.path, '-map_metadata', '-1', ...encoding.args, file])
  return { ...source, path: file }
}

/** AAC in MP4 without an edit list, with iTunes' gapless tag in its place. */
export async function encodeWithGaplessTag(folder: string, name: string, source: Fixture): Promise<Fixture> {
  const made = await encode(folder, name, source, encodings.m4aNoEdit)
  const delay = 1024
  const packets = Math.ceil((source.frames + delay) / 1024)
  const padding = packets * 1024 - delay - source.frames
  await writeFile(made.path, withGaplessTag(await readFile(made.path), { delay, padding, frames: source.frames }))
  return made
}
