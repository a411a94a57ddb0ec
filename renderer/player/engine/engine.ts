import { Announcer } from './announcer.ts'
import { toFrames } from './frames.ts'
import { Playhead } from './playhead.ts'
import type { CoreReport, WorkerReport } from './protocol.ts'
import { Reports } from './reports.ts'
import { Streams } from './streams.ts'
import type { Threads } from './threads.ts'
import { Transport } from './transport.ts'
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
import { Unheard } from './unheard.ts'
import { OutputVolume } from './volume.ts'

/** The page's side of the engine. What a command does is in `transport.ts`, what comes of it in `reports.ts`. */
export class PlaybackEngine implements TappableEngine {
  private readonly threads: Threads
  private readonly streams: Streams
  private readonly playhead: Playhead
  private readonly announcer: Announcer
  private readonly transport: Transport
  private readonly reports: Reports
  private readonly volume = new OutputVolume()
  private onTap: ((block: TapBlock) => void) | null = null

  /** `now`: the performance clock, in ms. */
  constructor(threads: Threads, now: () => number) {
    const { output } = threads
    const streams = new Streams(threads)
    const unheard = new Unheard(output, now)
    const playhead = new Playhead(output, streams, unheard, now)
    const announcer = new Announcer(output.sampleRateHz)
    const parts = { threads, streams, playhead, unheard, announcer }
    this.threads = threads
    this.streams = streams
    this.playhead = playhead
    this.announcer = announcer
    this.transport = new Transport(parts)
    this.reports = new Reports(parts, this.transport)
  }

  get state(): EngineState {
    return this.announcer.state
  }

  get sampleRateHz(): number {
    return this.threads.output.sampleRateHz
  }

  load(track: EngineTrack, options: { readonly startMs: number; readonly play: boolean }): void {
    this.transport.load(track, options)
  }

  setNext(track: EngineTrack | null, transition: Transition): void {
    this.transport.setNext(track, transition)
  }

  prepare(origin: SoundOrigin): void {
    this.streams.prepare(origin)
  }

  play(): void {
    this.transport.play()
  }

  pause(): void {
    this.transport.pause()
  }

  seek(positionMs: number): void {
    this.transport.seek(positionMs)
  }

  stop(): void {
    this.transport.stop()
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
    for (const open of [this.transport.current, this.transport.next]) {
      if (open?.track.key === key) this.threads.tellCore({ kind: 'gain', streamId: open.streamId, gain })
    }
  }

  setRatePpm(ppm: number): void {
    this.threads.tellCore({ kind: 'rate', ppm: Math.min(2000, Math.max(-2000, ppm)) })
  }

  reanchor(options: { readonly positionMs: number; readonly atPerformanceMs: number; readonly fadeMs: number }): void {
    this.threads.tellCore({
      kind: 'reanchor',
      frame: (options.positionMs / 1000) * this.sampleRateHz,
      atContextFrame: this.threads.output.heardFrame(options.atPerformanceMs),
      fadeFrames: Math.max(1, toFrames(options.fadeMs, this.sampleRateHz)),
      generation: this.playhead.reanchor(),
    })
  }

  position(atPerformanceMs?: number): HeardPosition {
    return this.playhead.position(this.transport.current, atPerformanceMs)
  }

  heardMs(): number {
    return this.playhead.heardMs(this.transport.current)
  }

  warmUp(): void {
    void this.threads.output.wake()
    if (!this.transport.wantsPlay) this.threads.output.rest()
  }

  rehearse(): void {
    this.threads.tellWorker({ kind: 'rehearse' })
  }

  outputDevices(): ReturnType<Engine['outputDevices']> {
    return this.threads.output.devices()
  }

  setOutputDevice(id: string | null): Promise<boolean> {
    return this.threads.output.setDevice(id)
  }

  on(listener: (event: EngineEvent) => void): () => void {
    return this.announcer.on(listener)
  }

  tap(listener: (block: TapBlock) => void): () => void {
    this.onTap = listener
    this.threads.tellCore({ kind: 'tap', on: true })
    return () => this.threads.tellCore({ kind: 'tap', on: false })
  }

  async dispose(): Promise<void> {
    this.transport.stop()
    this.streams.dropPrepared()
    this.announcer.close()
    await this.threads.close()
  }

  /** The chosen device went away. */
  outputLost(): void {
    this.announcer.tell({ kind: 'outputLost' })
  }

  /** What the worklet reports. */
  fromCore(report: CoreReport): void {
    if (report.kind === 'tap') this.onTap?.(report)
    else this.reports.fromCore(report)
  }

  /** What the decode worker reports. */
  fromWorker(report: WorkerReport): void {
    this.reports.fromWorker(report)
  }
}
