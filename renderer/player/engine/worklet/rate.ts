import { glideRate } from './timing.ts'
import type { Voice } from './voice.ts'

/** How fast voices move: frames of a stream for each frame of output. */
export class PlaybackRate {
  /** What was asked for. */
  asked = 1

  /** The rate of one voice: a hair more than 1 while a fractional position glides back onto the sample grid. */
  of(voice: Voice): number {
    if (this.asked !== 1 || voice.fraction === 0) return this.asked
    if (voice.fraction >= glideRate - 1) return glideRate
    // Within a ten-thousandth of a sample: from here on samples pass untouched again.
    voice.fraction = 0
    return 1
  }

  /** Frames of output at `rate` before it has to be looked at again, `count` at most: a glide ends on the grid. */
  limit(voice: Voice, rate: number, count: number): number {
    return rate === this.asked ? count : Math.min(count, Math.ceil((1 - voice.fraction) / (glideRate - 1)))
  }
}
