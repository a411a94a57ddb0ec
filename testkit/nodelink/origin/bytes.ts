import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { generatedWav, generatedWavBytes } from '../sound/generated.ts'
import type { Sound } from '../sound/types.ts'

const partBytes = 64 * 1024

/** Size of what the origin serves for a sound: the file as it is, or a WAV. */
export async function sizeOf(sound: Sound): Promise<number> {
  return sound.kind === 'file' ? (await stat(sound.path)).size : generatedWavBytes(sound)
}

/** Its bytes from one to another (end exclusive). */
export async function* bytesOf(sound: Sound, start: number, end: number): AsyncGenerator<Buffer> {
  if (end <= start) return
  if (sound.kind === 'generated') {
    for (let at = start; at < end; at += partBytes) yield generatedWav(sound, at, Math.min(end, at + partBytes))
    return
  }
  for await (const part of createReadStream(sound.path, { start, end: end - 1, highWaterMark: partBytes })) {
    if (Buffer.isBuffer(part)) yield part
  }
}
