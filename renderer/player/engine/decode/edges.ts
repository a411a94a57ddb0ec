import type { StereoBlock } from './downmix.ts'
import type { StereoSamples } from './resampler.ts'

/** Frames kept of either end of a track: more than any resampling filter reaches. */
const edgeFrames = 2048

/**
 * Remembers the first and the last samples of a track, before resampling. A gapless join of two resampled tracks needs the
 * other track's samples on either side of the seam.
 */
export class Edges {
  private headLeft: Float32Array = new Float32Array()
  private headRight: Float32Array = new Float32Array()
  private tailLeft: Float32Array = new Float32Array()
  private tailRight: Float32Array = new Float32Array()

  /** Takes the next block of the track. */
  push(block: StereoBlock): void {
    if (block.startFrame === this.headLeft.length && this.headLeft.length < edgeFrames) {
      const missing = edgeFrames - this.headLeft.length
      this.headLeft = concat(this.headLeft, block.left.subarray(0, missing))
      this.headRight = concat(this.headRight, block.right.subarray(0, missing))
    }
    this.tailLeft = concat(this.tailLeft, block.left.subarray(-edgeFrames)).slice(-edgeFrames)
    this.tailRight = concat(this.tailRight, block.right.subarray(-edgeFrames)).slice(-edgeFrames)
  }

  /** True when the head is long enough to be of use. */
  get hasHead(): boolean {
    return this.headLeft.length >= edgeFrames
  }

  get head(): StereoSamples {
    return { left: this.headLeft, right: this.headRight }
  }

  get tail(): StereoSamples {
    return { left: this.tailLeft, right: this.tailRight }
  }
}

function concat(first: Float32Array, second: Float32Array): Float32Array {
  const whole = new Float32Array(first.length + second.length)
  whole.set(first)
  whole.set(second, first.length)
  return whole
}
