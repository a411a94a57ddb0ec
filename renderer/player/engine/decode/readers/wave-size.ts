import type { ByteSource } from '../byte-source.ts'

/** Chunks looked at before the samples must have come. */
const chunkLimit = 64

/**
 * Frames that a WAV file's data chunk promises, whether the file holds them or not; null where the size is left open (0 or all
 * ones: written as a stream) or the file is no plain RIFF. The demuxer counts what is there, which hides a file cut short.
 */
export async function promisedWaveFrames(source: ByteSource): Promise<number | null> {
  if (ascii(await source.read(0, 4)) !== 'RIFF') return null
  let bytesPerFrame = 0
  let at = 12
  for (let count = 0; count < chunkLimit; count += 1) {
    const head = await source.read(at, at + 24)
    if (head.length < 8) return null
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
    const type = ascii(head.subarray(0, 4))
    const size = view.getUint32(4, true)
    if (type === 'data') {
      const isOpen = size === 0 || size === 0xffffffff
      return isOpen || bytesPerFrame === 0 ? null : Math.floor(size / bytesPerFrame)
    }
    if (type === 'fmt ' && head.length >= 22) bytesPerFrame = view.getUint16(20, true)
    // Chunks are padded to an even length.
    at += 8 + size + (size % 2)
  }
  return null
}

function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}
