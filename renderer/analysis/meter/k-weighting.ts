/** A second-order filter, its leading denominator coefficient divided out. */
export interface Biquad {
  readonly b0: number
  readonly b1: number
  readonly b2: number
  readonly a1: number
  readonly a2: number
}

/**
 * Both filters of BS.1770-5 annex 1 are given there as coefficients for 48 kHz alone. These are the analogue prototypes that
 * lead to them by the bilinear transform, so that they can be had at any rate (De Man, "Evaluation of implementations of the
 * EBU R128 loudness measurement", 2018).
 */
const shelf = { hz: 1681.974450955533, gainDb: 3.999843853973347, q: 0.7071752369554196, slope: 0.4996667741545416 }
const highPass = { hz: 38.13547087602444, q: 0.5003270373238773 }

/** The two filters of K-weighting at a sample rate: the shelf of the head, then the high-pass. */
export function kWeighting(sampleRateHz: number): readonly [Biquad, Biquad] {
  return [headShelf(sampleRateHz), lowCut(sampleRateHz)]
}

function headShelf(sampleRateHz: number): Biquad {
  const k = Math.tan((Math.PI * shelf.hz) / sampleRateHz)
  const high = 10 ** (shelf.gainDb / 20)
  const band = high ** shelf.slope
  const a0 = 1 + k / shelf.q + k * k
  return {
    b0: (high + (band * k) / shelf.q + k * k) / a0,
    b1: (2 * (k * k - high)) / a0,
    b2: (high - (band * k) / shelf.q + k * k) / a0,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - k / shelf.q + k * k) / a0,
  }
}

function lowCut(sampleRateHz: number): Biquad {
  const k = Math.tan((Math.PI * highPass.hz) / sampleRateHz)
  const a0 = 1 + k / highPass.q + k * k
  return { b0: 1, b1: -2, b2: 1, a1: (2 * (k * k - 1)) / a0, a2: (1 - k / highPass.q + k * k) / a0 }
}

/** State smaller than this is silence: left to decay it would end in denormal numbers, which are slow. */
const silence = 1e-20

/** K-weights one channel and sums the squares. */
export class KWeightedPower {
  private readonly first: Biquad
  private readonly second: Biquad
  private s1 = 0
  private s2 = 0
  private s3 = 0
  private s4 = 0

  constructor(sampleRateHz: number) {
    ;[this.first, this.second] = kWeighting(sampleRateHz)
  }

  /** Sum of the squares of the weighted samples from `from` up to `to`, which follow on those before. */
  sum(samples: Float32Array, from: number, to: number): number {
    const { b0, b1, b2, a1, a2 } = this.first
    const { a1: c1, a2: c2 } = this.second
    let { s1, s2, s3, s4 } = this
    let sum = 0
    // Two transposed direct forms in a row. The second one's numerator is 1 −2 1.
    for (let frame = from; frame < to; frame += 1) {
      const x = samples[frame] ?? 0
      const y = b0 * x + s1
      s1 = b1 * x - a1 * y + s2
      s2 = b2 * x - a2 * y
      const z = y + s3
      s3 = -2 * y - c1 * z + s4
      s4 = y - c2 * z
      sum += z * z
    }
    this.s1 = Math.abs(s1) < silence ? 0 : s1
    this.s2 = Math.abs(s2) < silence ? 0 : s2
    this.s3 = Math.abs(s3) < silence ? 0 : s3
    this.s4 = Math.abs(s4) < silence ? 0 : s4
    return sum
  }
}
