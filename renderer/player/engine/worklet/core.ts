import type { CoreCommand, Delivery, JoinKind, StreamId } from '../protocol.ts'
import { Anchors } from './anchors.ts'
import { FadingVoices, snapshot } from './fading-voices.ts'
import { OutputGain } from './output-gain.ts'
import { PlayThrough } from './play-through.ts'
import { PlaybackRate } from './rate.ts'
import { type CoreOutlets, ReadHead } from './read-head.ts'
import { StreamShelf } from './shelf.ts'
import type { StreamBuffer } from './stream-buffer.ts'
import { pauseFadeSeconds, seekFadeSeconds, volumeRampSeconds } from './timing.ts'
import type { Voice } from './voice.ts'

/**
 * The part of the engine that owns playback: which sample goes out next. It runs inside the audio worklet, knows no clock
 * but the frames it renders, and touches no platform API, so tests drive it directly. Here commands are obeyed and blocks put
 * together; what there is to play is in `shelf.ts`, where it is read in `read-head.ts`, joins are in `play-through.ts`.
 */
export class PlaybackCore {
  private readonly outlets: CoreOutlets
  private readonly rateHz: number
  private readonly rate = new PlaybackRate()
  private readonly shelf = new StreamShelf()
  private readonly anchors: Anchors
  private readonly head: ReadHead
  private readonly fading: FadingVoices
  private readonly playThrough: PlayThrough
  private readonly gain: OutputGain
  private playing = false
  private reanchoring: Extract<CoreCommand, { kind: 'reanchor' }> | null = null
  private silentReported = true
  /** Context frame at which the last block ended. */
  private renderedTo = 0

  constructor(rateHz: number, outlets: CoreOutlets) {
    this.rateHz = rateHz
    this.outlets = outlets
    this.anchors = new Anchors(rateHz, (message) => outlets.report(message))
    this.head = new ReadHead(rateHz, outlets, this.anchors, this.rate)
    this.fading = new FadingVoices(this.frames(seekFadeSeconds), this.rate)
    this.gain = new OutputGain(this.frames(volumeRampSeconds))
    const { anchors, shelf, head, fading, rate } = this
    this.playThrough = new PlayThrough({ outlets, anchors, shelf, head, fading, rate })
  }

  /** Obeys one command from the page. Commands about tap and ports belong to the processor. */
  handle(command: CoreCommand): void {
    this.anchors.want()
    switch (command.kind) {
      case 'load':
        this.load(command)
        return
      case 'next':
        this.setNext(command.streamId, command.gain, command.join)
        return
      case 'prepare':
        this.shelf.prepare(command.streamId)
        return
      case 'play':
        this.playing = true
        this.silentReported = false
        // No fade in where nothing was heard yet: the first sample of a track is the first sample heard.
        if (!this.head.isStarted && this.gain.transport.closed && this.fading.empty) this.gain.transport.set(true)
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
      case 'gain':
        this.shelf.setGain(command.streamId, command.gain)
        return
      case 'rate':
        this.rate.asked = 1 + command.ppm * 1e-6
        return
      case 'reanchor':
        this.reanchoring = command
        return
      case 'connect':
      case 'tap':
        return
    }
  }

  /** Takes decoded audio from the worker. */
  deliver(delivery: Delivery): void {
    const taken = this.shelf.deliver(delivery)
    // While nobody renders, nobody else would tell how far the window is filled.
    if (taken === 'end' || (taken === 'chunk' && !this.playing)) this.anchors.want()
  }

  /** Sends an anchor now if one is due and nothing moves: a suspended context renders no block that would carry it. */
  settle(contextFrame: number): void {
    if (this.anchors.isWanted && !this.moving) this.sendAnchor(contextFrame)
  }

  /** Renders one block; `contextFrame` is the context's frame of its first sample. */
  render(left: Float32Array, right: Float32Array, contextFrame: number): void {
    left.fill(0)
    right.fill(0)
    const { moving } = this
    if (moving && contextFrame > this.renderedTo) this.tellOfPassedOver(contextFrame)
    if (this.reanchoring !== null) this.applyReanchor(contextFrame)
    if (moving) {
      this.playThrough.render(left, right, contextFrame)
      this.fading.render(left, right)
      this.gain.apply(left, right)
    } else if (!this.silentReported) {
      this.silentReported = true
      this.fading.clear()
      this.anchors.want()
      this.outlets.report({ kind: 'silent', contextFrame })
    }
    const end = contextFrame + left.length
    this.renderedTo = end
    if (this.anchors.isWanted || (moving && this.anchors.isOld(end))) this.sendAnchor(end)
  }

