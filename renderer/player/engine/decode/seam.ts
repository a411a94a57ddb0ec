import { Resampler, type StereoSamples } from './resampler.ts'

/** What a resampled track leaves to the one that follows it without a gap. */
export interface Seam {
  readonly sampleRateHz: number
  readonly tail: StereoSamples
  /** Shift of the next track's output grid, see `Resampler.boundaryAfter`. */
  readonly offset: number
  /** Takes the first samples of the next track; null when they were known in time. */
  readonly onHead: ((head: StereoSamples) => void) | null
}

/** Rates of a track and of what is made of it, in Hz. */
export interface Rates {
  readonly inputHz: number
  readonly outputHz: number
}

/** A resampler for a track from output frame `startFrame` on, whose samples come from `firstInput` on; behind a seam, on its grid. */
export function resamplerBehind(seam: Seam | null, rates: Rates, startFrame: number, firstInput: number): Resampler {
  const { inputHz, outputHz } = rates
  // Another encoding than the one that was to follow: there is no grid that both lie on.
  if (seam === null || seam.sampleRateHz !== inputHz) return new Resampler(inputHz, outputHz, startFrame, firstInput)
  if (startFrame > 0) return new Resampler(inputHz, outputHz, startFrame, firstInput, seam.offset)
  const resampler = new Resampler(inputHz, outputHz, 0, -seam.tail.left.length, seam.offset)
  resampler.push(seam.tail.left, seam.tail.right)
  return resampler
}

/** Output frames that stand in for others. */
export interface Patch {
  readonly startFrame: number
  readonly left: Float32Array
  readonly right: Float32Array
}

/**
 * The last frames of a track anew, now that the `head` of what follows is known: they were resampled as if silence followed.
 * `end` is the track's length in input frames, `offset` the shift of its grid; it was played from output frame `startFrame` on.
 */
export function endAnew(
  resampler: Resampler,
  rates: Rates,
  track: { readonly startFrame: number; readonly end: number; readonly tail: StereoSamples; readonly offset: number },
  head: StereoSamples,
): readonly Patch[] {
  const { tail, end } = track
  const { outputs } = resampler.boundaryAfter(end)
  const reach = Math.ceil((resampler.reach * rates.outputHz) / rates.inputHz) + 1
  const startFrame = Math.max(track.startFrame, outputs - reach)
  const anew = new Resampler(rates.inputHz, rates.outputHz, startFrame, end - tail.left.length, track.offset)
  const [left, right] = anew.push(tail.left, tail.right)
  const [lastLeft, lastRight] = anew.finish(outputs, head)
  return [
    { startFrame, left, right },
    { startFrame: startFrame + left.length, left: lastLeft, right: lastRight },
  ]
}
