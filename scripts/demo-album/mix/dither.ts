/** To 16-bit integers with triangular dither of two steps peak to peak (Lipshitz, Wannamaker and Vanderkooy, 1992). */
import { createRandom } from '../sound/random.ts'
import type { Stereo } from '../sound/stereo.ts'

/** Interleaved left, right. */
export function toSixteenBits(sound: Stereo, seed: string): Int16Array {
  const random = createRandom(seed)
  const output = new Int16Array(sound.left.length * 2)
  for (let frame = 0; frame < sound.left.length; frame += 1) {
    output[frame * 2] = quantise(sound.left[frame] ?? 0, random.next() - random.next())
    output[frame * 2 + 1] = quantise(sound.right[frame] ?? 0, random.next() - random.next())
  }
  return output
}

function quantise(sample: number, dither: number): number {
  return Math.max(-32768, Math.min(32767, Math.round(sample * 32767 + dither)))
}
