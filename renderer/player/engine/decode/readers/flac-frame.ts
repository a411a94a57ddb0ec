/** What STREAMINFO says (RFC 9639 §8.2). */
export interface FlacStreamInfo {
  readonly minBlockFrames: number
  readonly maxBlockFrames: number
  readonly maxFrameBytes: number
  readonly sampleRateHz: number
  readonly channels: number
  readonly bitsPerSample: number
  /** Zero in the file means unknown: null here. */
  readonly totalFrames: number | null
}

/** Reads the 34 bytes of a STREAMINFO block. */
export function readFlacStreamInfo(bytes: Uint8Array): FlacStreamInfo | null {
  if (bytes.length < 34) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const packed = view.getUint32(10)
  const sampleRateHz = packed >>> 12
  const totalFrames = (view.getUint8(13) & 0x0f) * 2 ** 32 + view.getUint32(14)
  if (sampleRateHz === 0) return null
  return {
    minBlockFrames: view.getUint16(0),
    maxBlockFrames: view.getUint16(2),
    maxFrameBytes: (view.getUint8(7) << 16) | view.getUint16(8),
    sampleRateHz,
    channels: ((packed >>> 9) & 7) + 1,
    bitsPerSample: ((packed >>> 4) & 31) + 1,
    totalFrames: totalFrames === 0 ? null : totalFrames,
  }
}

/** One frame header (RFC 9639 §9.1). */
export interface FlacFrameHeader {
  /** First frame (sample per channel) of the block, from the coded number. */
  readonly startFrame: number
  readonly frames: number
  readonly headerBytes: number
}

/** Reads and verifies (reserved bits, sample rate, CRC-8) the frame header at `offset`; null when there is none. */
export function readFlacFrameHeader(bytes: Uint8Array, offset: number, info: FlacStreamInfo): FlacFrameHeader | null {
  if (bytes[offset] !== 0xff || ((bytes[offset + 1] ?? 0) & 0xfe) !== 0xf8) return null
  const variable = ((bytes[offset + 1] ?? 0) & 1) === 1
  const sizes = bytes[offset + 2] ?? 0
  const shape = bytes[offset + 3] ?? 0
  const blockCode = sizes >> 4
  const rateCode = sizes & 15
  if (blockCode === 0 || rateCode === 15 || shape >> 4 > 10 || (shape & 1) !== 0) return null
  const number = readCodedNumber(bytes, offset + 4)
  if (number === null) return null
  let at = offset + 4 + number.bytes
  let frames = blockCode === 1 ? 192 : blockCode <= 5 ? 576 << (blockCode - 2) : 256 << (blockCode - 8)
  if (blockCode === 6) frames = (bytes[at++] ?? 0) + 1
  else if (blockCode === 7) {
    frames = (((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)) + 1
    at += 2
  }
  at += rateCode === 12 ? 1 : rateCode === 13 || rateCode === 14 ? 2 : 0
  if (at >= bytes.length || crc8(bytes, offset, at) !== bytes[at]) return null
  const startFrame = variable ? number.value : number.value * info.maxBlockFrames
  if (info.totalFrames !== null && startFrame >= info.totalFrames) return null
  return { startFrame, frames, headerBytes: at + 1 - offset }
}

/** The extended UTF-8 number of a frame header, up to 36 bits. */
function readCodedNumber(bytes: Uint8Array, offset: number): { value: number; bytes: number } | null {
  const first = bytes[offset]
  if (first === undefined) return null
  if (first < 0x80) return { value: first, bytes: 1 }
  const leading = Math.clz32(~first << 24)
  if (leading < 2 || leading > 7) return null
  let value = first & (0x7f >> leading)
  for (let index = 1; index < leading; index += 1) {
    const next = bytes[offset + index]
    if (next === undefined || (next & 0xc0) !== 0x80) return null
    value = value * 64 + (next & 0x3f)
  }
  return { value, bytes: leading }
}

const crcTable = Uint8Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x80) !== 0 ? (crc << 1) ^ 0x07 : crc << 1
  return crc & 0xff
})

function crc8(bytes: Uint8Array, from: number, to: number): number {
  let crc = 0
  for (let at = from; at < to; at += 1) crc = crcTable[crc ^ (bytes[at] ?? 0)] ?? 0
  return crc
}
