import type { IFormat } from 'music-metadata'
import type { AudioFormat } from '../../../src/music/index.ts'
import type { Container } from './container.ts'

/** How a container is called in a track's format, and how it is announced on the wire. */
export const containers = {
  wav: { label: 'WAVE', mimeType: 'audio/wav' },
  flac: { label: 'FLAC', mimeType: 'audio/flac' },
  mp3: { label: 'MPEG', mimeType: 'audio/mpeg' },
  adts: { label: 'ADTS', mimeType: 'audio/aac' },
  mp4: { label: 'MP4', mimeType: 'audio/mp4' },
  ogg: { label: 'Ogg', mimeType: 'audio/ogg' },
  webm: { label: 'WebM', mimeType: 'audio/webm' },
  matroska: { label: 'Matroska', mimeType: 'audio/x-matroska' },
} as const satisfies Record<Container, { readonly label: string; readonly mimeType: string }>

/** The MIME type for a track's `format.container`; unknown ones are bytes. */
export function mimeTypeOf(label: string): string {
  return Object.values(containers).find((known) => known.label === label)?.mimeType ?? 'application/octet-stream'
}

/** Codecs by the words that music-metadata, Matroska and MP4 use for them. */
const codecs: readonly (readonly [RegExp, string])[] = [
  [/alac/i, 'ALAC'],
  [/flac/i, 'FLAC'],
  [/opus/i, 'Opus'],
  [/vorbis/i, 'Vorbis'],
  [/layer ?3|layer iii|\bmp3\b|mpeg\/l3/i, 'MP3'],
  [/aac|mp4a/i, 'AAC'],
  [
    /(?<!ad)(?<!^non-)pcm|^non-PCM \(65534\)|ieee_float|a-?law|mu-?law|\b(sowt|twos|raw|in24|in32|fl32|fl64|alaw|ulaw)\b/i,
    'PCM',
  ],
]

/** A codec as a person would name it. */
export function codecName(text: string): string {
  return codecs.find(([pattern]) => pattern.test(text))?.[1] ?? text
}

/** What the engine decodes: mediabunny's demuxers with Chromium's WebCodecs (no ALAC, AC-3, DTS, Speex; FLAC in Ogg not demuxed). */
export function isPlayable(container: Container, codec: string): boolean {
  if (container === 'ogg') return codec === 'Opus' || codec === 'Vorbis'
  if (container === 'wav') return codec === 'PCM'
  return ['PCM', 'FLAC', 'MP3', 'AAC', 'Opus', 'Vorbis'].includes(codec)
}

/** Facts for people out of what music-metadata found; whatever makes no sense is null. */
export function audioFormatOf(
  container: Container,
  codec: string,
  found: { readonly format: Partial<IFormat>; readonly durationMs: number | null; readonly sizeBytes: number },
): AudioFormat {
  const { format, durationMs, sizeBytes } = found
  const lossless = codec === 'PCM' || codec === 'FLAC'
  return {
    container: containers[container].label,
    codec,
    // Opus always decodes at 48 kHz; its header keeps the rate of the recording before it was encoded (RFC 7845 §5.1).
    sampleRateHz: codec === 'Opus' ? 48_000 : positive(format.sampleRate),
    channels: whole(format.numberOfChannels),
    // For lossy codecs the library answers the width of a decoder's output, which says nothing about the recording.
    bitsPerSample: lossless ? whole(format.bitsPerSample) : null,
    bitRateBps: positive(format.bitrate) ?? (durationMs === null ? null : positive((sizeBytes * 8000) / durationMs)),
    lossless,
  }
}

/** Length in ms, null when the container says nothing sensible. */
export function durationMsOf(format: Partial<IFormat>): number | null {
  const seconds = positive(format.duration)
  return seconds === null ? null : seconds * 1000
}

function positive(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) && value > 0 ? value : null
}

function whole(value: number | undefined): number | null {
  return value !== undefined && Number.isInteger(value) && value > 0 ? value : null
}
