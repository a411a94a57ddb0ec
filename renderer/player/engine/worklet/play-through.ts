import type { Anchors } from './anchors.ts'
import { Envelope } from './envelope.ts'
import type { FadingVoices } from './fading-voices.ts'
import type { PlaybackRate } from './rate.ts'
import type { CoreOutlets, ReadHead } from './read-head.ts'
import type { StreamShelf, Upcoming } from './shelf.ts'
import { Voice } from './voice.ts'

/** Plays the current stream to its end, and over it into the one that follows: without a gap, or crossfaded. */
export class PlayThrough {
  private readonly outlets: CoreOutlets
  private readonly anchors: Anchors
  private readonly shelf: StreamShelf
  private readonly head: ReadHead
  private readonly fading: FadingVoices
  private readonly rate: PlaybackRate

  constructor(parts: {
    readonly outlets: CoreOutlets
    readonly anchors: Anchors
    readonly shelf: StreamShelf
    readonly head: ReadHead
    readonly fading: FadingVoices
    readonly rate: PlaybackRate
  }) {
    this.outlets = parts.outlets
    this.anchors = parts.anchors
    this.shelf = parts.shelf
    this.head = parts.head
    this.fading = parts.fading
    this.rate = parts.rate
  }

  /** Adds what is heard of the streams to a block; `contextFrame` is the context's frame of its first sample. */
  render(left: Float32Array, right: Float32Array, contextFrame: number): void {
    const count = left.length
    let offset = 0
    while (offset < count) {
      const { voice } = this.head
      if (voice === null || !this.head.isReady(voice)) return
      const rate = this.rate.of(voice)
      let run = Math.min(count - offset, voice.available(rate))
      const { upcoming } = this.shelf
      if (upcoming?.join.kind === 'crossfade' && voice.stream.complete && !voice.stream.broken) {
        const fadeFrom = Math.max(0, (voice.stream.totalFrames ?? 0) - upcoming.join.frames)
        const untilFade = voice.framesUntil(fadeFrom, rate)
        if (untilFade === 0 && this.head.hasStart(upcoming.stream)) {
          this.crossfade(voice, upcoming, rate, contextFrame + offset, offset)
          continue
        }
        if (untilFade > 0) run = Math.min(run, untilFade)
      }
      if (run <= 0) {
        if (!this.atEnd(voice, upcoming, contextFrame + offset)) return
        continue
      }
      run = this.rate.limit(voice, rate, run)
      this.head.render(voice, left, right, offset, run, rate, contextFrame + offset)
      offset += run
    }
  }

  /** The voice can give nothing more now. True when another voice took over and rendering goes on. */
  private atEnd(voice: Voice, upcoming: Upcoming | null, contextFrame: number): boolean {
    const { stream } = voice
    const { streamId, broken } = stream
    if (!stream.complete) {
      this.head.stall()
      this.outlets.report({ kind: 'stalled', streamId, contextFrame })
      return false
    }
    if (upcoming === null || broken) {
      this.head.end()
      this.outlets.report({ kind: 'ended', streamId, contextFrame, broken })
      return false
    }
    const overshoot = voice.frame + voice.fraction - (stream.totalFrames ?? 0)
    const next = new Voice(upcoming.stream, 0, Math.max(0, overshoot) % 1, new Envelope(true))
    next.previous = upcoming.join.kind === 'gapless' ? stream : null
    this.takeOver(voice, next, contextFrame)
    return true
  }

  private crossfade(voice: Voice, upcoming: Upcoming, rate: number, contextFrame: number, offset: number): void {
    const frames = voice.framesUntil(voice.stream.totalFrames ?? 0, rate)
    const next = new Voice(upcoming.stream, 0, 0, new Envelope(false))
    next.envelope.fadeIn(frames, 'power')
    voice.envelope.fadeOut(frames, 'power')
    this.fading.add(voice, offset)
    this.takeOver(voice, next, contextFrame)
  }

  private takeOver(from: Voice, next: Voice, contextFrame: number): void {
    this.shelf.advance(from.stream)
    this.head.join(next)
    this.outlets.report({
      kind: 'switched',
      from: from.stream.streamId,
      streamId: next.stream.streamId,
      contextFrame,
      renderedFrames: from.rendered,
    })
    this.anchors.send(this.head.anchor(contextFrame, true))
  }
}
