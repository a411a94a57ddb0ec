import { at, type Stereo } from './compare.ts'

/** Half the length of the measuring filter, in frames. */
const half = 256
/** Frames that are measured. */
const measured = 24_000

/** A linear-phase lowpass (sinc under a Blackman window): 0 dB below `cutoffHz`, −74 dB about 500 Hz above it. */
function lowpassTaps(cutoffHz: number, sampleRateHz: number): Float64Array {
  const cutoff = (2 * cutoffHz) / sampleRateHz
  return Float64Array.from({ length: 2 * half + 1 }, (_, index) => {
    const x = index - half
    const window = 0.42 + 0.5 * Math.cos((Math.PI * x) / half) + 0.08 * Math.cos((2 * Math.PI * x) / half)
    return (x === 0 ? cutoff : Math.sin(Math.PI * x * cutoff) / (Math.PI * x)) * window
  })
}

/**
 * Level of the difference between a recording and its reference below `cutoffHz`, against the level of the reference, in dB,
 * over half a second around `centre` (default: the middle of the reference). Two resamplers differ just below the Nyquist
 * frequency by design; below that they must not.
 */
export function bandErrorDb(
  sound: Stereo,
  reference: Stereo,
  options: { readonly lag: number; readonly cutoffHz: number; readonly sampleRateHz: number; readonly centre?: number },
): number {
  const { lag, cutoffHz, sampleRateHz } = options
  const taps = lowpassTaps(cutoffHz, sampleRateHz)
  const from = Math.max(half, Math.floor((options.centre ?? reference.left.length / 2) - measured / 2))
  let difference = 0
  let power = 0
  for (const side of ['left', 'right'] as const) {
    const wanted = reference[side]
    const error = Float64Array.from(
      { length: measured + 2 * half },
      (_, index) => at(sound[side], from - half + index + lag) - at(wanted, from - half + index),
    )
    for (let frame = 0; frame < measured; frame += 1) {
      let sum = 0
      for (let tap = 0; tap <= 2 * half; tap += 1) sum += (taps[tap] ?? 0) * (error[frame + tap] ?? 0)
      difference += sum * sum
      power += at(wanted, from + frame) ** 2
    }
  }
  return 10 * Math.log10((difference + 1e-30) / (power + 1e-30))
}
