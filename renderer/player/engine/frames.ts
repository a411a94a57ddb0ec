/** Time in frames of the context, at `rateHz` of them in a second. */
export function toFrames(milliseconds: number, rateHz: number): number {
  return Math.round((milliseconds / 1000) * rateHz)
}

/** Frames of the context as time, in ms. */
export function toMs(frames: number, rateHz: number): number {
  return (frames / rateHz) * 1000
}
