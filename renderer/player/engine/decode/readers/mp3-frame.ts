/** One MPEG audio frame header, as ISO/IEC 11172-3 §2.4.2.3 and 13818-3 lay it out. */
export interface Mp3FrameHeader {
  readonly sampleRateHz: number
  readonly channels: 1 | 2
  /** Frames (samples per channel) that this MPEG frame decodes to. */
  readonly samples: number
  /** Length in bytes, header included. */
  readonly bytes: number
  readonly bitRateKbps: number
  /** Bytes of side information behind the header: where a Xing tag would stand. */
  readonly sideInfoBytes: number
  readonly version: 1 | 2 | 2.5
  readonly layer: 1 | 2 | 3
}

const bitRates: Record<string, readonly number[]> = {
  '1-1': [32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  '1-2': [32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  '1-3': [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  '2-1': [32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
  '2-2': [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  '2-3': [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
}

const baseSampleRates = [44_100, 48_000, 32_000]

/** Reads a frame header at `offset`; null when there is none. */
export function readMp3FrameHeader(bytes: Uint8Array, offset: number): Mp3FrameHeader | null {
  const b1 = bytes[offset + 1]
  const b2 = bytes[offset + 2]
  const b3 = bytes[offset + 3]
  if (bytes[offset] !== 0xff || b1 === undefined || b2 === undefined || b3 === undefined || (b1 & 0xe0) !== 0xe0)
    return null
  const versionBits = (b1 >> 3) & 3
  const layerBits = (b1 >> 1) & 3
  const rateIndex = (b2 >> 2) & 3
  const bitRateIndex = b2 >> 4
  if (versionBits === 1 || layerBits === 0 || rateIndex === 3 || bitRateIndex === 0 || bitRateIndex === 15) return null
  const version = versionBits === 3 ? 1 : versionBits === 2 ? 2 : 2.5
  const layer = layerBits === 3 ? 1 : layerBits === 2 ? 2 : 3
  const bitRateKbps = bitRates[`${version === 1 ? 1 : 2}-${layer}`]?.[bitRateIndex - 1]
  const baseRate = baseSampleRates[rateIndex]
  if (bitRateKbps === undefined || baseRate === undefined) return null
  const sampleRateHz = baseRate / (version === 1 ? 1 : version === 2 ? 2 : 4)
  const channels = b3 >> 6 === 3 ? 1 : 2
  const padding = (b2 >> 1) & 1
  const samples = layer === 1 ? 384 : layer === 3 && version !== 1 ? 576 : 1152
  const bytesPerFrame =
    layer === 1
      ? (Math.floor((12_000 * bitRateKbps) / sampleRateHz) + padding) * 4
      : Math.floor((samples * 125 * bitRateKbps) / sampleRateHz) + padding
  const sideInfoBytes = version === 1 ? (channels === 1 ? 17 : 32) : channels === 1 ? 9 : 17
  return { sampleRateHz, channels, samples, bytes: bytesPerFrame, bitRateKbps, sideInfoBytes, version, layer }
}

/** Whether two headers can belong to one stream. */
export function sameMp3Stream(a: Mp3FrameHeader, b: Mp3FrameHeader): boolean {
  return a.version === b.version && a.layer === b.layer && a.sampleRateHz === b.sampleRateHz
}

/** What the Xing, Info or VBRI frame at the head of a file says. */
export interface Mp3Info {
  /** MPEG frames in the file, this one not counted; null when it does not say. */
  readonly frames: number | null
  /** Constant bit rate (an `Info` tag): the place of every frame can be computed. */
  readonly constantBitRate: boolean
  /** Samples the encoder put before the music, and after it; null without a LAME tag. */
  readonly encoderDelay: number | null
  readonly encoderPadding: number | null
}

/** Reads the info tag in the frame at `offset`; null when the frame is an ordinary one. */
export function readMp3Info(bytes: Uint8Array, offset: number, header: Mp3FrameHeader): Mp3Info | null {
  const xing = offset + 4 + header.sideInfoBytes
  const tag = ascii(bytes, xing, 4)
  if (tag === 'Xing' || tag === 'Info') {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const flags = view.getUint32(xing + 4)
    let at = xing + 8
    const frames = (flags & 1) !== 0 ? view.getUint32(at) : null
    at += (flags & 1 ? 4 : 0) + (flags & 2 ? 4 : 0) + (flags & 4 ? 100 : 0) + (flags & 8 ? 4 : 0)
    // The LAME tag: nine characters of encoder name; delay and padding are two 12-bit numbers at its byte 21.
    const encoder = ascii(bytes, at, 4)
    const hasDelays = /^(LAME|Lavf|Lavc|L3\.9|Gogo)/.test(encoder) && at + 24 <= offset + header.bytes
    const packed = hasDelays ? ((bytes[at + 21] ?? 0) << 16) | ((bytes[at + 22] ?? 0) << 8) | (bytes[at + 23] ?? 0) : 0
    return {
      frames,
      constantBitRate: tag === 'Info',
      encoderDelay: hasDelays ? packed >> 12 : null,
      encoderPadding: hasDelays ? packed & 0xfff : null,
    }
  }
  const vbri = offset + 36
  if (ascii(bytes, vbri, 4) === 'VBRI') {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return { frames: view.getUint32(vbri + 14), constantBitRate: false, encoderDelay: null, encoderPadding: null }
  }
  return null
}

function ascii(bytes: Uint8Array, offset: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + length))
}
