import type { Failure } from '../../../src/failure/index.ts'
import { failure } from '../../../src/failure/index.ts'
import { HeardClock, type HeardPlace } from './heard-clock.ts'
import { Later } from './later.ts'
import type { CoreReport, JoinKind, WorkerReport } from './protocol.ts'
import { isSameSound, type OpenTrack, Streams } from './streams.ts'
import type { Threads } from './threads.ts'
import type {
  Engine,
  EngineEvent,
  EngineState,
  EngineTrack,
  HeardPosition,
  SoundOrigin,
  TapBlock,
  TappableEngine,
  Transition,
} from './types.ts'
import { OutputVolume } from './volume.ts'
import { aheadSeconds, resumeSeconds } from './worklet/timing.ts'

/** Waiting longer than this for a seek or a start counts as a stall worth showing, in ms. */
const stallNoticeMs = 400

/** The page's side of the engine: commands go out to worklet and worker, their reports become states and events. */
export class PlaybackEngine implements TappableEngine {
  private readonly threads: Threads
  private readonly now: () => number
  private readonly listeners = new Set<(event: EngineEvent) => void>()
  private readonly clock = new HeardClock()
  private readonly streams: Streams
  private current: OpenTrack | null = null
  private next: (OpenTrack & { transition: Transition }) | null = null
  private currentState: EngineState = { kind: 'empty' }
  private wantsPlay = false
  /** Whether the worklet waits for samples, and whether that was shown. It says `started` once it has them. */
  private drought: 'none' | 'waiting' | 'stalled' = 'none'
  private startFrame = 0
  private generation = 0
  /** Generation of the last seek: until an anchor of it is heard, playback stands where it was asked to go. */
  private sought = 0
  private readonly volume = new OutputVolume()
  /** Turns a wait that takes too long into a state that is shown. */
  private readonly stallWatch = new Later()
  /** What was rendered but is not heard yet: a join or an end. */
  private readonly toBeHeard = new Later()
  private onTap: ((block: TapBlock) => void) | null = null

  constructor(threads: Threads, now: () => number) {
    this.threads = threads
    this.streams = new Streams(threads)
    this.now = now
  }

  get state(): EngineState {
    return this.currentState
  }

  get sampleRateHz(): number {
    return this.threads.output.sampleRateHz
  }

  load(track: EngineTrack, options: { readonly startMs: number; readonly play: boolean }): void {
    this.toBeHeard.settle()
    // What was decoded ahead is used, under whatever key the track is asked for now.
    const wanted = options.startMs === 0 ? track : null
    const following = isSameSound(this.next?.track ?? null, wanted) ? this.next : null
    const decodedAhead = following ?? this.streams.takePrepared(wanted)
    if (following !== null) this.streams.takePrepared(null)
    for (const open of [this.current, this.next]) {
      if (open !== null && open !== decodedAhead) this.streams.close(open.streamId)
    }
    this.next = null
    this.wantsPlay = options.play
    this.startFrame = this.toFrames(options.startMs)
    this.generation = 0
    this.sought = 0
    this.clock.startOver()
    this.drought = 'waiting'
    const opened =
      decodedAhead === null ? this.streams.start(track, this.startFrame) : this.streams.keep({ ...decodedAhead, track })
    this.current = opened
    this.threads.tellCore({
      kind: 'load',
      streamId: opened.streamId,
      generation: 0,
      startFrame: this.startFrame,
      gain: track.gain,
      play: options.play,
    })
    if (options.play) void this.wake()
    this.enter({ kind: 'loading', key: track.key, wantsPlay: options.play })
    this.watchForStall()
    // Decoded ahead and paused: nothing further will be heard of it.
    if (decodedAhead !== null && !options.play) this.enter({ kind: 'paused', key: track.key })
    this.tellDuration(opened)
  }

  setNext(track: EngineTrack | null, transition: Transition): void {
    if (this.next !== null && this.next.track.key !== track?.key) {
      this.streams.close(this.next.streamId)
      this.next = null
    }
    if (track !== null && this.current !== null) {
      if (this.next === null) this.next = this.streams.keep({ ...this.streams.start(track, 0), transition })
      else this.next.transition = transition
    }
    const streamId = this.next?.streamId ?? null
    this.threads.tellCore({ kind: 'next', streamId, gain: track?.gain ?? 1, join: this.toJoin(transition) })
    if (this.current !== null) {
      const next = transition.kind === 'gapless' ? streamId : null
      this.threads.tellWorker({ kind: 'join', previous: this.current.streamId, next })
    }
  }

