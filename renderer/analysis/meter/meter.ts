import { binCount, binOf, integratedLufs, lufsOfPower } from '../../../src/loudness/index.ts'
import { channelWeights } from './channel-weights.ts'
import { KWeightedPower } from './k-weighting.ts'
import { TruePeak } from './true-peak.ts'

/** Loudness of a whole recording. */
export interface Measurement {
  /** Integrated loudness in LUFS; null for silence and for less than one gating block (400 ms). */
  readonly integratedLufs: number | null
  /** Highest true peak of all channels, linear: 1 is full scale. */
  readonly truePeak: number
  /** Gating blocks by their loudness, 0.1 LU from −70 LUFS on; nothing is listed after the loudest. */
  readonly histogram: readonly number[]
}

/** Gating blocks overlap by three quarters: they are made of this many hops. */
const hopsPerBlock = 4
/** A hop is the tenth part of a second. */
const hopsPerSecond = 10

/** Measures loudness by EBU R128 (ITU-R BS.1770-5) as samples come in, in constant memory. */
export class LoudnessMeter {
  private readonly sampleRateHz: number
  private readonly weights: readonly number[]
  private readonly powers: readonly KWeightedPower[]
  private readonly peaks: readonly TruePeak[]
  private readonly counts = new Uint32Array(binCount)
  private readonly sums = new Float64Array(binCount)
  /** Energy and frames of the last hops, the newest last. */
  private hops: { readonly energy: number; readonly frames: number }[] = []
  private energy = 0
  private hopFrames = 0
  private hopsDone = 0

  constructor(sampleRateHz: number, channels: number) {
    this.sampleRateHz = sampleRateHz
    this.weights = channelWeights(channels)
    this.powers = this.weights.map(() => new KWeightedPower(sampleRateHz))
    this.peaks = this.weights.map(() => new TruePeak(sampleRateHz))
  }

  /** Takes samples that follow on those before, an array per channel. */
  push(channels: readonly Float32Array[]): void {
    const frames = channels[0]?.length ?? 0
    for (let from = 0; from < frames;) {
      const to = Math.min(frames, from + this.hopLength() - this.hopFrames)
      this.weights.forEach((weight, index) => {
        const samples = channels[index]
        const power = this.powers[index]
        if (weight > 0 && samples !== undefined && power !== undefined)
          this.energy += weight * power.sum(samples, from, to)
      })
      this.hopFrames += to - from
      if (this.hopFrames >= this.hopLength()) this.endHop()
      from = to
    }
    channels.forEach((samples, index) => this.peaks[index]?.push(samples))
  }

  /** The recording is over: what it measures. */
  finish(): Measurement {
    const loudest = this.counts.findLastIndex((count) => count > 0)
    return {
      integratedLufs: integratedLufs(this.counts, this.sums),
      truePeak: Math.max(0, ...this.peaks.map(({ peak }) => peak)),
      histogram: Array.from(this.counts.subarray(0, loudest + 1)),
    }
  }

  /** Frames of the hop under way. Where a tenth of a second is no whole number of frames, hops differ by one. */
  private hopLength(): number {
    const end = (hop: number): number => Math.round((hop * this.sampleRateHz) / hopsPerSecond)
    return end(this.hopsDone + 1) - end(this.hopsDone)
  }

  private endHop(): void {
    this.hops.push({ energy: this.energy, frames: this.hopFrames })
    this.energy = 0
    this.hopFrames = 0
    this.hopsDone += 1
    if (this.hops.length < hopsPerBlock) return
    const power = sum(this.hops.map(({ energy }) => energy)) / sum(this.hops.map(({ frames }) => frames))
    this.hops.shift()
    const bin = binOf(lufsOfPower(power))
    if (bin === null) return
    this.counts[bin] = (this.counts[bin] ?? 0) + 1
    this.sums[bin] = (this.sums[bin] ?? 0) + power
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
