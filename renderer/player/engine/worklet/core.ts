import type { Anchor, CoreCommand, CoreReport, Delivery, Demand, JoinKind, StreamId } from '../protocol.ts'
import { EarlyDeliveries } from './early.ts'
import { Envelope } from './envelope.ts'
import { FadingVoices, snapshot } from './fading-voices.ts'
import { OutputGain } from './output-gain.ts'
import { StreamBuffer } from './stream-buffer.ts'
import {
  keepBehindSeconds,
  startSeconds,
  resumeSeconds,
  pauseFadeSeconds,
  seekFadeSeconds,
  volumeRampSeconds,
  anchorSeconds,
  glideRate,
} from './timing.ts'
import { Voice } from './voice.ts'

/** Where the core's messages go. */
export interface CoreOutlets {
  report(message: CoreReport): void
  demand(message: Demand): void
}

/** What follows the current stream. */
interface Upcoming {
  readonly stream: StreamBuffer
  join: JoinKind
}

/**
 * What the current voice does.
 * `waiting` → first samples not here yet; `running`; `stalled` → ran dry; `ended` → nothing more will come.
 */
type VoiceState = 'waiting' | 'running' | 'stalled' | 'ended'

/**
 * The part of the engine that owns playback: which sample goes out next. It runs inside the audio worklet, knows no clock
 * but the frames it renders, and touches no platform API, so tests drive it directly.
 */
export class PlaybackCore {
  private readonly outlets: CoreOutlets
  private readonly rateHz: number
  private readonly streams = new Map<number, StreamBuffer>()
  private readonly early = new EarlyDeliveries()
  /** Deliveries of a seek that is still on its way here. */
  private ahead: Delivery[] = []
  private current: Voice | null = null
  private state: VoiceState = 'waiting'
  private upcoming: Upcoming | null = null
  /** Decoded ahead of a click that may come. */
  private prepared: StreamBuffer | null = null
  private readonly fading: FadingVoices
  private readonly gain: OutputGain
  private playing = false
  private rate = 1
  private reanchoring: Extract<CoreCommand, { kind: 'reanchor' }> | null = null
  private starving = false
  private started = false
  private generation = 0
  private silentReported = true
  private anchorDue = true
  private lastAnchorFrame = 0
  private lastDemandFrame = Number.NEGATIVE_INFINITY

  constructor(rateHz: number, outlets: CoreOutlets) {
    this.rateHz = rateHz
    this.outlets = outlets
    this.fading = new FadingVoices(this.frames(seekFadeSeconds))
    this.gain = new OutputGain(this.frames(volumeRampSeconds))
  }

  /** Obeys one command from the page. Commands about tap and ports belong to the processor. */
  handle(command: CoreCommand): void {
    this.anchorDue = true
    switch (command.kind) {
      case 'load':
        this.load(command)
        return
      case 'next':
        this.setNext(command.streamId, command.gain, command.join)
        return
      case 'prepare':
        this.prepare(command.streamId)
        return
      case 'play':
        this.playing = true
        this.silentReported = false
        // No fade in where nothing was heard yet: the first sample of a track is the first sample heard.
        if (!this.started && this.gain.transport.closed && this.fading.empty) this.gain.transport.set(true)
        else this.gain.transport.fadeIn(this.frames(pauseFadeSeconds), 'smooth')
        return
      case 'pause':
        this.playing = false
        this.gain.transport.fadeOut(this.frames(pauseFadeSeconds), 'smooth')
        return
      case 'seek':
        this.seek(command.frame, command.generation, command.sentDecoder)
        return
      case 'stop':
        this.retireCurrent()
        this.setNext(null, 1, { kind: 'gapless' })
        return
      case 'volume':
        this.gain.setVolume(command.gain)
        return
      case 'gain': {
        const stream = this.streams.get(command.streamId)
        if (stream !== undefined) stream.gain = command.gain
        return
      }
      case 'rate':
        this.rate = 1 + command.ppm * 1e-6
        return
      case 'reanchor':
        this.reanchoring = command
        return
      case 'connect':
      case 'tap':
        return
    }
  }

