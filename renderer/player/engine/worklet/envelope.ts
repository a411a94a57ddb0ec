/** Shape of a fade. `power` keeps the sum of squares of an in and an out fade at 1; `smooth` keeps their plain sum at 1. */
export type FadeShape = 'power' | 'smooth'

/** Gain of a fade at `progress` from 0 to 1, for a voice coming in; take 1 − progress for one going out. */
export function fadeGain(shape: FadeShape, progress: number): number {
  if (progress <= 0) return 0
  if (progress >= 1) return 1
  const sine = Math.sin((progress * Math.PI) / 2)
  // sin² + cos² = 1: the raised cosine is the equal-gain shape for material that is alike on both sides.
  return shape === 'power' ? sine : sine * sine
}

/**
 * Gain of one voice over time: rests at 0 or 1, or moves between them. A turn in the middle of a fade goes on from where it
 * stands, so the output never jumps.
 */
export class Envelope {
  private progress: number
  private step = 0
  private shape: FadeShape = 'smooth'

  constructor(open: boolean) {
    this.progress = open ? 1 : 0
  }

  /** A second envelope that stands where this one stands and moves as this one moves. */
  clone(): Envelope {
    const copy = new Envelope(false)
    copy.progress = this.progress
    copy.step = this.step
    copy.shape = this.shape
    return copy
  }

  /** At full gain and staying there: samples may pass untouched. */
  get open(): boolean {
    return this.progress === 1 && this.step >= 0
  }

  /** At zero and staying there. */
  get closed(): boolean {
    return this.progress === 0 && this.step <= 0
  }

  /** Starts moving towards 1 over `frames`. */
  fadeIn(frames: number, shape: FadeShape): void {
    this.turn(shape)
    this.step = frames > 0 ? 1 / frames : 1
  }

  /** Starts moving towards 0 over `frames`. */
  fadeOut(frames: number, shape: FadeShape): void {
    this.turn(shape)
    this.step = frames > 0 ? -1 / frames : -1
  }

  /** Stands at a gain at once. Only for voices that are not heard yet. */
  set(open: boolean): void {
    this.progress = open ? 1 : 0
    this.step = 0
  }

  /** Gain for the next frame; moves on by one frame. */
  next(): number {
    const gain = fadeGain(this.shape, this.progress)
    if (this.step !== 0) {
      this.progress += this.step
      if (this.progress >= 1 || this.progress <= 0) {
        this.progress = this.progress >= 1 ? 1 : 0
        this.step = 0
      }
    }
    return gain
  }

  /** Changing the shape keeps the gain and finds the progress that belongs to it. */
  private turn(shape: FadeShape): void {
    if (shape === this.shape) return
    const gain = fadeGain(this.shape, this.progress)
    const sine = shape === 'power' ? gain : Math.sqrt(gain)
    this.progress = this.progress === 0 || this.progress === 1 ? this.progress : (Math.asin(sine) * 2) / Math.PI
    this.shape = shape
  }
}
