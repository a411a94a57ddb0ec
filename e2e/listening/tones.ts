import { writeFile } from 'node:fs/promises'
import { encodeWav } from '../../testkit/audio/wav.ts'

/** A fifth of a second. */
const toneFrames = 8820

/** Tone number `number` (0 to 30): every tone has a level of its own, and no sample of any is silent. */
function tone(number: number, frames = toneFrames): Float32Array {
  const level = (number + 1) / 32
  return Float32Array.from({ length: frames }, (_, frame) => (frame % 100 < 50 ? level : -level))
}

/** Writes a tone as a 16-bit stereo WAV at 44.1 kHz. */
export async function writeTone(file: string, number: number, frames = toneFrames): Promise<void> {
  const samples = Float64Array.from(tone(number, frames))
  await writeFile(file, encodeWav([samples, samples], 44_100, 16))
}

/** How long a level has to stay the same to be a tone, in frames: in a fade, it is met for a frame or two at most. */
const heldFrames = 50

/**
 * Which tones are heard one after the other. Silence and fades are passed over: tracks this short may have to wait for the
 * next one on a busy computer.
 */
export function tonesIn(samples: Float32Array): readonly number[] {
  const found: number[] = []
  let since = 0
  for (const [frame, sample] of samples.entries()) {
    if (Math.abs(sample) !== Math.abs(samples[since] ?? 0)) since = frame
    const number = Math.abs(sample) * 32 - 1
    const held = frame - since === heldFrames
    if (held && number >= 0 && Number.isInteger(number) && found.at(-1) !== number) found.push(number)
  }
  return found
}
