import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
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
  m4aFragments: {
    extension: 'm4a',
    args: [...aac, '-movflags', '+empty_moov+default_base_moof', '-frag_duration', '700000'],
  },
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

/** Segments of an HLS playlist in MPEG-TS, one after another. */
export async function encodeAsSegments(
  folder: string,
  name: string,
  source: Fixture,
  codec: readonly string[],
): Promise<Fixture> {
  const parts = path.join(folder, name)
  await mkdir(parts)
  const playlist = ['-f', 'hls', '-hls_time', '1', '-hls_list_size', '0', '-hls_segment_filename']
  const segments = path.join(parts, 'part%03d.ts')
  await ffmpeg([
    '-i',
    source.path,
    '-map_metadata',
    '-1',
    ...codec,
    ...playlist,
    segments,
    path.join(parts, 'list.m3u8'),
  ])
  const names = (await readdir(parts)).filter((file) => file.endsWith('.ts')).toSorted()
  const file = path.join(folder, `${name}.ts`)
  await writeFile(file, Buffer.concat(await Promise.all(names.map((each) => readFile(path.join(parts, each))))))
  return { ...source, path: file }
}

/** The frames of an ADTS file in such segments (`taggedSegments`), one after another in one file. */
export async function asTaggedSegments(folder: string, name: string, adts: Fixture): Promise<Fixture> {
  const file = path.join(folder, `${name}.aac`)
  await writeFile(file, Buffer.concat(await taggedSegments(adts)))
  return { ...adts, path: file }
}

/** The frames of an ADTS file as segments of thirty frames each, every one behind an ID3 tag that tells its time. */
export async function taggedSegments(adts: Fixture): Promise<readonly Buffer[]> {
  const bytes = await readFile(adts.path)
  const segments: Buffer[][] = []
  for (let at = 0, count = 0; at < bytes.length; count += 1) {
    if (count % 30 === 0) segments.push([timestampTag(count * 1024, adts.sampleRateHz)])
    const length =
      ((bytes.readUInt8(at + 3) & 3) << 11) | (bytes.readUInt8(at + 4) << 3) | (bytes.readUInt8(at + 5) >> 5)
    segments.at(-1)?.push(bytes.subarray(at, at + length))
    at += length
  }
  return segments.map((parts) => Buffer.concat(parts))
}

/** ID3v2.4 with the private frame in which HLS writes the time of packed audio (RFC 8216 §3.4), in ticks of 90 kHz. */
function timestampTag(frame: number, sampleRateHz: number): Buffer {
  const owner = Buffer.from('com.apple.streaming.transportStreamTimestamp\0', 'latin1')
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(BigInt(Math.round((frame * 90_000) / sampleRateHz)))
  const length = owner.length + time.length
  const head = Buffer.from([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, length + 10])
  return Buffer.concat([head, Buffer.from('PRIV'), Buffer.from([0, 0, 0, length, 0, 0]), owner, time])
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
