import type { OpenStream } from '../protocol.ts'
import { aheadSeconds } from '../worklet/timing.ts'

/** Decoded of a track before the one that follows it gets its share of this thread, in seconds. */
export const begunSeconds = 2
/** Decoding resumes when less than this is ahead, in seconds: bursts, with rest between them. */
const refillSeconds = 20
/** Decoded ahead of a track that does not play yet, in seconds. */
const aheadOfNextSeconds = 10

/** How far ahead of playback a track is decoded: until the window is full, and again when it has emptied by some. */
export class Lead {
  private readonly rateHz: number
  private readonly unreadSeconds: number
  /** Where playback stands in the track; null as long as it does not play. */
  private readFrame: number | null = null
  private wake: (() => void) | null = null

  /** `rateHz`: of the frames it is asked about. */
  constructor(rateHz: number, purpose: OpenStream['purpose']) {
    this.rateHz = rateHz
    this.unreadSeconds = purpose === 'prepare' ? begunSeconds : aheadOfNextSeconds
  }

  /** Playback has come that far. */
  follow(readFrame: number): void {
    this.readFrame = readFrame
    this.wake?.()
  }

  /** Nothing of what was decoded plays any more: another start follows, or none. */
  startOver(): void {
    this.readFrame = null
    this.wake?.()
  }

  /** Whether enough is decoded of a track that was, from `start` on, to `end`. */
  isFull(start: number, end: number): boolean {
    return this.ahead(start, end) >= this.limit
  }

  /** Whether so little of it is left that decoding should go on. */
  isLow(start: number, end: number): boolean {
    return this.ahead(start, end) < Math.min(this.limit, refillSeconds * this.rateHz)
  }

  /** Resolves when playback moved on, or something else is to be decoded. */
  async changed(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.wake = resolve
    })
    this.wake = null
  }

  private ahead(start: number, end: number): number {
    return end - (this.readFrame ?? start)
  }

  /** Frames to have ahead at most. */
  private get limit(): number {
    return (this.readFrame === null ? this.unreadSeconds : aheadSeconds) * this.rateHz
  }
}
