/** Taps on each side of the centre, at the lower of the two rates. */
const halfTaps = 64
/** Kaiser window parameter: stop band near −100 dB. */
const kaiserBeta = 10
/** −6 dB point as a share of the lower Nyquist frequency: 44.1 kHz material stays flat to 20 kHz. */
const rolloff = 0.955
/** Above this many exact phases the filter is interpolated between phases instead. */
const maxPhases = 1280

/** A run of stereo samples. */
export interface StereoSamples {
  readonly left: Float32Array
  readonly right: Float32Array
}

interface Filter {
  readonly phases: number
  /** Whether every output falls on a phase exactly. */
  readonly exact: boolean
  readonly half: number
  readonly taps: number
  readonly table: Float32Array
}

const filters = new Map<string, Filter>()

/**
 * Brings a stereo stream from one sample rate to another: a polyphase windowed sinc without delay. Output frame n is the
 * signal at input time n · inRate ⁄ outRate, whatever came before, so that a seek gives the same samples as playing through.
 * Two streams pushed one after the other come out as their concatenation would: that is what a gapless join needs.
 */
export class Resampler {
  private readonly filter: Filter
  private readonly up: number
  private readonly down: number
  private left = new Float32Array(16_384)
  private right = new Float32Array(16_384)
  /** Input frame of the first sample held. */
  private base: number
  private held = 0
  private nextOutput: number
  /** Shift of the output grid against the input's, in `up`-ths of an input frame. */
  private readonly offset: number

  /**
   * Starts so that the first output is `firstOutput`; the input must then begin at `firstInput` (see `inputNeededFor`).
   * `offset` shifts the grid of the outputs by that many `up`-ths of an input frame: see `boundaryAfter`.
   */
  constructor(inRateHz: number, outRateHz: number, firstOutput: number, firstInput: number, offset = 0) {
    const divisor = greatestCommonDivisor(inRateHz, outRateHz)
    this.up = outRateHz / divisor
    this.down = inRateHz / divisor
    this.filter = filterFor(this.up, this.down)
    this.base = firstInput
    this.offset = offset
    this.nextOutput = firstOutput
  }

  /** Input frames needed before output `output`, counted from the start of the track (0 when it reaches before it). */
  static inputNeededFor(output: number, inRateHz: number, outRateHz: number): number {
    const half = Math.ceil(halfTaps * Math.max(1, inRateHz / outRateHz))
    return Math.max(0, Math.floor((output * inRateHz) / outRateHz) - half)
  }

  /** Builds the filter for a pair of rates ahead of its first use. */
  static prepare(inRateHz: number, outRateHz: number): void {
    const divisor = greatestCommonDivisor(inRateHz, outRateHz)
    filterFor(outRateHz / divisor, inRateHz / divisor)
  }

  /** Input frames on each side that one output is made of. */
  get reach(): number {
    return this.filter.half + 2
  }

  /**
   * Where a track of `inputFrames` ends on the output grid: `outputs` frames belong to it, and whatever follows without a gap
   * has its own grid shifted by `offset`, because the end seldom falls on an output frame.
   */
  boundaryAfter(inputFrames: number): { readonly outputs: number; readonly offset: number } {
    const outputs = Math.ceil((inputFrames * this.up - this.offset) / this.down)
    return { outputs, offset: outputs * this.down + this.offset - inputFrames * this.up }
  }

  /** Takes input and gives what it completes. */
  push(left: Float32Array, right: Float32Array): readonly [Float32Array, Float32Array] {
    this.append(left, right)
    const end = this.base + this.held - this.filter.half - 1
    return this.produce(Math.floor((end * this.up - this.offset) / this.down))
  }

  /** Gives the outputs up to (not including) `endOutput`. What follows the track, if anything, stands behind it, else silence. */
  finish(endOutput: number, following: StereoSamples | null): readonly [Float32Array, Float32Array] {
    if (following !== null) this.append(following.left, following.right)
    const silence = new Float32Array(this.reach)
    this.append(silence, silence)
    return this.produce(endOutput - 1)
  }

