/** The last stage: a clean low end, a touch of warmth, the wanted loudness, no peak above the ceiling. */
import { limit } from './limiter.ts'
import { loudnessOf } from './loudness.ts'
import { ease } from '../sound/envelope.ts'
import { chain, highPass, highShelf, peaking } from '../sound/filters.ts'
import { fromDecibels, process, scale, type Stereo } from '../sound/stereo.ts'

/** dBTP; half a decibel under the promise of -1, because lossy codecs move peaks. */
const ceiling = -1.6

export interface Mastering {
  /** LUFS. */
  readonly loudness: number
  /** Seconds at the end within which everything has faded to nothing. */
  readonly fade: number
  /** dB above 6 kHz. */
  readonly air: number
}

/** Works in place. */
export function master(sound: Stereo, { loudness, fade, air }: Mastering, rate: number): void {
  for (const channel of [sound.left, sound.right]) {
    process(channel, chain(highPass(30, rate), peaking(280, -1.2, 0.8, rate), highShelf(6000, air, rate)))
  }
  scale(sound, fromDecibels(loudness - loudnessOf(sound, rate)))
  for (const channel of [sound.left, sound.right]) process(channel, warm)
  fadeOut(sound, fade, rate)
  // Limiting takes a little loudness away; the second pass puts it back.
  for (let pass = 0; pass < 2; pass += 1) {
    scale(sound, fromDecibels(loudness - loudnessOf(sound, rate)))
    limit(sound, fromDecibels(ceiling), rate)
  }
}

/** Soft saturation that leaves quiet sound alone: cubic below full scale, about 0.3 dB at half of it. */
function warm(sample: number): number {
  const bounded = Math.max(-1.2, Math.min(1.2, sample))
  return bounded - 0.14 * bounded * bounded * bounded
}

function fadeOut(sound: Stereo, seconds: number, rate: number): void {
  const length = sound.left.length
  const first = Math.max(0, length - Math.round(seconds * rate))
  for (let frame = first; frame < length; frame += 1) {
    const gain = ease((length - 1 - frame) / (length - first))
    sound.left[frame] = (sound.left[frame] ?? 0) * gain
    sound.right[frame] = (sound.right[frame] ?? 0) * gain
  }
}
