/** Bit rates in kbit/s by index, for [MPEG 1, MPEG 2 and 2.5] and layers I, II, III (ISO 11172-3, 13818-3). */
const bitRates: readonly (readonly (readonly number[])[])[] = [
  [
    [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
    [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
    [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  ],
  [
    [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
    [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
    [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  ],
]
const sampleRates = [44_100, 48_000, 32_000]

/** One frame of MPEG audio: what its header says. */
export interface MpegFrame {
  readonly kind: 'mpeg' | 'adts'
  readonly layer: 1 | 2 | 3 | null
  /** Whole frame in bytes, header included. */
  readonly lengthBytes: number
  /** Equal for all frames of one stream. */
  readonly signature: number
}

/** Reads the frame header at `at`; null when there is none. Free-format streams (no length in the header) count as none. */
export function mpegFrameAt(bytes: Uint8Array, at: number): MpegFrame | null {
  const [zero, one, two, three] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]
  if (zero !== 0xff || one === undefined || two === undefined || three === undefined) return null
  if ((one & 0xe0) !== 0xe0) return null
  const layerBits = (one >> 1) & 3
  if (layerBits === 0) return adtsFrame(bytes, at, one, two, three)
  const version = (one >> 3) & 3
  const rate = (two >> 2) & 3
  const index = two >> 4
  if (version === 1 || rate === 3 || index === 0 || index === 15) return null
  const layer = layerBits === 3 ? 1 : layerBits === 2 ? 2 : 3
  const kilobits = bitRates[version === 3 ? 0 : 1]?.[layer - 1]?.[index] ?? 0
  const sampleRateHz = (sampleRates[rate] ?? 0) / (version === 3 ? 1 : version === 2 ? 2 : 4)
  const padding = (two >> 1) & 1
  const samples = layer === 1 ? 384 : layer === 3 && version !== 3 ? 576 : 1152
  const lengthBytes =
    layer === 1
      ? (Math.floor((12_000 * kilobits) / sampleRateHz) + padding) * 4
      : Math.floor(((samples / 8) * 1000 * kilobits) / sampleRateHz) + padding
  return { kind: 'mpeg', layer, lengthBytes, signature: ((one & 0xfe) << 8) | (two & 0x0c) }
}

function adtsFrame(bytes: Uint8Array, at: number, one: number, two: number, three: number): MpegFrame | null {
  if ((one & 0xf0) !== 0xf0 || ((two >> 2) & 15) > 12) return null
  const [four, five] = [bytes[at + 4], bytes[at + 5]]
  if (four === undefined || five === undefined) return null
  const lengthBytes = ((three & 3) << 11) | (four << 3) | (five >> 5)
  if (lengthBytes < 7) return null
  return { kind: 'adts', layer: null, lengthBytes, signature: ((one & 0xfe) << 8) | (two & 0xfd) }
}

/** So many frames in a row make an accident in random bytes as good as impossible (about 1 in 10⁹ per 64 kB). */
const enoughFrames = 3

/**
 * Finds the first frame that is followed by others of its kind. `isEnd` says that the bytes end where the file ends, so
 * that a short file with one whole frame up to its very end is believed too.
 */
export function findMpegStream(bytes: Uint8Array, isEnd: boolean): MpegFrame | null {
  for (let start = bytes.indexOf(0xff); start >= 0; start = bytes.indexOf(0xff, start + 1)) {
    const first = mpegFrameAt(bytes, start)
    if (first !== null && isStream(bytes, start, first, isEnd)) return first
  }
  return null
}

function isStream(bytes: Uint8Array, start: number, first: MpegFrame, isEnd: boolean): boolean {
  let at = start + first.lengthBytes
  for (let count = 1; count < enoughFrames; count++) {
    if (at >= bytes.length) return isEnd && (count > 1 || (start === 0 && at === bytes.length))
    const next = mpegFrameAt(bytes, at)
    if (next === null || next.kind !== first.kind || next.signature !== first.signature) return false
    at += next.lengthBytes
  }
  return true
}
