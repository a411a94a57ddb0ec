/** What the first bytes of a file are. */
export interface Sniffed {
  readonly format: string
  readonly mediaType: string
  /** Null where the container alone does not tell. */
  readonly isLossless: boolean | null
  /** Null where the first bytes do not tell. */
  readonly sampleRateHz: number | null
}

const kind = (
  format: string,
  mediaType: string,
  isLossless: boolean | null,
  sampleRateHz: number | null = null,
): Sniffed => ({ format, mediaType, isLossless, sampleRateHz })

/** Bytes that are enough to tell. */
export const headBytes = 192

/** Tells a container that can be taken apart here by its first bytes, whatever it was called; null for anything else. */
export function sniff(head: Uint8Array): Sniffed | null {
  const word = (from: number, to: number): string => String.fromCharCode(...head.subarray(from, to))
  const [first = 0, second = 0, third = 0] = head
  const at = (index: number): number => head[index] ?? 0
  if (word(0, 4) === 'fLaC') {
    // Twenty bits of the stream info that must come first.
    return kind('flac', 'audio/flac', true, (at(18) << 12) | (at(19) << 4) | (at(20) >> 4) || null)
  }
  if (word(0, 4) === 'RIFF' && word(8, 12) === 'WAVE') {
    const rate = word(12, 16) === 'fmt ' ? at(24) | (at(25) << 8) | (at(26) << 16) : 0
    return kind('wav', 'audio/wav', true, rate || null)
  }
  if (word(0, 4) === 'OggS') {
    const page = word(28, 36)
    if (page.startsWith('OpusHead')) return kind('opus', 'audio/ogg', false, 48_000)
    return page.startsWith('\x7fFLAC') ? kind('flac', 'audio/ogg', true) : kind('vorbis', 'audio/ogg', false)
  }
  if (word(4, 8) === 'ftyp' || word(4, 8) === 'styp' || word(4, 8) === 'moof') return kind('mp4', 'audio/mp4', null)
  if (first === 0x1a && second === 0x45 && third === 0xdf && head[3] === 0xa3) return kind('webm', 'audio/webm', false)
  if (first === 0x47 && head[188] === 0x47) return kind('mpegts', 'video/mp2t', false)
  if (first === 0xff && (second & 0xf6) === 0xf0) return kind('aac', 'audio/aac', false)
  if (word(0, 3) === 'ID3' || (first === 0xff && (second & 0xe0) === 0xe0 && (second & 0x06) !== 0))
    return kind('mp3', 'audio/mpeg', false)
  return null
}
