/** Filters as closures: each takes a sample and gives the filtered one. */
export type Filter = (sample: number) => number

export interface BiquadShape {
  readonly b0: number
  readonly b1: number
  readonly b2: number
  readonly a1: number
  readonly a2: number
}

/** Second-order section, transposed direct form II. */
export function biquad(shape: BiquadShape): Filter {
  let first = 0
  let second = 0
  const { b0, b1, b2, a1, a2 } = shape
  return (sample) => {
    const output = b0 * sample + first
    first = b1 * sample - a1 * output + second
    second = b2 * sample - a2 * output
    return output
  }
}

interface Prototype {
  readonly cosine: number
  readonly alpha: number
}

function prototype(hertz: number, quality: number, rate: number): Prototype {
  const angle = (2 * Math.PI * Math.min(hertz, rate * 0.49)) / rate
  return { cosine: Math.cos(angle), alpha: Math.sin(angle) / (2 * quality) }
}

function normalised(b0: number, b1: number, b2: number, a0: number, a1: number, a2: number): BiquadShape {
  return { b0: b0 / a0, b1: b1 / a0, b2: b2 / a0, a1: a1 / a0, a2: a2 / a0 }
}

// The four shapes below are those of Robert Bristow-Johnson's audio equaliser cookbook.

export function lowPass(hertz: number, rate: number, quality = Math.SQRT1_2): Filter {
  const { cosine, alpha } = prototype(hertz, quality, rate)
  const side = (1 - cosine) / 2
  return biquad(normalised(side, 1 - cosine, side, 1 + alpha, -2 * cosine, 1 - alpha))
}

export function highPass(hertz: number, rate: number, quality = Math.SQRT1_2): Filter {
  const { cosine, alpha } = prototype(hertz, quality, rate)
  const side = (1 + cosine) / 2
  return biquad(normalised(side, -1 - cosine, side, 1 + alpha, -2 * cosine, 1 - alpha))
}

/** Unity gain at the centre. */
export function bandPass(hertz: number, rate: number, quality: number): Filter {
  const { cosine, alpha } = prototype(hertz, quality, rate)
  return biquad(normalised(alpha, 0, -alpha, 1 + alpha, -2 * cosine, 1 - alpha))
}

export function peaking(hertz: number, decibels: number, quality: number, rate: number): Filter {
  const { cosine, alpha } = prototype(hertz, quality, rate)
  const gain = 10 ** (decibels / 40)
  return biquad(
    normalised(1 + alpha * gain, -2 * cosine, 1 - alpha * gain, 1 + alpha / gain, -2 * cosine, 1 - alpha / gain),
  )
}

/** High shelf with slope 1. */
export function highShelf(hertz: number, decibels: number, rate: number): Filter {
  const gain = 10 ** (decibels / 40)
  const { cosine, alpha } = prototype(hertz, Math.SQRT1_2, rate)
  const root = 2 * Math.sqrt(gain) * alpha
  return biquad(
    normalised(
      gain * (gain + 1 + (gain - 1) * cosine + root),
      -2 * gain * (gain - 1 + (gain + 1) * cosine),
      gain * (gain + 1 + (gain - 1) * cosine - root),
      gain + 1 - (gain - 1) * cosine + root,
      2 * (gain - 1 - (gain + 1) * cosine),
      gain + 1 - (gain - 1) * cosine - root,
    ),
  )
}

/** One-pole low-pass, 6 dB per octave. */
export function softLowPass(hertz: number, rate: number): Filter {
  const keep = Math.exp((-2 * Math.PI * hertz) / rate)
  let state = 0
  return (sample) => {
    state = sample + (state - sample) * keep
    return state
  }
}

/** Several filters one after another. */
export function chain(...filters: readonly Filter[]): Filter {
  return (sample) => filters.reduce((value, filter) => filter(value), sample)
}