  prepare(origin: SoundOrigin): void {
    this.streams.prepare(origin)
  }

  play(): void {
    const { current } = this
    if (current === null) return
    this.toBeHeard.settle()
    this.wantsPlay = true
    if (this.currentState.kind === 'ended' || this.currentState.kind === 'failed') {
      const { track } = current
      this.load(track, { startMs: 0, play: true })
      return
    }
    this.threads.tellCore({ kind: 'play' })
    void this.wake()
    if (this.currentState.kind === 'loading') {
      this.enter({ kind: 'loading', key: current.track.key, wantsPlay: true })
      this.watchForStall()
      return
    }
    // Paused for want of samples, it still wants for them.
    const isDry = this.drought === 'stalled' && !this.hasEnough(current)
    this.enter({ kind: isDry ? 'stalled' : 'playing', key: current.track.key })
    if (this.drought !== 'none') this.watchForStall()
  }

  pause(): void {
    const { current } = this
    if (current === null) return
    this.toBeHeard.settle()
    this.wantsPlay = false
    this.stallWatch.cancel()
    this.threads.tellCore({ kind: 'pause' })
    // An output that sleeps renders nothing, so it will not report its silence either.
    this.threads.output.rest()
    switch (this.currentState.kind) {
      case 'loading':
        this.enter({ kind: 'loading', key: current.track.key, wantsPlay: false })
        return
      case 'playing':
      case 'stalled':
        this.enter({ kind: 'paused', key: current.track.key })
        return
      case 'empty':
      case 'paused':
      case 'ended':
      case 'failed':
        return
    }
  }

  seek(positionMs: number): void {
    const { current } = this
    if (current === null) return
    this.toBeHeard.settle()
    if (this.currentState.kind === 'failed') {
      this.load(current.track, { startMs: positionMs, play: this.wantsPlay })
      return
    }
    const frame = Math.max(0, this.toFrames(positionMs))
    const { streamId } = current
    const isFar = this.clock.latest?.generation === this.generation && this.isFar(current, frame)
    this.generation += 1
    this.sought = this.generation
    this.startFrame = frame
    const { generation } = this
    this.threads.tellCore({ kind: 'seek', frame, generation, sentDecoder: isFar ? streamId : null })
    if (isFar) this.threads.tellWorker({ kind: 'seek', streamId, frame, generation })
    if (this.currentState.kind === 'ended') {
      const { key } = current.track
      if (this.wantsPlay) void this.wake()
      this.enter(this.wantsPlay ? { kind: 'playing', key } : { kind: 'paused', key })
    }
  }

  stop(): void {
    this.toBeHeard.settle()
    this.stallWatch.cancel()
    this.threads.tellCore({ kind: 'stop' })
    if (this.current !== null) this.streams.close(this.current.streamId)
    if (this.next !== null) this.streams.close(this.next.streamId)
    this.current = null
    this.next = null
    this.wantsPlay = false
    this.threads.output.rest()
    this.enter({ kind: 'empty' })
  }

  setVolume(volume: number): void {
    this.volume.slider = volume
    this.threads.tellCore({ kind: 'volume', gain: this.volume.gain })
  }

  setMuted(muted: boolean): void {
    this.volume.muted = muted
    this.threads.tellCore({ kind: 'volume', gain: this.volume.gain })
  }

  setGain(key: string, gain: number): void {
    for (const open of [this.current, this.next]) {
      if (open?.track.key === key) this.threads.tellCore({ kind: 'gain', streamId: open.streamId, gain })
    }
  }

  setRatePpm(ppm: number): void {
    this.threads.tellCore({ kind: 'rate', ppm: Math.min(2000, Math.max(-2000, ppm)) })
  }

  reanchor(options: { readonly positionMs: number; readonly atPerformanceMs: number; readonly fadeMs: number }): void {
    this.generation += 1
    this.threads.tellCore({
      kind: 'reanchor',
      frame: (options.positionMs / 1000) * this.sampleRateHz,
      atContextFrame: this.threads.output.heardFrame(options.atPerformanceMs),
      fadeFrames: Math.max(1, this.toFrames(options.fadeMs)),
      generation: this.generation,
    })
  }

