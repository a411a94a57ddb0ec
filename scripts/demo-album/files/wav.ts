/** WAV files: what the encoders are given. */
import type { Stereo } from '../sound/stereo.ts'

const headerBytes = 44
const integerFormat = 1
const floatFormat = 3

/** Interleaved 16-bit samples. */
export function wavOfIntegers(samples: Int16Array, rate: number): Uint8Array {
  const file = new Uint8Array(headerBytes + samples.length * 2)
  const view = new DataView(file.buffer)
  writeHeader(view, integerFormat, 16, samples.length * 2, rate)
  samples.forEach((sample, index) => view.setInt16(headerBytes + index * 2, sample, true))
  return file
}

/** 32-bit floating point, for the lossy encoders, which make their own rounding. */
export function wavOfFloats(sound: Stereo, rate: number): Uint8Array {
  const frames = sound.left.length
  const file = new Uint8Array(headerBytes + frames * 8)
  const view = new DataView(file.buffer)
  writeHeader(view, floatFormat, 32, frames * 8, rate)
  for (let frame = 0; frame < frames; frame += 1) {
    view.setFloat32(headerBytes + frame * 8, sound.left[frame] ?? 0, true)
    view.setFloat32(headerBytes + frame * 8 + 4, sound.right[frame] ?? 0, true)
  }
  return file
}

function writeHeader(view: DataView, format: number, bits: number, dataBytes: number, rate: number): void {
  const frameBytes = (bits / 8) * 2
  writeText(view, 0, 'RIFF')
  view.setUint32(4, headerBytes - 8 + dataBytes, true)
  writeText(view, 8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, format, true)
  view.setUint16(22, 2, true)
  view.setUint32(24, rate, true)
  view.setUint32(28, rate * frameBytes, true)
  view.setUint16(32, frameBytes, true)
  view.setUint16(34, bits, true)
  writeText(view, 36, 'data')
  view.setUint32(40, dataBytes, true)
}

function writeText(view: DataView, offset: number, text: string): void {
  for (let index = 0; index < text.length; index += 1) view.setUint8(offset + index, text.charCodeAt(index))
}
