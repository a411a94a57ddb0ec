import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ffmpeg, ffprobe } from './ffmpeg.ts'
import type { LongName } from './names.ts'
import { sweep } from './signals.ts'
import type { Fixture } from './types.ts'
import { encodeWav } from './wav.ts'

/** The piece is repeated this often: 36 × 300 s = three hours. */
const repeats = 36

/** Encoded samples per packet, and the encoder's delay, of the codecs whose timestamps are rewritten. */
const aac = { packet: 1024, delay: 1024 }
const opus = { packet: 960, delay: 312 }

/**
 * Makes the three-hour files. Encoding three hours would take minutes, so five minutes are encoded and their packets
 * repeated with new timestamps; the piece fills its packets exactly, so that the length is known to the frame.
 */
export async function makeLong(folder: string): Promise<Record<LongName, Fixture>> {
  const aacPiece = 12_919 * aac.packet
  const opusPiece = 15_000 * opus.packet - opus.delay
  const source44 = await writePiece(folder, aacPiece, 44_100)
  const source48 = await writePiece(folder, opusPiece, 48_000)
  const made = await Promise.all([longMp3(folder, source44), longM4a(folder, source44), longOpus(folder, source48)])
  await Promise.all([rm(source44), rm(source48)])
  return { mp3: made[0], m4a: made[1], opus: made[2] }
}

async function writePiece(folder: string, frames: number, sampleRateHz: number): Promise<string> {
  const file = path.join(folder, `piece-${sampleRateHz}.wav`)
  const common = { frames, sampleRateHz, amplitude: 0.4 }
  const signal = [sweep({ ...common, fromHz: 60, toHz: 4000 }), sweep({ ...common, fromHz: 4000, toHz: 60 })]
  await writeFile(file, encodeWav(signal, sampleRateHz, 16))
  return file
}

async function longMp3(folder: string, source: string): Promise<Fixture> {
  const piece = path.join(folder, 'piece.mp3')
  const file = path.join(folder, 'three-hours.mp3')
  const codec = ['-c:a', 'libmp3lame', '-b:a', '48k', '-reservoir', '0', '-compression_level', '9']
  await ffmpeg(['-i', source, ...codec, piece])
  await ffmpeg(['-stream_loop', String(repeats - 1), '-i', piece, '-c', 'copy', file])
  await rm(piece)
  return {
    path: file,
    sampleRateHz: 44_100,
    channels: 2,
    frames: framesFromLameTag(await readFile(file)),
    sourcePath: null,
  }
}

async function longM4a(folder: string, source: string): Promise<Fixture> {
  const file = path.join(folder, 'three-hours.m4a')
  const codec = ['-c:a', 'aac', '-aac_coder', 'fast', '-b:a', '48k']
  const packets = await repeatPackets(folder, { source, codec, file, shape: aac, extra: ['-movie_timescale', '44100'] })
  return { path: file, sampleRateHz: 44_100, channels: 2, frames: packets * aac.packet - aac.delay, sourcePath: null }
}

async function longOpus(folder: string, source: string): Promise<Fixture> {
  const file = path.join(folder, 'three-hours.opus')
  const codec = ['-c:a', 'libopus', '-compression_level', '0', '-b:a', '32k']
  const packets = await repeatPackets(folder, { source, codec, file, shape: opus, extra: [] })
  return { path: file, sampleRateHz: 48_000, channels: 2, frames: packets * opus.packet - opus.delay, sourcePath: null }
}

/** Encodes the piece, repeats its packets, and counts them. */
async function repeatPackets(
  folder: string,
  job: {
    readonly source: string
    readonly codec: readonly string[]
    readonly file: string
    readonly shape: { readonly packet: number; readonly delay: number }
    readonly extra: readonly string[]
  },
): Promise<number> {
  const extension = path.extname(job.file)
  const piece = path.join(folder, `piece${extension}`)
  const looped = path.join(folder, `looped${extension}.mka`)
  const { packet, delay } = job.shape
  const clock = `N*${packet}-${delay}`
  await ffmpeg(['-i', job.source, ...job.codec, piece])
  // Two steps, because ffmpeg's timestamp filter ends at the first repeat when it sits behind -stream_loop.
  await ffmpeg(['-stream_loop', String(repeats - 1), '-i', piece, '-c', 'copy', looped])
  const rewrite = `setts=pts=${clock}:dts=${clock}:duration=${packet}`
  await ffmpeg(['-i', looped, '-c', 'copy', '-bsf:a', rewrite, ...job.extra, job.file])
  await Promise.all([rm(piece), rm(looped)])
  return countPackets(job.file)
}

async function countPackets(file: string): Promise<number> {
  const show = ['-show_entries', 'stream=nb_read_packets', '-of', 'default=noprint_wrappers=1:nokey=1']
  return Number(await ffprobe(['-count_packets', ...show, file]))
}

/**
 * Frames between encoder delay and padding as the Info/LAME tag of an MP3 states them: audio frames × 1152 − delay −
 * padding (layout: http://gabriel.mp3-tech.org/mp3infotag.html).
 */
function framesFromLameTag(file: Buffer): number {
  const tag = file.indexOf('Info', 0, 'latin1')
  if (tag < 0 || tag > 4096) throw new Error('this MP3 has no Info tag')
  const gap = file.readUIntBE(tag + 141, 3)
  return file.readUInt32BE(tag + 8) * 1152 - (gap >> 12) - (gap & 0xfff)
}