  position(atPerformanceMs?: number): HeardPosition {
    const { current } = this
    if (current === null) return { key: null, positionMs: 0, durationMs: null, bufferedFromMs: 0, bufferedToMs: 0 }
    const place = this.heardAt(atPerformanceMs)
    const heard = place.streamId === null ? undefined : this.streams.of(place.streamId)
    // Until something of a newly loaded track is known, it stands where it was asked to start. Across a join the old track
    // is still heard for the length of the output latency.
    const known = heard !== undefined && (heard === current || this.toBeHeard.pending)
    const open = known ? heard : current
    const latest = this.clock.latest
    const buffered = latest?.streamId === open.streamId ? latest : null
    const durationMs = this.durationMs(open)
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

  heardMs(): number {
    const place = this.heardAt()
    return place.streamId === this.current?.streamId ? this.toMs(place.renderedFrames) : 0
  }

  warmUp(): void {
    void this.threads.output.wake()
    if (!this.wantsPlay) this.threads.output.rest()
  }

  outputDevices(): ReturnType<Engine['outputDevices']> {
    return this.threads.output.devices()
  }

  setOutputDevice(id: string | null): Promise<boolean> {
    return this.threads.output.setDevice(id)
  }

  on(listener: (event: EngineEvent) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  tap(listener: (block: TapBlock) => void): () => void {
    this.onTap = listener
    this.threads.tellCore({ kind: 'tap', on: true })
    return () => this.threads.tellCore({ kind: 'tap', on: false })
  }

  async dispose(): Promise<void> {
    this.stop()
    this.streams.dropPrepared()
    this.listeners.clear()
    await this.threads.close()
  }

  /** The chosen device went away. */
  outputLost(): void {
    this.emit({ kind: 'outputLost' })
  }

  /** What the worklet reports. */
  fromCore(report: CoreReport): void {
    switch (report.kind) {
      case 'anchor':
        this.clock.push(report.anchor)
        return
      case 'tap':
        this.onTap?.(report)
        return
      case 'silent':
        if (!this.wantsPlay) this.threads.output.rest()
        return
      case 'outsideWindow':
        if (report.streamId !== this.current?.streamId) return
        if (!report.isSent) {
          const { streamId, frame, generation } = report
          this.threads.tellWorker({ kind: 'seek', streamId, frame, generation })
        }
        this.drought = 'waiting'
        this.watchForStall()
        return
      case 'started':
        this.stallWatch.cancel()
        this.drought = 'none'
        if (report.streamId === this.current?.streamId && this.wantsPlay) {
          this.enter({ kind: 'playing', key: this.current.track.key })
        }
        return
      case 'stalled':
        if (report.streamId === this.current?.streamId) this.stalled(this.current)
        return
      case 'switched':
        this.switched(report)
        return
      case 'ended':
        if (report.streamId === this.current?.streamId) this.ended(report.contextFrame, report.broken)
    }
  }

  /** What the decode worker reports. */
  fromWorker(report: WorkerReport): void {
    const open = this.streams.of(report.streamId)
    if (open === undefined) return
    const isCurrent = open === this.current
    switch (report.kind) {
      case 'opened':
        open.totalFrames = report.facts.totalFrames ?? open.totalFrames
        if (isCurrent && this.currentState.kind === 'loading' && !this.wantsPlay) {
          this.enter({ kind: 'paused', key: open.track.key })
        }
        return
      case 'length':
        open.totalFrames = report.totalFrames
        open.exact = true
        this.tellDuration(open)
        return
      case 'failed':
        if (report.delivered) open.error = report.error
        else if (isCurrent) this.failed(open, report.error)
        else if (open === this.next) this.nextFailed(open, report.error)
        else if (this.streams.isPrepared(open)) this.streams.dropPrepared()
    }
  }

  private switched(report: Extract<CoreReport, { kind: 'switched' }>): void {
    const from = this.current
    const { next } = this
    // A load that crossed the join has taken over already.
    if (from === null || report.from !== from.streamId) return
    if (next === null || next.streamId !== report.streamId) {
      this.switchedAwry(from, report)
      return
    }
    this.current = next
    this.next = null
    this.generation = 0
    this.sought = 0
    this.startFrame = 0
    const heardMs = this.toMs(report.renderedFrames)
    this.whenHeard(report.contextFrame, () => {
      this.streams.close(from.streamId)
      this.emit({ kind: 'advanced', fromKey: from.track.key, key: next.track.key, heardMs })
      // Whoever was told may have loaded another track at once.
      if (this.current !== next) return
      this.enter({ kind: this.wantsPlay ? 'playing' : 'paused', key: next.track.key })
      this.tellDuration(next)
    })
  }

  /** The join was rendered just before a change of what follows arrived there: the change counts. */
  private switchedAwry(from: OpenTrack, report: Extract<CoreReport, { kind: 'switched' }>): void {
    const { next } = this
    if (next === null) {
      this.threads.tellCore({ kind: 'stop' })
      this.ended(report.contextFrame, false)
      return
    }
    const heardMs = this.toMs(report.renderedFrames)
    this.load(next.track, { startMs: 0, play: this.wantsPlay })
    const loaded = this.current
    // Told last: whoever hears it declares at once what follows, or loads something else.
    this.emit({ kind: 'advanced', fromKey: from.track.key, key: next.track.key, heardMs })
    if (loaded !== null && this.current === loaded) this.tellDuration(loaded)
  }

  private ended(contextFrame: number, broken: boolean): void {
    const { current } = this
    if (current === null) return
    this.whenHeard(contextFrame, () => {
      if (broken) this.failed(current, current.error ?? failure('file-damaged'))
      else {
        this.threads.output.rest()
        this.enter({ kind: 'ended', key: current.track.key })
      }
    })
  }

  private failed(open: OpenTrack, error: Failure): void {
    this.stallWatch.cancel()
    this.threads.output.rest()
    this.enter({ kind: 'failed', key: open.track.key, error })
  }

  private nextFailed(open: OpenTrack, error: Failure): void {
    this.setNext(null, { kind: 'gapless' })
    this.emit({ kind: 'nextFailed', key: open.track.key, error })
  }

  private async wake(): Promise<void> {
    const awake = await this.threads.output.wake()
    const { current } = this
    if (awake || !this.wantsPlay || current === null) return
    this.pause()
    this.failed(current, failure('output-blocked'))
  }

  private heardAt(atPerformanceMs?: number): HeardPlace {
    const { output } = this.threads
    if (atPerformanceMs !== undefined) return this.clock.at(output.heardFrame(atPerformanceMs))
    return this.clock.now(output.heardFrame(this.now()))
  }

  /** Does something once a context frame is heard. Only one thing waits at a time; a command makes it happen at once. */
  private whenHeard(contextFrame: number, act: () => void): void {
    this.toBeHeard.settle()
    const waitMs = this.toMs(contextFrame - this.threads.output.heardFrame(this.now()))
    this.toBeHeard.set(waitMs, act)
  }

  private watchForStall(): void {
    this.stallWatch.set(stallNoticeMs, () => {
      const { current } = this
      if (current !== null && this.wantsPlay) this.stalled(current)
    })
  }

  private stalled(current: OpenTrack): void {
    this.drought = 'stalled'
    if (this.wantsPlay) this.enter({ kind: 'stalled', key: current.track.key })
  }

  /** Whether the window surely does not hold a place: then the decoder need not wait for the worklet's word. */
  private isFar(open: OpenTrack, frame: number): boolean {
    const { latest } = this.clock
    if (latest === null || latest.streamId !== open.streamId) return false
    if (frame < latest.bufferedFrom) return true
    // The window may have grown since, up to its limit and the length of a burst.
    return frame > latest.frame + 2 * aheadSeconds * this.sampleRateHz && frame < (open.totalFrames ?? 0)
  }

  /** Whether what is decoded is known to be enough to go on after a stall. */
  private hasEnough(open: OpenTrack): boolean {
    const { latest } = this.clock
    if (latest === null || latest.streamId !== open.streamId) return false
    return latest.bufferedTo - latest.frame >= resumeSeconds * this.sampleRateHz
  }

  private enter(state: EngineState): void {
    const before = this.currentState
    if (JSON.stringify(before) === JSON.stringify(state)) return
    this.currentState = state
    this.emit({ kind: 'state', state })
  }

  private emit(event: EngineEvent): void {
    for (const listener of this.listeners) listener(event)
  }

  /** Says the length once it is exact: when it becomes so, and again when the track becomes the current one. */
  private tellDuration(open: OpenTrack): void {
    if (!open.exact || open.totalFrames === null) return
    this.emit({ kind: 'duration', key: open.track.key, durationMs: this.toMs(open.totalFrames) })
  }

  private durationMs(open: OpenTrack): number | null {
    return open.totalFrames === null ? open.track.durationHintMs : this.toMs(open.totalFrames)
  }

  private toJoin(transition: Transition): JoinKind {
    return transition.kind === 'gapless'
      ? transition
      : { kind: 'crossfade', frames: this.toFrames(transition.durationMs) }
  }

  private toFrames(milliseconds: number): number {
    return Math.round((milliseconds / 1000) * this.sampleRateHz)
  }

  private toMs(frames: number): number {
    return (frames / this.sampleRateHz) * 1000
  }
}
