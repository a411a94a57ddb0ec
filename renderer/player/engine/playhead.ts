import { toMs } from './frames.ts'
import { HeardClock, type HeardPlace } from './heard-clock.ts'
import type { Output } from './output.ts'
import type { Anchor } from './protocol.ts'
import type { OpenTrack, Streams } from './streams.ts'
import type { HeardPosition } from './types.ts'
import type { Unheard } from './unheard.ts'
import { aheadSeconds, resumeSeconds } from './worklet/timing.ts'

/** Where playback stands: what is heard of the place that was asked for last, and what is decoded around it. */
export class Playhead {
  private readonly output: Output
  private readonly streams: Streams
  private readonly unheard: Unheard
  private readonly now: () => number
  private readonly clock = new HeardClock()
  /** Where the current track was asked to start, or sought to, in frames. */
  private startFrame = 0
  private generation = 0
  /** Generation of the last seek: until an anchor of it is heard, playback stands where it was asked to go. */
  private sought = 0

  /** `now`: the performance clock, in ms. */
  constructor(output: Output, streams: Streams, unheard: Unheard, now: () => number) {
    this.output = output
    this.streams = streams
    this.unheard = unheard
    this.now = now
  }

  /** Another track is loaded, to start at a frame. What was heard before binds nothing. */
  begin(startFrame: number): void {
    this.stand(startFrame)
    this.clock.startOver()
  }

  /** The next track took over without a break. */
  join(): void {
    this.stand(0)
  }

  /** A place in the current track was asked for. Answers the generation of what is rendered from there. */
  seek(frame: number): number {
    this.generation += 1
    this.sought = this.generation
    this.startFrame = frame
    return this.generation
  }

  /** The place is mended while it plays. Answers the generation of what is rendered from there. */
  reanchor(): number {
    this.generation += 1
    return this.generation
  }

  /** Takes the worklet's word of where it stands. */
  take(anchor: Anchor): void {
    this.clock.push(anchor)
  }

  /** What is heard of `current`, or of the track before it, at `atPerformanceMs`; left out, now. */
  position(current: OpenTrack | null, atPerformanceMs?: number): HeardPosition {
    if (current === null) return { key: null, positionMs: 0, durationMs: null, bufferedFromMs: 0, bufferedToMs: 0 }
    const place = this.heardAt(atPerformanceMs)
    const heard = place.streamId === null ? undefined : this.streams.of(place.streamId)
    // Until something of a newly loaded track is known, it stands where it was asked to start. Across a join the old track
    // is still heard for the length of the output latency.
    const known = heard !== undefined && (heard === current || this.unheard.pending)
    const open = known ? heard : current
    const latest = this.clock.latest
    const buffered = latest?.streamId === open.streamId ? latest : null
    const durationMs = open.totalFrames === null ? open.track.durationHintMs : this.toMs(open.totalFrames)
    const arrived = known && (heard !== current || place.generation >= this.sought)
    const positionMs = this.toMs(arrived ? place.frame : this.startFrame)
    return {
      key: open.track.key,
      positionMs: durationMs === null ? positionMs : Math.min(positionMs, durationMs),
      durationMs,
      bufferedFromMs: this.toMs(buffered?.bufferedFrom ?? 0),
      bufferedToMs: this.toMs(buffered?.bufferedTo ?? 0),
    }
  }

  /** How much of `current` was heard so far, in ms. */
  heardMs(current: OpenTrack | null): number {
    const place = this.heardAt()
    return place.streamId === current?.streamId ? this.toMs(place.renderedFrames) : 0
  }

  /** Whether the window surely does not hold a place: then the decoder need not wait for the worklet's word. */
  isFar(open: OpenTrack, frame: number): boolean {
    const { latest } = this.clock
    if (latest === null || latest.streamId !== open.streamId || latest.generation !== this.generation) return false
    if (frame < latest.bufferedFrom) return true
    // The window may have grown since, up to its limit and the length of a burst.
    return frame > latest.frame + 2 * aheadSeconds * this.output.sampleRateHz && frame < (open.totalFrames ?? 0)
  }

  /** Whether what is decoded is known to be enough to go on after a stall. */
  hasEnough(open: OpenTrack): boolean {
    const { latest } = this.clock
    if (latest === null || latest.streamId !== open.streamId) return false
    return latest.bufferedTo - latest.frame >= resumeSeconds * this.output.sampleRateHz
  }

  private stand(startFrame: number): void {
    this.startFrame = startFrame
    this.generation = 0
    this.sought = 0
  }

  private heardAt(atPerformanceMs?: number): HeardPlace {
    if (atPerformanceMs !== undefined) return this.clock.at(this.output.heardFrame(atPerformanceMs))
    return this.clock.now(this.output.heardFrame(this.now()))
  }

  private toMs(frames: number): number {
    return toMs(frames, this.output.sampleRateHz)
  }
}