  private append(left: Float32Array, right: Float32Array): void {
    if (this.held + left.length > this.left.length) this.makeRoom(left.length)
    this.left.set(left, this.held)
    this.right.set(right, this.held)
    this.held += left.length
  }

  /** Drops input that no output needs any more, and grows where that is not enough. */
  private makeRoom(wanted: number): void {
    const needed = Math.floor((this.nextOutput * this.down + this.offset) / this.up) - this.filter.half
    const drop = Math.min(this.held, Math.max(0, needed - this.base))
    const kept = this.held - drop
    const size = Math.max(this.left.length, 2 * (kept + wanted))
    const left = new Float32Array(size)
    const right = new Float32Array(size)
    left.set(this.left.subarray(drop, this.held))
    right.set(this.right.subarray(drop, this.held))
    this.left = left
    this.right = right
    this.base += drop
    this.held = kept
  }

  private produce(last: number): readonly [Float32Array, Float32Array] {
    const count = Math.max(0, last - this.nextOutput + 1)
    const left = new Float32Array(count)
    const right = new Float32Array(count)
    const { filter } = this
    const { taps, table } = filter
    for (let index = 0; index < count; index += 1) {
      const scaled = (this.nextOutput + index) * this.down + this.offset
      const whole = Math.floor(scaled / this.up)
      const place = ((scaled - whole * this.up) / this.up) * filter.phases
      const phase = filter.exact ? Math.round(place) : Math.floor(place)
      const blend = filter.exact ? 0 : place - phase
      const row = phase * taps
      let start = whole - filter.half + 1 - this.base
      let from = 0
      if (start < 0) {
        // Before the start of the track there is silence.
        from = -start
        start = 0
      }
      let sumLeft = 0
      let sumRight = 0
      const shift = start - from
      if (blend === 0) {
        for (let tap = from; tap < taps; tap += 1) {
          const weight = table[row + tap] ?? 0
          sumLeft += (this.left[shift + tap] ?? 0) * weight
          sumRight += (this.right[shift + tap] ?? 0) * weight
        }
      } else {
        for (let tap = from; tap < taps; tap += 1) {
          const lower = table[row + tap] ?? 0
          const weight = lower + ((table[row + taps + tap] ?? 0) - lower) * blend
          sumLeft += (this.left[shift + tap] ?? 0) * weight
          sumRight += (this.right[shift + tap] ?? 0) * weight
        }
      }
      left[index] = sumLeft
      right[index] = sumRight
    }
    this.nextOutput += count
    return [left, right]
  }
}

function filterFor(up: number, down: number): Filter {
  const key = `${up}/${down}`
  const known = filters.get(key)
  if (known !== undefined) return known
  const stretch = Math.max(1, down / up)
  const half = Math.ceil(halfTaps * stretch)
  const taps = 2 * half
  const exact = up <= maxPhases
  const phases = exact ? up : maxPhases
  const table = new Float32Array((phases + 1) * taps)
  const cutoff = rolloff / stretch
  const normal = besselI0(kaiserBeta)
  for (let phase = 0; phase <= phases; phase += 1) {
    let sum = 0
    for (let tap = 0; tap < taps; tap += 1) {
      const x = tap - (half - 1) - phase / phases
      const window = Math.abs(x) >= half ? 0 : besselI0(kaiserBeta * Math.sqrt(1 - (x / half) ** 2)) / normal
      const value = sinc(x * cutoff) * window
      table[phase * taps + tap] = value
      sum += value
    }
    for (let tap = 0; tap < taps; tap += 1) table[phase * taps + tap] = (table[phase * taps + tap] ?? 0) / sum
  }
  const filter = { phases, exact, half, taps, table }
  filters.set(key, filter)
  return filter
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)
}

/** Modified Bessel function of the first kind, order 0, by its power series. */
function besselI0(x: number): number {
  let sum = 1
  let term = 1
  for (let k = 1; k < 64; k += 1) {
    term *= (x / (2 * k)) ** 2
    sum += term
    if (term < sum * 1e-12) break
  }
  return sum
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}