  /**
   * The browser let frames pass without asking for them, as it does around a stop of the output on a machine that cannot keep
   * up: what would have been heard in them comes now, and playback stood still meanwhile.
   */
  private tellOfPassedOver(contextFrame: number): void {
    this.anchors.send(this.head.anchor(this.renderedTo, false))
    this.anchors.send(this.head.anchor(contextFrame, true))
  }

  /** Whether anything may be heard: it plays, or a pause still fades out. */
  private get moving(): boolean {
    return this.playing || !this.gain.transport.closed
  }

  private load(command: Extract<CoreCommand, { kind: 'load' }>): void {
    const { streamId, generation, startFrame, gain, play } = command
    const before = this.head.voice?.stream ?? null
    this.retireCurrent()
    const stream = this.shelf.open(streamId, { generation, frame: startFrame, gain }, before)
    this.head.begin(stream, startFrame, generation)
    this.playing = play
    this.silentReported = !play && this.gain.transport.closed
    // No fade in: the first sample of a track is the first sample heard.
    if (play) this.gain.transport.set(true)
    else this.gain.transport.fadeOut(this.frames(pauseFadeSeconds), 'smooth')
  }

  private setNext(streamId: StreamId | null, gain: number, join: JoinKind): void {
    this.shelf.setNext(streamId, gain, join)
    const { voice } = this.head
    if (voice !== null) voice.following = join.kind === 'gapless' ? (this.shelf.upcoming?.stream ?? null) : null
  }

  private seek(frame: number, generation: number, sentDecoder: StreamId | null): void {
    const { voice } = this.head
    const ahead = this.shelf.takeAhead()
    if (voice === null) return
    const { stream } = voice
    const isSent = sentDecoder === stream.streamId
    const total = stream.totalFrames
    const target = total === null ? frame : Math.min(frame, total)
    const inside = !isSent && target >= stream.from && (target < stream.to || stream.complete)
    this.fadeAway(voice, inside ? stream : snapshot(voice, this.frames(seekFadeSeconds)))
    if (!inside) {
      stream.reset(isSent ? frame : target, generation)
      if (isSent) for (const delivery of ahead) this.shelf.deliver(delivery)
      this.outlets.report({ kind: 'outsideWindow', streamId: stream.streamId, frame: target, generation, isSent })
    }
    this.head.move(voice, target, generation, inside)
  }

  private applyReanchor(contextFrame: number): void {
    const wish = this.reanchoring
    this.reanchoring = null
    const { voice } = this.head
    if (wish === null || voice === null || this.head.state === 'ended') return
    const { stream } = voice
    // Whole frames: 1/48000 s is far below what rooms can measure, and keeps samples untouched.
    const target = Math.round(wish.frame + (contextFrame - wish.atContextFrame) * this.rate.asked)
    const limit = stream.totalFrames ?? stream.to
    if (target < stream.from || target >= limit || target >= stream.to) {
      this.seek(Math.max(0, target), wish.generation, null)
      return
    }
    this.fadeAway(voice, stream, wish.fadeFrames)
    this.head.slide(voice, target, wish.generation, wish.fadeFrames)
  }

  private retireCurrent(): void {
    const { voice } = this.head
    if (voice === null) return
    this.fadeAway(voice, voice.stream)
    this.shelf.close(voice.stream)
    this.head.lift()
  }

  /** Lets a voice die away, if it is heard at all, reading from `source`. */
  private fadeAway(voice: Voice, source: StreamBuffer, frames?: number): void {
    if (this.gain.transport.closed || this.head.state !== 'running') this.fading.hurry()
    else this.fading.leave(voice, source, frames)
  }

  private sendAnchor(contextFrame: number): void {
    this.anchors.send(this.head.anchor(contextFrame, this.moving))
  }

  private frames(seconds: number): number {
    return Math.round(seconds * this.rateHz)
  }
}
