import type { Sound } from './player.ts'

/** Two channels, as references come. */
export interface Stereo {
  readonly left: Float32Array
  readonly right: Float32Array
}

/** How a rendering differs from its reference. Differences are in full scales. */
export interface Comparison {
  /** Rendered frame (counted in the recording) at which the reference's first frame stands. */
  readonly lag: number
  readonly worst: number
  /** Level of the difference against the level of the reference, in dB. */
  readonly errorDb: number
  /** Frame of the reference with the worst difference. */
  readonly worstAt: number
  /** Loudest sample rendered before the reference begins, and after it ends. */
  readonly before: number
  readonly after: number
}

/** Sample of a recording; silence outside of it. */
export function at(samples: Float32Array, frame: number): number {
  return samples[frame] ?? 0
}

/** First frame with sound. */
function onset({ left, right }: Stereo): number {
  const index = left.findIndex((sample, frame) => sample !== 0 || at(right, frame) !== 0)
  return Math.max(0, index)
}

/**
 * Finds where the reference stands in the recording, to the frame: first by where sound begins, then by the smallest
 * difference over a stretch in the middle, looking `reach` frames to either side.
 */
export function findLag(sound: Stereo, reference: Stereo, reach = 1500): number {
  const guess = onset(sound) - onset(reference)
  const length = Math.min(6000, reference.left.length)
  const start = Math.floor((reference.left.length - length) / 2)
  let best = { lag: guess, error: Number.POSITIVE_INFINITY }
  const tryLag = (lag: number): void => {
    let error = 0
    for (let frame = start; frame < start + length && error < best.error; frame += 1) {
      error += (at(sound.left, frame + lag) - at(reference.left, frame)) ** 2
      error += (at(sound.right, frame + lag) - at(reference.right, frame)) ** 2
    }
    if (error < best.error) best = { lag, error }
  }
  for (let distance = 0; distance <= reach; distance += 1) {
    tryLag(guess + distance)
    tryLag(guess - distance)
  }
  return best.lag
}

/** Compares a recording with its reference over the whole of it, or from `from` to `to` (frames of the reference). */
export function compare(
  sound: Stereo,
  reference: Stereo,
  options: { readonly lag?: number; readonly from?: number; readonly to?: number } = {},
): Comparison {
  const lag = options.lag ?? findLag(sound, reference)
  const from = options.from ?? 0
  const to = options.to ?? reference.left.length
  let worst = 0
  let worstAt = -1
  let difference = 0
  let power = 0
  for (const side of ['left', 'right'] as const) {
    for (let frame = from; frame < to; frame += 1) {
      const wanted = at(reference[side], frame)
      const error = Math.abs(at(sound[side], frame + lag) - wanted)
      difference += error * error
      power += wanted * wanted
      if (error > worst) {
        worst = error
        worstAt = frame
      }
    }
  }
  return {
    lag,
    worst,
    worstAt,
    errorDb: 10 * Math.log10((difference + 1e-30) / (power + 1e-30)),
    before: loudest(sound, 0, lag),
    after: loudest(sound, lag + reference.left.length, sound.left.length),
  }
}

/** Loudest sample from `from` up to `to`. */
export function loudest({ left, right }: Stereo, from: number, to: number): number {
  let most = 0
  for (let frame = Math.max(0, from); frame < to; frame += 1) {
    most = Math.max(most, Math.abs(at(left, frame)), Math.abs(at(right, frame)))
  }
  return most
}

/** Largest step from one sample to the next from `from` up to `to`. */
export function steepest(samples: Float32Array, from: number, to: number): number {
  let most = 0
  for (let frame = from; frame < to; frame += 1)
    most = Math.max(most, Math.abs(at(samples, frame) - at(samples, frame - 1)))
  return most
}

/** A part of a recording. */
export function part({ left, right }: Stereo, from: number, to: number): Stereo {
  return { left: left.slice(from, to), right: right.slice(from, to) }
}

/** One signal behind another. */
export function concat(first: Stereo, second: Stereo): Stereo {
  const join = (one: Float32Array, other: Float32Array): Float32Array => {
    const whole = new Float32Array(one.length + other.length)
    whole.set(one)
    whole.set(other, one.length)
    return whole
  }
  return { left: join(first.left, second.left), right: join(first.right, second.right) }
}

/** The recording as plain stereo, its first sample at frame 0. */
export function stereoOf(sound: Sound): Stereo {
  return { left: sound.left, right: sound.right }
}
