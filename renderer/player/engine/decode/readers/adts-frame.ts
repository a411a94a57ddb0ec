/** One ADTS frame header (ISO/IEC 13818-7 §6.2). */
export interface AdtsFrameHeader {
  /** MPEG-4 audio object type, 2 for AAC-LC. */
  readonly objectType: number
  readonly sampleRateHz: number
  readonly channels: number
  /** Frames (samples per channel) that it decodes to, spectral band replication not counted. */
  readonly samples: number
  /** Length in bytes, header included. */
  readonly bytes: number
}

/** Bytes that tell all there is to know of a frame. */
export const adtsHeaderBytes = 7

const sampleRates = [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8000, 7350]

/** Reads a frame header at `offset`; null when there is none. */
export function readAdtsFrameHeader(bytes: Uint8Array, offset: number): AdtsFrameHeader | null {
  if (offset + adtsHeaderBytes > bytes.length) return null
  const at = (index: number): number => bytes[offset + index] ?? 0
  // Twelve bits of sync, then two that say layer 0: an MPEG audio frame never does.
  if (at(0) !== 0xff || (at(1) & 0xf6) !== 0xf0) return null
  const sampleRateHz = sampleRates[(at(2) >> 2) & 15]
  const configuration = ((at(2) & 1) << 2) | (at(3) >> 6)
  const length = ((at(3) & 3) << 11) | (at(4) << 3) | (at(5) >> 5)
  if (sampleRateHz === undefined || length <= adtsHeaderBytes) return null
  return {
    objectType: (at(2) >> 6) + 1,
    sampleRateHz,
    // Seven means 7.1; none means that the channels are told inside, where stereo is the usual thing.
    channels: configuration === 7 ? 8 : configuration || 2,
    samples: 1024 * ((at(6) & 3) + 1),
    bytes: length,
  }
}

/** Whether two headers can belong to one stream. */
export function sameAdtsStream(one: AdtsFrameHeader, other: AdtsFrameHeader): boolean {
  return (
    one.objectType === other.objectType && one.sampleRateHz === other.sampleRateHz && one.channels === other.channels
  )
}
