import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ffmpeg } from './ffmpeg.ts'
import type { Fixture } from './types.ts'

export interface ReferenceOptions {
  /** Rate of the answer; ffmpeg's resampler is used when the file has another one. */
  readonly sampleRateHz: number
  /** Channels of the answer; ffmpeg mixes when the file has another count. */
  readonly channels: number
  /** First frame wanted, counted at the file's own rate. Decoded from the start, so exact for every codec. */
  readonly startFrame?: number
  /** How many frames are wanted, counted at the file's own rate; without it, all. */
  readonly frames?: number
  /** Decoder to use instead of ffmpeg's choice. Its own Opus decoder differs from libopus by up to −25 dB in 5.1. */
  readonly decoder?: 'libopus'
}

/**
 * What a file should sound like: ffmpeg's decode, one `Float32Array` per channel, full scale ±1. At the file's own rate
 * and channel count nothing is resampled or mixed, and 16-bit material comes back as exact multiples of 1/32768.
 *
 * Pass a fixture rather than a bare path: ffmpeg trims the encoder's delay everywhere, but in MP4 not the padding at the
 * end, so its answer is cut to the frames that the fixture is known to have.
 */
export async function referenceDecode(file: string | Fixture, options: ReferenceOptions): Promise<Float32Array[]> {
  const decoder = options.decoder === undefined ? [] : ['-c:a', options.decoder]
  const input = [...decoder, '-i', typeof file === 'string' ? file : file.path]
  return splitChannels(await ffmpeg([...input, ...outputOf(file, 0, options), 'pipe:1']), options.channels)
}

/** As `referenceDecode`, each fixture at its own rate and channel count, all by one process: starting one takes longer than decoding. */
export async function referenceDecodeAll(fixtures: readonly Fixture[]): Promise<Float32Array[][]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'melofy-decoded-'))
  const decoded = (index: number): string => path.join(folder, `${index}.f32`)
  try {
    const outputs = fixtures.flatMap((fixture, index) => [...outputOf(fixture, index, fixture), decoded(index)])
    await ffmpeg([...fixtures.flatMap((fixture) => ['-i', fixture.path]), ...outputs])
    return await Promise.all(
      fixtures.map(async ({ channels }, index) => splitChannels(await readFile(decoded(index)), channels)),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** ffmpeg's words for the sound of one of its inputs, as bare 32-bit samples. */
function outputOf(file: string | Fixture, inputIndex: number, options: ReferenceOptions): string[] {
  const start = options.startFrame ?? 0
  const wantedEnd = options.frames === undefined ? Infinity : start + options.frames
  const end = Math.min(wantedEnd, typeof file === 'string' ? Infinity : file.frames)
  const cut = `atrim=start_sample=${start}${Number.isFinite(end) ? `:end_sample=${end}` : ''}`
  const shape = ['-ar', String(options.sampleRateHz), '-ac', String(options.channels), '-f', 'f32le']
  return ['-map', `${inputIndex}:a:0`, '-af', cut, ...shape]
}

/** Frames that ffmpeg decodes from a file, at the file's own rate (in MP4 the padding at the end is among them). */
export async function referenceFrames(file: string): Promise<number> {
  const bytes = await ffmpeg(['-i', file, '-map', '0:a:0', '-ac', '1', '-c:a', 'pcm_u8', '-f', 'u8', 'pipe:1'])
  return bytes.length
}

function splitChannels(bytes: Buffer, channels: number): Float32Array[] {
  const frames = Math.floor(bytes.length / (4 * channels))
  const interleaved = new Float32Array(new Uint8Array(bytes).buffer, 0, frames * channels)
  return Array.from({ length: channels }, (_, channel) => {
    // A plain loop: filling a typed array through a function takes many times as long, and this runs over minutes of sound.
    const samples = new Float32Array(frames)
    for (let frame = 0; frame < frames; frame += 1) samples[frame] = interleaved[frame * channels + channel] ?? 0
    return samples
  })
}
