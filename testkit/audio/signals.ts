/** Audio as plain numbers: one array per channel, full scale is ±1. */
export type Signal = readonly Float64Array[]

/** Frames of a signal. */
export function framesOf(signal: Signal): number {
  return signal[0]?.length ?? 0
}

/**
 * A logarithmic sine sweep. Its phase is continuous and its pitch tells the place, so that a missing, doubled or moved
 * frame shows up wherever it happens.
 */
export function sweep(options: {
  readonly frames: number
  readonly sampleRateHz: number
  readonly fromHz: number
  readonly toHz: number
  readonly amplitude: number
}): Float64Array {
  const { frames, sampleRateHz, fromHz, toHz, amplitude } = options
  const growth = Math.log(toHz / fromHz)
  const scale = (2 * Math.PI * fromHz * (frames / sampleRateHz)) / growth
  return Float64Array.from(
    { length: frames },
    (_, frame) => amplitude * Math.sin(scale * (Math.exp((growth * frame) / frames) - 1)),
  )
}

/** A sine tone. */
export function tone(options: {
  readonly frames: number
  readonly sampleRateHz: number
  readonly hz: number
  readonly amplitude: number
}): Float64Array {
  const step = (2 * Math.PI * options.hz) / options.sampleRateHz
  return Float64Array.from({ length: options.frames }, (_, frame) => options.amplitude * Math.sin(step * frame))
}

/** White noise from a seed (xorshift32): the same numbers on every machine. */
export function noise(options: {
  readonly frames: number
  readonly amplitude: number
  readonly seed: number
}): Float64Array {
  let state = options.seed | 0 || 1
  return Float64Array.from({ length: options.frames }, () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (options.amplitude * state) / 0x8000_0000
  })
}

/** Two channels that sweep in opposite directions, so that swapped channels are heard. */
export function stereoSweep(frames: number, sampleRateHz: number): Signal {
  const top = Math.min(6000, sampleRateHz * 0.4)
  return [
    sweep({ frames, sampleRateHz, fromHz: 80, toHz: top, amplitude: 0.5 }),
    sweep({ frames, sampleRateHz, fromHz: top, toHz: 80, amplitude: 0.4 }),
  ]
}

/** The same with noise on top: uses all the low bits, so that "bit-exact" means something. */
export function busyStereo(frames: number, sampleRateHz: number): Signal {
  return stereoSweep(frames, sampleRateHz).map((channel, index) => {
    const hiss = noise({ frames, amplitude: 0.05, seed: 7919 * (index + 1) })
    return channel.map((sample, frame) => sample + (hiss[frame] ?? 0))
  })
}

/** Frames `from` (included) to `to` (excluded) of a signal. */
export function sliceSignal(signal: Signal, from: number, to: number): Signal {
  return signal.map((channel) => channel.slice(from, to))
}
