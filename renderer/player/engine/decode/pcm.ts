import { failure, FailureError } from '../../../../src/failure/index.ts'

type ReadSample = (view: DataView, offset: number) => number

interface PcmFormat {
  readonly bytes: number
  /** Sample as a float, full scale at ±1. Integers are divided by a power of two, so 24 bits and fewer stay exact. */
  readonly read: ReadSample
}

/** Builds the reader for a PCM format in mediabunny's words, for example `pcm-s16`, `pcm-s24be`, `ulaw`. */
function pcmFormat(name: string): PcmFormat {
  const little = !name.endsWith('be')
  switch (name.replace(/^pcm-/, '').replace(/be$/, '')) {
    case 'u8':
      return { bytes: 1, read: (view, at) => (view.getUint8(at) - 128) / 128 }
    case 's8':
      return { bytes: 1, read: (view, at) => view.getInt8(at) / 128 }
    case 's16':
      return { bytes: 2, read: (view, at) => view.getInt16(at, little) / 32_768 }
    case 's24':
      return {
        bytes: 3,
        read: little
          ? (view, at) => ((view.getInt8(at + 2) << 16) | view.getUint16(at, true)) / 8_388_608
          : (view, at) => ((view.getInt8(at) << 16) | view.getUint16(at + 1)) / 8_388_608,
      }
    case 's32':
      return { bytes: 4, read: (view, at) => view.getInt32(at, little) / 2_147_483_648 }
    case 'f32':
      return { bytes: 4, read: (view, at) => view.getFloat32(at, little) }
    case 'f64':
      return { bytes: 8, read: (view, at) => view.getFloat64(at, little) }
    case 'ulaw':
      return { bytes: 1, read: (view, at) => fromMuLaw(view.getUint8(at)) }
    case 'alaw':
      return { bytes: 1, read: (view, at) => fromALaw(view.getUint8(at)) }
    default:
      throw new FailureError(failure('file-unsupported'))
  }
}

/** A decoder for one PCM format: interleaved bytes in, one array per channel out. */
export function createPcmDecoder(format: string, channels: number): (data: Uint8Array) => Float32Array[] {
  const { bytes, read } = pcmFormat(format)
  return (data) => {
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
    const frames = Math.floor(data.byteLength / (bytes * channels))
    return Array.from({ length: channels }, (_, channel) => {
      const samples = new Float32Array(frames)
      for (let frame = 0; frame < frames; frame += 1) samples[frame] = read(view, (frame * channels + channel) * bytes)
      return samples
    })
  }
}

/** ITU-T G.711 µ-law. */
function fromMuLaw(byte: number): number {
  const value = ~byte & 0xff
  const magnitude = ((((value & 0x0f) << 3) + 0x84) << ((value & 0x70) >> 4)) - 0x84
  return ((value & 0x80) !== 0 ? -magnitude : magnitude) / 32_768
}

/** ITU-T G.711 A-law. */
function fromALaw(byte: number): number {
  const value = byte ^ 0x55
  const exponent = (value & 0x70) >> 4
  const mantissa = (value & 0x0f) << 4
  const magnitude = exponent === 0 ? mantissa + 8 : (mantissa + 0x108) << (exponent - 1)
  return ((value & 0x80) !== 0 ? magnitude : -magnitude) / 32_768
}
