import type { Envelope } from './envelope.ts'
import { interpolate, samplesAfter, samplesBefore } from './interpolator.ts'
import type { StreamBuffer } from './stream-buffer.ts'

/** Longest block a voice renders at once, in frames. The worklet's quantum is 128. */
export const maxBlockFrames = 1024

/** Largest change of a voice's gain per frame: full scale takes about 20 ms at 48 kHz. */
const gainStep = 1 / 1024

const scratchFrames = maxBlockFrames * 2 + samplesBefore + samplesAfter + 8
const scratchLeft = new Float32Array(scratchFrames)
const scratchRight = new Float32Array(scratchFrames)

/** A read head on a stream: where it stands, how loud it is, and what lies on either side of the stream's ends. */
export class Voice {
  readonly stream: StreamBuffer
  readonly envelope: Envelope
  /** Integer part of the position, in track frames. */
  frame: number
  /** Fractional part, 0 ≤ fraction < 1. Not zero only after playing at another rate than 1. */
  fraction: number
  /** Frames rendered so far. */
  rendered = 0
  /** Frames of the next block that this voice leaves alone, because it joined in the middle of it. */
  skipFrames = 0
  private gain: number
  /** The stream that ended where this one begins, while its last samples still matter to the interpolation. */
  previous: StreamBuffer | null = null
  /** The stream that follows this one without a gap. */
  following: StreamBuffer | null = null

  constructor(stream: StreamBuffer, frame: number, fraction: number, envelope: Envelope) {
    this.stream = stream
    this.frame = frame
    this.fraction = fraction
    this.envelope = envelope
    this.gain = stream.gain
  }

  /** Whether samples pass untouched at this rate. */
  exact(rate: number): boolean {
    return rate === 1 && this.fraction === 0
  }

  /** Output frames that can be rendered before the position reaches track frame `end`. */
  framesUntil(end: number, rate: number): number {
    return Math.max(0, Math.ceil((end - this.frame - this.fraction) / rate))
  }

  /** Output frames that what is held allows. Interpolation needs some samples ahead, unless the stream ends there. */
  available(rate: number): number {
    const { stream } = this
    if (stream.complete) return this.framesUntil(stream.totalFrames ?? stream.to, rate)
    return this.framesUntil(stream.to - (this.exact(rate) ? 0 : samplesAfter + 1), rate)
  }

  /** Adds `count` output frames to the mix from `offset` on, and moves on. */
  render(left: Float32Array, right: Float32Array, offset: number, count: number, rate: number): void {
    const { envelope, stream } = this
    const exact = this.exact(rate)
    if (exact) this.gather(this.frame, count)
    else
      this.gather(
        this.frame - samplesBefore,
        Math.ceil(this.fraction + count * rate) + samplesBefore + samplesAfter + 1,
      )
    for (let index = 0; index < count; index += 1) {
      // A changed loudness setting glides, it does not step.
      if (this.gain !== stream.gain) {
        const missing = stream.gain - this.gain
        this.gain = Math.abs(missing) <= gainStep ? stream.gain : this.gain + Math.sign(missing) * gainStep
      }
      const gain = envelope.open ? this.gain : envelope.next() * this.gain
      const at = offset + index
      if (exact) {
        left[at] = (left[at] ?? 0) + (scratchLeft[index] ?? 0) * gain
        right[at] = (right[at] ?? 0) + (scratchRight[index] ?? 0) * gain
      } else {
        const place = this.fraction + index * rate
        const whole = Math.floor(place)
        const part = place - whole
        left[at] = (left[at] ?? 0) + interpolate(scratchLeft, samplesBefore + whole, part) * gain
        right[at] = (right[at] ?? 0) + interpolate(scratchRight, samplesBefore + whole, part) * gain
      }
    }
    this.advance(count * rate)
    this.rendered += count * rate
    if (this.previous !== null && this.frame > samplesBefore) this.previous = null
  }

  /** Moves on by a number of frames, whole or not. */
  private advance(frames: number): void {
    const place = this.fraction + frames
    const whole = Math.floor(place)
    this.frame += whole
    this.fraction = place - whole
  }

  /** Brings `count` samples from track frame `start` on into the scratch buffers, across the stream's ends where it has neighbours. */
  private gather(start: number, count: number): void {
    scratchLeft.fill(0, 0, count)
    scratchRight.fill(0, 0, count)
    const { stream, previous, following } = this
    const total = stream.totalFrames
    stream.copy(start, total === null ? count : Math.min(count, total - start), scratchLeft, scratchRight, 0)
    if (start < 0 && previous?.totalFrames) {
      previous.copy(previous.totalFrames + start, Math.min(-start, count), scratchLeft, scratchRight, 0)
    }
    if (total !== null && following !== null && start + count > total) {
      const missing = start + count - total
      following.copy(0, Math.min(missing, count), scratchLeft, scratchRight, count - missing)
    }
  }
}
