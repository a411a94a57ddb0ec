/**
 * The interpolating filter of BS.1770-5 annex 2, in four phases of twelve taps. The last two phases are the first two read
 * backwards.
 */
const outerPhase = [
  0.001708984375, 0.010986328125, -0.0196533203125, 0.033203125, -0.0594482421875, 0.1373291015625, 0.97216796875,
  -0.102294921875, 0.047607421875, -0.026611328125, 0.014892578125, -0.00830078125,
]
const innerPhase = [
  -0.0291748046875, 0.029296875, -0.0517578125, 0.089111328125, -0.16650390625, 0.465087890625, 0.77978515625,
  -0.2003173828125, 0.1015625, -0.0582275390625, 0.0330810546875, -0.0189208984375,
]
const taps = 12
/** Most that a phase can make of samples of ±1. */
const mostGain = Math.max(
  ...[outerPhase, innerPhase].map((phase) => phase.reduce((sum, tap) => sum + Math.abs(tap), 0)),
)
/** Frames looked at together: where they are too quiet to hold a new peak, they need not be interpolated. */
const strideFrames = 64
/** From this rate on, in Hz, samples lie so close that the highest of them is the peak. */
const enoughHz = 176_400

/**
 * Halves of a phase: even[k] = (c[k] + c[11−k]) / 2, odd[k] = (c[k] − c[11−k]) / 2. With E and O their sums over the sums and
 * differences of opposite samples, a phase gives E + O and its mirror E − O, and the larger magnitude of both is |E| + |O|.
 */
function halves(phase: readonly number[]): Float64Array {
  const half = taps / 2
  const at = (tap: number): number => phase[tap] ?? 0
  return Float64Array.from({ length: taps }, (_, index) =>
    index < half ? (at(index) + at(taps - 1 - index)) / 2 : (at(index - half) - at(taps - 1 - (index - half))) / 2,
  )
}

const outer = halves(outerPhase)
const inner = halves(innerPhase)

/**
 * Finds the highest true peak of one channel: of the signal between the samples too, four times oversampled. What follows the
 * last sample is not known (in an album it is the next track), so the last half dozen count as they are.
 */
export class TruePeak {
  private readonly interpolates: boolean
  /** The last samples of what came before, then those that are looked at. */
  private readonly window = new Float32Array(taps - 1 + strideFrames)
  /** Highest sample in the part of the window that came before. */
  private before = 0
  private highest = 0

  constructor(sampleRateHz: number) {
    this.interpolates = sampleRateHz < enoughHz
  }

  /** Highest peak so far, linear: 1 is full scale. */
  get peak(): number {
    return this.highest
  }

  /** Takes samples that follow on those before. */
  push(samples: Float32Array): void {
    for (let from = 0; from < samples.length; from += strideFrames) {
      this.stride(samples, from, Math.min(samples.length, from + strideFrames))
    }
  }

  private stride(samples: Float32Array, from: number, to: number): void {
    let most = 0
    for (let frame = from; frame < to; frame += 1) {
      const size = Math.abs(samples[frame] ?? 0)
      if (size > most) most = size
    }
    if (most > this.highest) this.highest = most
    if (!this.interpolates) return
    const { window } = this
    const frames = to - from
    window.set(samples.subarray(from, to), taps - 1)
    if (Math.max(most, this.before) * mostGain > this.highest) this.interpolate(frames)
    window.copyWithin(0, frames, frames + taps - 1)
    // A short stride leaves samples of the one before it in the window.
    this.before = frames >= taps - 1 ? most : Math.max(most, this.before)
  }

  private interpolate(frames: number): void {
    const { window } = this
    let { highest } = this
    for (let frame = 0; frame < frames; frame += 1) {
      let outerEven = 0
      let outerOdd = 0
      let innerEven = 0
      let innerOdd = 0
      for (let tap = 0; tap < 6; tap += 1) {
        const one = window[frame + tap] ?? 0
        const other = window[frame + taps - 1 - tap] ?? 0
        const sum = one + other
        const difference = one - other
        outerEven += (outer[tap] ?? 0) * sum
        outerOdd += (outer[tap + 6] ?? 0) * difference
        innerEven += (inner[tap] ?? 0) * sum
        innerOdd += (inner[tap + 6] ?? 0) * difference
      }
      const outerPeak = Math.abs(outerEven) + Math.abs(outerOdd)
      const innerPeak = Math.abs(innerEven) + Math.abs(innerOdd)
      if (outerPeak > highest) highest = outerPeak
      if (innerPeak > highest) highest = innerPeak
    }
    this.highest = highest
  }
}