  /**
   * Takes decoded audio from the worker. Deliveries for closed streams and older generations are dropped; those for a stream
   * that the page has not named yet wait until it does.
   */
  deliver(delivery: Delivery): void {
    const stream = this.streams.get(delivery.streamId)
    if (stream === undefined) {
      this.early.hold(delivery)
      return
    }
    if (stream.generation !== delivery.generation) {
      // The decoder was sent to a place before the word of it came here.
      if (delivery.generation > stream.generation) this.ahead.push(delivery)
      return
    }
    switch (delivery.kind) {
      case 'chunk':
        stream.append(delivery.startFrame, delivery.left, delivery.right)
        // Nobody renders, so nobody would tell how far the window is filled.
        if (!this.playing) this.anchorDue = true
        return
      case 'patch':
        stream.overwrite(delivery.startFrame, delivery.left, delivery.right)
        return
      case 'restart':
        // Too late once it plays: then what comes is the same again, and only what is new is taken.
        if (stream === this.upcoming?.stream) stream.reset(0, delivery.generation)
        return
      case 'end':
        stream.totalFrames = delivery.totalFrames
        stream.broken = delivery.broken
        this.anchorDue = true
    }
  }

  /** Sends an anchor now if one is due and nothing moves: a suspended context renders no block that would carry it. */
  settle(contextFrame: number): void {
    if (this.anchorDue && !this.playing && this.gain.transport.closed) this.sendAnchor(contextFrame)
  }

  /** Renders one block; `contextFrame` is the context's frame of its first sample. */
  render(left: Float32Array, right: Float32Array, contextFrame: number): void {
    left.fill(0)
    right.fill(0)
    const count = left.length
    if (this.reanchoring !== null) this.applyReanchor(contextFrame)
    const moving = this.playing || !this.gain.transport.closed
    if (moving) {
      this.renderCurrent(left, right, contextFrame)
      this.fading.render(left, right, (voice) => this.effectiveRate(voice))
      this.gain.apply(left, right)
    } else if (!this.silentReported) {
      this.silentReported = true
      this.fading.clear()
      this.anchorDue = true
      this.outlets.report({ kind: 'silent', contextFrame })
    }
    const end = contextFrame + count
    if (this.anchorDue || (moving && end - this.lastAnchorFrame >= this.rateHz * anchorSeconds)) this.sendAnchor(end)
  }

  private load(command: Extract<CoreCommand, { kind: 'load' }>): void {
    // The stream may already be here as the next one, as the prepared one, or as the current one since a join that the page
    // had not heard of: then what was decoded ahead is used at once.
    const held =
      [this.upcoming?.stream, this.prepared, this.current?.stream].find(
        (stream) => stream?.streamId === command.streamId,
      ) ?? null
    this.generation = command.generation
    this.retireCurrent()
    if (held === null || held === this.prepared) this.setNext(null, 1, { kind: 'gapless' })
    this.prepare(null)
    this.upcoming = null
    const stream = held ?? new StreamBuffer(command.streamId, command.generation, command.startFrame, command.gain)
    stream.gain = command.gain
    this.streams.set(stream.streamId, stream)
    this.current = this.voiceAt(stream, command.startFrame)
    this.enter('waiting')
    this.playing = command.play
    this.silentReported = !command.play && this.gain.transport.closed
    // No fade in: the first sample of a track is the first sample heard.
    if (command.play) this.gain.transport.set(true)
    else this.gain.transport.fadeOut(this.frames(pauseFadeSeconds), 'smooth')
    this.deliverEarly(stream)
  }

  private setNext(streamId: number | null, gain: number, join: JoinKind): void {
    if (this.upcoming !== null && this.upcoming.stream.streamId === streamId) {
      this.upcoming.join = join
      this.upcoming.stream.gain = gain
    } else {
      if (this.upcoming !== null) this.streams.delete(this.upcoming.stream.streamId)
      this.upcoming = null
      if (streamId !== null) {
        const stream = new StreamBuffer(streamId, 0, 0, gain)
        this.streams.set(streamId, stream)
        this.upcoming = { stream, join }
        this.deliverEarly(stream)
      }
    }
    if (this.current !== null) this.current.following = join.kind === 'gapless' ? (this.upcoming?.stream ?? null) : null
  }

  private prepare(streamId: number | null): void {
    if (this.prepared !== null) this.streams.delete(this.prepared.streamId)
    this.prepared = streamId === null ? null : new StreamBuffer(streamId, 0, 0, 1)
    if (this.prepared === null) return
    this.streams.set(this.prepared.streamId, this.prepared)
    this.deliverEarly(this.prepared)
  }

  private deliverEarly({ streamId }: StreamBuffer): void {
    for (const delivery of this.early.take(streamId)) this.deliver(delivery)
  }

