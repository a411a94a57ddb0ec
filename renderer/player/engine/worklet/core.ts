import type { Anchor, CoreCommand, CoreReport, Delivery, Demand, JoinKind } from '../protocol.ts'
import { Envelope } from './envelope.ts'
import { StreamBuffer } from './stream-buffer.ts'
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

/** Decoded audio kept behind the read head, for short seeks back, in seconds. */
export const keepBehindSeconds = 10
/** What must be decoded before a stream starts, in seconds: local files decode many times faster than they play. */
const startSeconds = 0.05
/** What must be decoded before a stream that ran dry goes on, in seconds: more, so that it does not stutter. */
const resumeSeconds = 0.25
const pauseFadeSeconds = 0.008
const seekFadeSeconds = 0.005
const volumeRampSeconds = 0.02
const anchorSeconds = 0.5
/** Rate used to move a fractional position back onto the sample grid: 100 ppm, far below hearing. */
const glideRate = 1.0001

/**
 * The part of the engine that owns playback: which sample goes out next. It runs inside the audio worklet, knows no clock
 * but the frames it renders, and touches no platform API, so tests drive it directly.
 */
export class PlaybackCore {
  private readonly outlets: CoreOutlets
  private readonly rateHz: number
  private readonly streams = new Map<number, StreamBuffer>()
  private current: Voice | null = null
  private state: VoiceState = 'waiting'
  private upcoming: Upcoming | null = null
  private fading: Voice[] = []
  private playing = false
  private readonly transport = new Envelope(false)
  private rate = 1
  private volume = 1
  private volumeTarget = 1
  private volumeStep = 0
  private reanchoring: Extract<CoreCommand, { kind: 'reanchor' }> | null = null
  private starving = false
  private started = false
  private silentReported = true
  private anchorDue = true
  private lastAnchorFrame = 0
  private lastDemandFrame = Number.NEGATIVE_INFINITY

  constructor(rateHz: number, outlets: CoreOutlets) {
    this.rateHz = rateHz
    this.outlets = outlets
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
      case 'play':
        this.playing = true
        this.silentReported = false
        // No fade in where nothing was heard yet: the first sample of a track is the first sample heard.
        if (!this.started && this.transport.closed && this.fading.length === 0) this.transport.set(true)
        else this.transport.fadeIn(this.frames(pauseFadeSeconds), 'smooth')
        return
      case 'pause':
        this.playing = false
        this.transport.fadeOut(this.frames(pauseFadeSeconds), 'smooth')
        return
      case 'seek':
        this.seek(command.frame, command.generation)
        return
      case 'stop':
        this.retireCurrent()
        this.setNext(null, 1, { kind: 'gapless' })
        return
      case 'volume':
        this.volumeTarget = command.gain
        this.volumeStep = (command.gain - this.volume) / this.frames(volumeRampSeconds)
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

  /** Takes decoded audio from the worker. Deliveries for closed streams and older generations are dropped. */
  deliver(delivery: Delivery): void {
    const stream = this.streams.get(delivery.streamId)
    if (stream === undefined || stream.generation !== delivery.generation) return
    switch (delivery.kind) {
      case 'chunk':
        stream.append(delivery.startFrame, delivery.left, delivery.right)
        // Nobody renders, so nobody would tell how far the window is filled.
        if (!this.playing) this.anchorDue = true
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
    if (this.anchorDue && !this.playing && this.transport.closed) this.sendAnchor(contextFrame)
  }

  /** Renders one block; `contextFrame` is the context's frame of its first sample. */
  render(left: Float32Array, right: Float32Array, contextFrame: number): void {
    left.fill(0)
    right.fill(0)
    const count = left.length
    if (this.reanchoring !== null) this.applyReanchor(contextFrame)
    const moving = this.playing || !this.transport.closed
    if (moving) {
      this.renderCurrent(left, right, contextFrame)
      this.renderFading(left, right)
      this.applyGains(left, right)
    } else if (!this.silentReported) {
      this.silentReported = true
      this.fading = []
      this.anchorDue = true
      this.outlets.report({ kind: 'silent', contextFrame })
    }
    const end = contextFrame + count
    if (this.anchorDue || (moving && end - this.lastAnchorFrame >= this.rateHz * anchorSeconds)) this.sendAnchor(end)
  }

  private load(command: Extract<CoreCommand, { kind: 'load' }>): void {
    // The stream may already be here as the next one: then what was decoded ahead is used at once.
    const held = this.upcoming?.stream.streamId === command.streamId ? this.upcoming.stream : null
    this.retireCurrent()
    if (held === null) this.setNext(null, 1, { kind: 'gapless' })
    this.upcoming = null
    const stream = held ?? new StreamBuffer(command.streamId, command.generation, command.startFrame, command.gain)
    stream.gain = command.gain
    this.streams.set(stream.streamId, stream)
    this.current = this.voiceAt(stream, command.startFrame)
    this.enter('waiting')
    this.playing = command.play
    this.silentReported = !command.play && this.transport.closed
    // No fade in: the first sample of a track is the first sample heard.
    if (command.play) this.transport.set(true)
    else this.transport.fadeOut(this.frames(pauseFadeSeconds), 'smooth')
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
      }
    }
    if (this.current !== null) this.current.following = join.kind === 'gapless' ? (this.upcoming?.stream ?? null) : null
  }

