import type { Anchor, CoreReport, Demand } from '../protocol.ts'
import type { Anchors } from './anchors.ts'
import { Envelope } from './envelope.ts'
import type { PlaybackRate } from './rate.ts'
import type { StreamBuffer } from './stream-buffer.ts'
import { keepBehindSeconds, resumeSeconds, seekFadeSeconds, startSeconds } from './timing.ts'
import { Voice } from './voice.ts'

/** Where the core's messages go. */
export interface CoreOutlets {
  report(message: CoreReport): void
  demand(message: Demand): void
}

/**
 * What the current voice does.
 * `waiting` → first samples not here yet; `running`; `stalled` → ran dry; `ended` → nothing more will come.
 */
type HeadState = 'waiting' | 'running' | 'stalled' | 'ended'

/** The current read head: the voice that is heard, and whether it has what it needs. */
export class ReadHead {
  private readonly rateHz: number
  private readonly outlets: CoreOutlets
  private readonly anchors: Anchors
  private readonly rate: PlaybackRate
  private readonly fadeFrames: number
  private current: Voice | null = null
  private standing: HeadState = 'waiting'
  /** Of the last load, seek or re-anchor obeyed. */
  private generation = 0
  /** Whether it fades out, because what is held runs out. */
  private starving = false
  /** Whether something was heard since it last had to wait. */
  private started = false
  private lastDemandFrame = Number.NEGATIVE_INFINITY

  constructor(rateHz: number, outlets: CoreOutlets, anchors: Anchors, rate: PlaybackRate) {
    this.rateHz = rateHz
    this.outlets = outlets
    this.anchors = anchors
    this.rate = rate
    this.fadeFrames = this.frames(seekFadeSeconds)
  }

  get voice(): Voice | null {
    return this.current
  }

  get state(): HeadState {
    return this.standing
  }

  /** Whether something was heard since it last had to wait. */
  get isStarted(): boolean {
    return this.started
  }

  /** Begins a stream that was loaded. */
  begin(stream: StreamBuffer, frame: number, generation: number): void {
    this.generation = generation
    this.current = this.voiceAt(stream, frame)
    this.enter('waiting')
  }

  /** Goes on at another place of the same stream, whose samples are here or are not. */
  move(from: Voice, frame: number, generation: number, isHere: boolean): void {
    this.generation = generation
    this.current = this.continued(from, this.voiceAt(from.stream, frame))
    this.enter(isHere ? 'running' : 'waiting')
    this.lastDemandFrame = Number.NEGATIVE_INFINITY
  }

  /** Goes on at another place of the same stream, which comes up over `fadeFrames`. */
  slide(from: Voice, frame: number, generation: number, fadeFrames: number): void {
    this.generation = generation
    this.current = this.continued(from, new Voice(from.stream, frame, 0, new Envelope(false)))
    this.current.envelope.fadeIn(fadeFrames, 'smooth')
    this.anchors.want()
  }

  /** Goes over into the stream that follows. */
  join(next: Voice): void {
    this.current = next
    this.generation = next.stream.generation
    this.enter(this.hasStart(next.stream) ? 'running' : 'waiting')
    this.lastDemandFrame = Number.NEGATIVE_INFINITY
  }

  /** Nothing is read any more. */
  lift(): void {
    this.current = null
  }

  /** What is held ran out, with more to come. */
  stall(): void {
    this.enter('stalled')
  }

  /** The stream is played to its end. */
  end(): void {
    this.enter('ended')
  }

  /** Whether enough of a stream is here to start it. */
  hasStart(stream: StreamBuffer): boolean {
    return stream.complete || stream.to - stream.from >= this.frames(startSeconds)
  }

  /** Whether the voice may render now; turns waiting and stalled into running when enough is there. */
  isReady(voice: Voice): boolean {
    if (this.standing === 'running') return true
    if (this.standing === 'ended') return false
    const { stream } = voice
    const needed = this.standing === 'waiting' ? startSeconds : resumeSeconds
    const has = stream.to - voice.frame
    if (!stream.complete && (stream.from > voice.frame || has < this.frames(needed))) return false
    if (this.standing === 'stalled') voice.envelope.fadeIn(this.fadeFrames, 'smooth')
    this.enter('running')
    return true
  }

  /** Renders `count` frames of the voice into a block from `offset` on; `contextFrame` is the context's frame there. */
  render(
    voice: Voice,
    left: Float32Array,
    right: Float32Array,
    offset: number,
    count: number,
    rate: number,
    contextFrame: number,
  ): void {
    this.guardAgainstStarving(voice, rate)
    voice.render(left, right, offset, count, rate)
    if (!this.started) {
      this.started = true
      this.outlets.report({ kind: 'started', streamId: voice.stream.streamId, contextFrame })
    }
    this.demand(voice)
  }

  /** Where the head stands; `moving`: whether blocks are rendered at all. */
  anchor(contextFrame: number, moving: boolean): Anchor {
    const { current: voice, generation } = this
    if (voice === null) {
      return {
        contextFrame,
        streamId: null,
        frame: 0,
        renderedFrames: 0,
        rate: 0,
        generation,
        bufferedFrom: 0,
        bufferedTo: 0,
      }
    }
    const { stream } = voice
    return {
      contextFrame,
      streamId: stream.streamId,
      frame: voice.frame + voice.fraction,
      renderedFrames: voice.rendered,
      rate: moving && this.standing === 'running' ? this.rate.of(voice) : 0,
      generation,
      bufferedFrom: stream.from,
      bufferedTo: stream.to,
    }
  }

  private enter(state: HeadState): void {
    this.standing = state
    this.starving = false
    this.anchors.want()
    // Whoever waits for sound is told once it comes.
    if (state === 'waiting' || state === 'stalled') this.started = false
  }

  /** A new read head. The beginning of a track is played as it is; a start in the middle would click and fades in. */
  private voiceAt(stream: StreamBuffer, frame: number): Voice {
    const voice = new Voice(stream, frame, 0, new Envelope(frame === 0))
    if (frame > 0) voice.envelope.fadeIn(this.fadeFrames, 'smooth')
    return voice
  }

  private continued(from: Voice, voice: Voice): Voice {
    voice.rendered = from.rendered
    voice.following = from.following
    return voice
  }

  /** Fades out before what is held runs out, so that a stall is a breath and not a click; and back in when more came. */
  private guardAgainstStarving(voice: Voice, rate: number): void {
    const available = voice.available(rate)
    const low = !voice.stream.complete && available <= this.fadeFrames
    if (low === this.starving) return
    this.starving = low
    if (low) voice.envelope.fadeOut(available, 'smooth')
    else voice.envelope.fadeIn(this.fadeFrames, 'smooth')
  }

  /** Tells the decoder every half second how far it is, and lets go of what lies far behind. */
  private demand(voice: Voice): void {
    if (Math.abs(voice.frame - this.lastDemandFrame) < this.rateHz / 2) return
    this.lastDemandFrame = voice.frame
    const { streamId, generation } = voice.stream
    this.outlets.demand({ kind: 'demand', streamId, generation, readFrame: voice.frame })
    voice.stream.dropBefore(voice.frame - this.frames(keepBehindSeconds))
  }

  private frames(seconds: number): number {
    return Math.round(seconds * this.rateHz)
  }
}