  private seek(frame: number, generation: number, sentDecoder: StreamId | null): void {
    const voice = this.current
    const { ahead } = this
    this.ahead = []
    if (voice === null) return
    this.generation = generation
    const { stream } = voice
    const isSent = sentDecoder === stream.streamId
    const total = stream.totalFrames
    const target = total === null ? frame : Math.min(frame, total)
    const inside = !isSent && target >= stream.from && (target < stream.to || stream.complete)
    const rendered = voice.rendered
    this.fadeAway(voice, inside ? stream : snapshot(voice, this.frames(seekFadeSeconds)))
    if (!inside) {
      stream.reset(isSent ? frame : target, generation)
      if (isSent) for (const delivery of ahead) this.deliver(delivery)
      this.outlets.report({ kind: 'outsideWindow', streamId: stream.streamId, frame: target, generation, isSent })
    }
    this.current = this.voiceAt(stream, target)
    this.current.rendered = rendered
    this.current.following = this.upcoming?.join.kind === 'gapless' ? this.upcoming.stream : null
    this.enter(inside ? 'running' : 'waiting')
    this.lastDemandFrame = Number.NEGATIVE_INFINITY
  }

  private applyReanchor(contextFrame: number): void {
    const wish = this.reanchoring
    this.reanchoring = null
    const voice = this.current
    if (wish === null || voice === null || this.state === 'ended') return
    const { stream } = voice
    // Whole frames: 1/48000 s is far below what rooms can measure, and keeps samples untouched.
    const target = Math.round(wish.frame + (contextFrame - wish.atContextFrame) * this.rate)
    const limit = stream.totalFrames ?? stream.to
    if (target < stream.from || target >= limit || target >= stream.to) {
      this.seek(Math.max(0, target), wish.generation, null)
      return
    }
    this.fadeAway(voice, stream, wish.fadeFrames)
    this.current = new Voice(stream, target, 0, new Envelope(false))
    this.current.rendered = voice.rendered
    this.current.following = voice.following
    this.generation = wish.generation
    this.current.envelope.fadeIn(wish.fadeFrames, 'smooth')
    this.anchorDue = true
  }

  private renderCurrent(left: Float32Array, right: Float32Array, contextFrame: number): void {
    const count = left.length
    let offset = 0
    while (offset < count) {
      const voice = this.current
      if (voice === null || this.state === 'ended' || !this.ready(voice)) return
      const rate = this.effectiveRate(voice)
      let run = Math.min(count - offset, voice.available(rate))
      const { stream } = voice
      if (this.upcoming?.join.kind === 'crossfade' && stream.complete && !stream.broken) {
        const fadeFrom = Math.max(0, (stream.totalFrames ?? 0) - this.upcoming.join.frames)
        const untilFade = voice.framesUntil(fadeFrom, rate)
        if (untilFade === 0 && this.hasStart(this.upcoming.stream)) {
          this.crossfade(voice, rate, contextFrame + offset, offset)
          continue
        }
        if (untilFade > 0) run = Math.min(run, untilFade)
      }
      if (run <= 0) {
        if (!this.atEnd(voice, contextFrame + offset)) return
        continue
      }
      if (rate !== this.rate) run = Math.min(run, Math.ceil((1 - voice.fraction) / (glideRate - 1)))
      this.guardAgainstStarving(voice, rate)
      voice.render(left, right, offset, run, rate)
      if (!this.started) {
        this.started = true
        this.outlets.report({ kind: 'started', streamId: stream.streamId, contextFrame: contextFrame + offset })
      }
      offset += run
      this.sendDemand(voice)
    }
  }

  /** Whether the voice may render now; turns waiting and stalled into running when enough is there. */
  private ready(voice: Voice): boolean {
    if (this.state === 'running') return true
    const { stream } = voice
    const needed = this.state === 'waiting' ? startSeconds : resumeSeconds
    const has = stream.to - voice.frame
    if (!stream.complete && (stream.from > voice.frame || has < this.frames(needed))) return false
    if (this.state === 'stalled') voice.envelope.fadeIn(this.frames(seekFadeSeconds), 'smooth')
    this.enter('running')
    return true
  }

  /** The voice can give nothing more now. True when another voice took over and rendering goes on. */
  private atEnd(voice: Voice, contextFrame: number): boolean {
    const { stream } = voice
    if (!stream.complete) {
      this.enter('stalled')
      this.outlets.report({ kind: 'stalled', streamId: stream.streamId, contextFrame })
      return false
    }
    if (this.upcoming === null || stream.broken) {
      this.enter('ended')
      this.outlets.report({ kind: 'ended', streamId: stream.streamId, contextFrame, broken: stream.broken })
      return false
    }
    const overshoot = voice.frame + voice.fraction - (stream.totalFrames ?? 0)
    const next = new Voice(this.upcoming.stream, 0, Math.max(0, overshoot) % 1, new Envelope(true))
    next.previous = this.upcoming.join.kind === 'gapless' ? stream : null
    this.takeOver(voice, next, contextFrame)
    return true
  }

