import { findMpegStream } from './mpeg.ts'
import type { ByteReader } from './reader.ts'

/** Containers that the engine can open. */
export type Container = 'wav' | 'flac' | 'mp3' | 'adts' | 'mp4' | 'ogg' | 'webm' | 'matroska'

/** What a file is by its content. */
export type Sniffed =
  | { readonly kind: 'audio'; readonly container: Container }
  /** Audio or video, but in a container that the engine does not open. */
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'other' }

const audio = (container: Container): Sniffed => ({ kind: 'audio', container })

/** First bytes of audio containers that are real, but not ours. */
const foreign: readonly (readonly [string, number])[] = [
  ['FORM', 0], // AIFF
  ['MAC ', 0], // Monkey's Audio
  ['wvpk', 0], // WavPack
  ['TTA1', 0],
  ['MPCK', 0],
  ['MP+', 0],
  ['DSD ', 0],
  ['FRM8', 0],
  ['caff', 0],
  ['.snd', 0],
  ['MThd', 0],
  ['#!AMR', 0],
  ['ADIF', 0],
  ['FLV', 0],
  ['\u0030\u0026\u00b2\u0075\u008e\u0066\u00cf\u0011', 0], // ASF: WMA, WMV
]

/** How far into the file MPEG audio may begin: past stray bytes that editors and stream rippers leave. */
const mpegSearchBytes = 64 * 1024

/** Says what a file is by its content alone; its name does not matter. */
export async function sniff(reader: ByteReader): Promise<Sniffed> {
  const start = await skipId3(reader)
  const head = await reader.read(start, 64)
  const has = (text: string, at: number): boolean => asText(head, at, text.length) === text
  if (has('fLaC', 0)) return audio('flac')
  if (has('OggS', 0)) return audio('ogg')
  if ((has('RIFF', 0) || has('RF64', 0) || has('BW64', 0)) && has('WAVE', 8)) return audio('wav')
  if (['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip'].some((type) => has(type, 4))) return audio('mp4')
  if (has('\u001a\u0045\u00df\u00a3', 0)) return audio(asText(head, 0, 64).includes('webm') ? 'webm' : 'matroska')
  if (foreign.some(([text, at]) => has(text, at))) return { kind: 'unsupported' }
  const body = await reader.read(start, mpegSearchBytes)
  const frame = findMpegStream(body, start + body.length >= reader.sizeBytes)
  if (frame === null) return { kind: 'other' }
  if (frame.kind === 'adts') return audio('adts')
  return frame.layer === 3 ? audio('mp3') : { kind: 'unsupported' }
}

/** Where the audio begins behind ID3v2 tags; some programs write several. Their size has 7 bits per byte (ID3v2.4 §3.1). */
export async function skipId3(reader: ByteReader): Promise<number> {
  let at = 0
  for (let tags = 0; tags < 8; tags++) {
    const header = await reader.read(at, 10)
    if (header.length < 10 || asText(header, 0, 3) !== 'ID3') break
    const size = [6, 7, 8, 9].reduce((sum, index) => sum * 128 + ((header[index] ?? 0) & 0x7f), 0)
    const footer = ((header[5] ?? 0) & 0x10) === 0 ? 0 : 10
    at += 10 + size + footer
  }
  return at
}

/** Bytes as Latin-1 text, for comparing signatures. */
export function asText(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length))
}
