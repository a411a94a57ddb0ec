import { type GeneratedSound, pcmFormat } from './types.ts'

let nextSeed = 1

/** Sound of this length that no other call answers: hours of it cost nothing until they are sent. */
export function generated(durationMs: number, seed = nextSeed++): GeneratedSound {
  return { kind: 'generated', frames: Math.round((durationMs * pcmFormat.sampleRateHz) / 1000), seed }
}

/**
 * Frames of a generated sound, as s16le stereo. The left channel is a tone of the seed's own; the right one counts frames, so
 * that any frame that is lost, repeated or swapped shows as a number.
 */
export function generatedPcm(sound: GeneratedSound, start: number, count: number): Buffer {
  const frames = Math.max(0, Math.min(count, sound.frames - start))
  const bytes = Buffer.allocUnsafe(frames * pcmFormat.bytesPerFrame)
  const step = (2 * Math.PI * (220 + (sound.seed % 40) * 11)) / pcmFormat.sampleRateHz
  for (let index = 0; index < frames; index++) {
    const frame = start + index
    bytes.writeInt16LE(Math.round(Math.sin(frame * step) * 12_000), index * 4)
    bytes.writeInt16LE(((frame + sound.seed) & 0x3fff) - 0x2000, index * 4 + 2)
  }
  return bytes
}

export const wavHeaderBytes = 44

/** The same sound as the bytes of a WAV file, from one byte to another (end exclusive). */
export function generatedWav(sound: GeneratedSound, start: number, end: number): Buffer {
  const parts: Buffer[] = []
  if (start < wavHeaderBytes) parts.push(wavHeader(sound).subarray(start, end))
  const from = Math.max(0, start - wavHeaderBytes)
  const to = end - wavHeaderBytes
  if (to > from) {
    const firstFrame = Math.floor(from / 4)
    const pcm = generatedPcm(sound, firstFrame, Math.ceil(to / 4) - firstFrame)
    parts.push(pcm.subarray(from - firstFrame * 4, to - firstFrame * 4))
  }
  return Buffer.concat(parts)
}

export function generatedWavBytes(sound: GeneratedSound): number {
  return wavHeaderBytes + sound.frames * pcmFormat.bytesPerFrame
}

function wavHeader(sound: GeneratedSound): Buffer {
  const header = Buffer.alloc(wavHeaderBytes)
  const dataBytes = sound.frames * pcmFormat.bytesPerFrame
  header.write('RIFF', 0, 'latin1')
  header.writeUInt32LE(36 + dataBytes, 4)
  header.write('WAVEfmt ', 8, 'latin1')
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(pcmFormat.channels, 22)
  header.writeUInt32LE(pcmFormat.sampleRateHz, 24)
  header.writeUInt32LE(pcmFormat.sampleRateHz * pcmFormat.bytesPerFrame, 28)
  header.writeUInt16LE(pcmFormat.bytesPerFrame, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36, 'latin1')
  header.writeUInt32LE(dataBytes, 40)
  return header
}