  private seek(frame: number, generation: number): void {
    const voice = this.current
    if (voice === null) return
    const { stream } = voice
    const total = stream.totalFrames
    const target = total === null ? frame : Math.min(frame, total)
    const inside = target >= stream.from && (target < stream.to || stream.complete)
    const rendered = voice.rendered
    this.fadeAway(voice, inside ? stream : this.snapshot(voice))
    if (!inside) {
      stream.reset(target, generation)
      this.outlets.report({ kind: 'outsideWindow', streamId: stream.streamId, frame: target, generation })
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
      this.seek(Math.max(0, target), wish.generation)
      return
    }
    this.fadeAway(voice, stream, wish.fadeFrames)
    this.current = new Voice(stream, target, 0, new Envelope(false))
    this.current.rendered = voice.rendered
    this.current.following = voice.following
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
    voice.skipFrames = offset
    this.fading.push(voice)
    this.takeOver(voice, next, contextFrame)
  }

  private takeOver(from: Voice, next: Voice, contextFrame: number): void {
    this.streams.delete(from.stream.streamId)
    this.upcoming = null
    this.current = next
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

  private renderFading(left: Float32Array, right: Float32Array): void {
    if (this.fading.length === 0) return
    for (const voice of this.fading) {
      const rate = this.effectiveRate(voice)
      const wanted = left.length - voice.skipFrames
      const run = Math.min(wanted, voice.available(rate))
      if (run > 0) voice.render(left, right, voice.skipFrames, run, rate)
      if (run < wanted) voice.envelope.set(false)
      voice.skipFrames = 0
    }
    this.fading = this.fading.filter((voice) => !voice.envelope.closed)
  }

  /** Transport fade and volume over the whole mix. Both at 1 leave the samples as they are. */
  private applyGains(left: Float32Array, right: Float32Array): void {
    const { transport } = this
    if (transport.open && this.volumeStep === 0 && this.volume === 1) return
    for (let index = 0; index < left.length; index += 1) {
      if (this.volumeStep !== 0) {
        this.volume += this.volumeStep
        const passed = this.volumeStep > 0 ? this.volume >= this.volumeTarget : this.volume <= this.volumeTarget
        if (passed) {
          this.volume = this.volumeTarget
          this.volumeStep = 0
        }
      }
      const gain = transport.open ? this.volume : transport.next() * this.volume
      left[index] = (left[index] ?? 0) * gain
      right[index] = (right[index] ?? 0) * gain
    }
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

  /** Lets a voice die away, reading from `source`. Voices that were already fading are hurried along. */
  private fadeAway(voice: Voice, source: StreamBuffer, frames = this.frames(seekFadeSeconds)): void {
    for (const other of this.fading) other.envelope.fadeOut(this.frames(seekFadeSeconds), 'smooth')
    if (this.transport.closed || this.state !== 'running') return
    const dying = new Voice(source, voice.frame, voice.fraction, voice.envelope.clone())
    dying.previous = voice.previous
    dying.envelope.fadeOut(frames, 'smooth')
    this.fading.push(dying)
  }

  /** The next few milliseconds of a voice as a stream of their own, for a fade-out while the window is emptied. */
  private snapshot(voice: Voice): StreamBuffer {
    const frames = this.frames(seekFadeSeconds) + 64
    const start = Math.max(voice.stream.from, voice.frame - 32)
    const copy = new StreamBuffer(-1, 0, start, voice.stream.gain)
    const length = Math.min(frames + 32, voice.stream.to - start)
    if (length > 0) {
      const left = new Float32Array(length)
      const right = new Float32Array(length)
      voice.stream.copy(start, length, left, right, 0)
      copy.append(start, left, right)
    }
    return copy
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
      return { contextFrame, streamId: null, frame: 0, renderedFrames: 0, rate: 0, bufferedFrom: 0, bufferedTo: 0 }
    }
    const { stream } = voice
    const moving = this.state === 'running' && (this.playing || !this.transport.closed)
    return {
      contextFrame,
      streamId: stream.streamId,
      frame: voice.frame + voice.fraction,
      renderedFrames: voice.rendered,
      rate: moving ? this.effectiveRate(voice) : 0,
      bufferedFrom: stream.from,
      bufferedTo: stream.to,
    }
  }

  private frames(seconds: number): number {
    return Math.round(seconds * this.rateHz)
  }
}
