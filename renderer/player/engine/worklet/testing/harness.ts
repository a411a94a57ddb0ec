import type { CoreReport, Demand } from '../../protocol.ts'
import { PlaybackCore } from '../core.ts'

export const rateHz = 48_000

/** A core with a recorder behind it and a clock that only moves when blocks are rendered. */
export class CoreHarness {
  readonly reports: CoreReport[] = []
  readonly demands: Demand[] = []
  readonly core: PlaybackCore
  contextFrame = 0

  constructor() {
    this.core = new PlaybackCore(rateHz, {
      report: (message) => this.reports.push(message),
      demand: (message) => this.demands.push(message),
    })
  }

  /** Renders at least `frames` frames in quanta of 128 and answers what came out. */
  render(frames: number): { left: Float32Array; right: Float32Array } {
    const quanta = Math.ceil(frames / 128)
    const left = new Float32Array(quanta * 128)
    const right = new Float32Array(quanta * 128)
    for (let quantum = 0; quantum < quanta; quantum += 1) {
      const from = quantum * 128
      this.core.render(left.subarray(from, from + 128), right.subarray(from, from + 128), this.contextFrame)
      this.contextFrame += 128
    }
    return { left, right }
  }

  load(streamId: number, options: { startFrame?: number; gain?: number; play?: boolean } = {}): void {
    this.core.handle({
      kind: 'load',
      streamId,
      generation: 0,
      startFrame: options.startFrame ?? 0,
      gain: options.gain ?? 1,
      play: options.play ?? true,
    })
  }

  /** Delivers a signal in chunks of odd sizes, as decoders do. */
  deliver(
    streamId: number,
    samples: Float32Array,
    options: { start?: number; end?: boolean; generation?: number } = {},
  ): void {
    const start = options.start ?? 0
    const generation = options.generation ?? 0
    const size = 4099
    for (let at = 0; at < samples.length; at += size) {
      const left = samples.slice(at, at + size)
      this.core.deliver({ kind: 'chunk', streamId, generation, startFrame: start + at, left, right: left.slice() })
    }
    if (options.end ?? true) {
      this.core.deliver({ kind: 'end', streamId, generation, totalFrames: start + samples.length, broken: false })
    }
  }

  reportsOf<Kind extends CoreReport['kind']>(kind: Kind): Extract<CoreReport, { kind: Kind }>[] {
    return this.reports.filter((report): report is Extract<CoreReport, { kind: Kind }> => report.kind === kind)
  }
}

/** A sine of `frequencyHz`, starting at `startFrame` of its own time. */
export function sine(frames: number, frequencyHz: number, amplitude = 0.5, startFrame = 0): Float32Array {
  const samples = new Float32Array(frames)
  for (let frame = 0; frame < frames; frame += 1) {
    samples[frame] = amplitude * Math.sin((2 * Math.PI * frequencyHz * (startFrame + frame)) / rateHz)
  }
  return samples
}

/** White noise that is the same on every run (xorshift32). */
export function noise(frames: number, amplitude = 0.5, seed = 1): Float32Array {
  let state = seed
  return Float32Array.from({ length: frames }, () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return ((state >>> 0) / 0xffffffff - 0.5) * 2 * amplitude
  })
}

/** Decibels relative to full scale. */
export function decibels(amplitude: number): number {
  return 20 * Math.log10(Math.max(amplitude, 1e-12))
}

/** Largest absolute value. */
export function peak(samples: Float32Array): number {
  let largest = 0
  for (const sample of samples) largest = Math.max(largest, Math.abs(sample))
  return largest
}

/** Root mean square. */
export function rootMeanSquare(samples: Float32Array): number {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  return Math.sqrt(sum / samples.length)
}