  private crossfade(voice: Voice, rate: number, contextFrame: number, offset: number): void {
    if (this.upcoming === null) return
    const frames = voice.framesUntil(voice.stream.totalFrames ?? 0, rate)
    const next = new Voice(this.upcoming.stream, 0, 0, new Envelope(false))
    next.envelope.fadeIn(frames, 'power')
    voice.envelope.fadeOut(frames, 'power')
    this.fading.add(voice, offset)
    this.takeOver(voice, next, contextFrame)
  }

  private takeOver(from: Voice, next: Voice, contextFrame: number): void {
    this.streams.delete(from.stream.streamId)
    this.upcoming = null
    this.current = next
    this.generation = next.stream.generation
    this.enter(this.hasStart(next.stream) ? 'running' : 'waiting')
    this.outlets.report({
      kind: 'switched',
      from: from.stream.streamId,
      streamId: next.stream.streamId,
      contextFrame,
      renderedFrames: from.rendered,
    })
    this.lastDemandFrame = Number.NEGATIVE_INFINITY
    this.sendAnchor(contextFrame)
  }

  /** Fades out before what is held runs out, so that a stall is a breath and not a click; and back in when more came. */
  private guardAgainstStarving(voice: Voice, rate: number): void {
    const margin = this.frames(seekFadeSeconds)
    const available = voice.available(rate)
    const low = !voice.stream.complete && available <= margin
    if (low === this.starving) return
    this.starving = low
    if (low) voice.envelope.fadeOut(available, 'smooth')
    else voice.envelope.fadeIn(margin, 'smooth')
  }

  /** The asked-for rate; or a hair more than 1 while a fractional position glides back onto the sample grid. */
  private effectiveRate(voice: Voice): number {
    if (this.rate !== 1 || voice.fraction === 0) return this.rate
    if (voice.fraction >= glideRate - 1) return glideRate
    // Within a ten-thousandth of a sample: from here on samples pass untouched again.
    voice.fraction = 0
    return 1
  }

  private hasStart(stream: StreamBuffer): boolean {
    return stream.complete || stream.to - stream.from >= this.frames(startSeconds)
  }

  /** A new read head. The beginning of a track is played as it is; a start in the middle would click and fades in. */
  private voiceAt(stream: StreamBuffer, frame: number): Voice {
    const voice = new Voice(stream, frame, 0, new Envelope(frame === 0))
    if (frame > 0) voice.envelope.fadeIn(this.frames(seekFadeSeconds), 'smooth')
    return voice
  }

  private retireCurrent(): void {
    const voice = this.current
    if (voice === null) return
    this.streams.delete(voice.stream.streamId)
    this.fadeAway(voice, voice.stream)
    this.current = null
  }

  /** Lets a voice die away, if it is heard at all, reading from `source`. */
  private fadeAway(voice: Voice, source: StreamBuffer, frames?: number): void {
    if (this.gain.transport.closed || this.state !== 'running') this.fading.hurry()
    else this.fading.leave(voice, source, frames)
  }

  private enter(state: VoiceState): void {
    this.state = state
    this.starving = false
    this.anchorDue = true
    // Whoever waits for sound is told once it comes.
    if (state === 'waiting' || state === 'stalled') this.started = false
  }

  private sendDemand(voice: Voice): void {
    if (Math.abs(voice.frame - this.lastDemandFrame) < this.rateHz / 2) return
    this.lastDemandFrame = voice.frame
    const { streamId, generation } = voice.stream
    this.outlets.demand({ kind: 'demand', streamId, generation, readFrame: voice.frame })
    voice.stream.dropBefore(voice.frame - this.frames(keepBehindSeconds))
  }

  private sendAnchor(contextFrame: number): void {
    this.anchorDue = false
    this.lastAnchorFrame = contextFrame
    this.outlets.report({ kind: 'anchor', anchor: this.anchor(contextFrame) })
  }

  private anchor(contextFrame: number): Anchor {
    const voice = this.current
    if (voice === null) {
      return {
        contextFrame,
        streamId: null,
        frame: 0,
        renderedFrames: 0,
        rate: 0,
        generation: this.generation,
        bufferedFrom: 0,
        bufferedTo: 0,
      }
    }
    const { stream } = voice
    const moving = this.state === 'running' && (this.playing || !this.gain.transport.closed)
    return {
      contextFrame,
      streamId: stream.streamId,
      frame: voice.frame + voice.fraction,
      renderedFrames: voice.rendered,
      rate: moving ? this.effectiveRate(voice) : 0,
      generation: this.generation,
      bufferedFrom: stream.from,
      bufferedTo: stream.to,
    }
  }

  private frames(seconds: number): number {
    return Math.round(seconds * this.rateHz)
  }
}
