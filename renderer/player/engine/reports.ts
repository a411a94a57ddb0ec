import { failure } from '../../../src/failure/index.ts'
import { toMs } from './frames.ts'
import type { EngineParts } from './parts.ts'
import type { CoreReport, WorkerReport } from './protocol.ts'
import type { OpenTrack } from './streams.ts'
import type { Transport } from './transport.ts'

type Switched = Extract<CoreReport, { kind: 'switched' }>

/** Turns what worklet and worker report into states and events. Joins and ends are told when they are heard. */
export class Reports {
  private readonly parts: EngineParts
  private readonly transport: Transport

  constructor(parts: EngineParts, transport: Transport) {
    this.parts = parts
    this.transport = transport
  }

  /** What the worklet reports of playback. */
  fromCore(report: Exclude<CoreReport, { kind: 'tap' }>): void {
    const { parts, transport } = this
    switch (report.kind) {
      case 'anchor':
        parts.playhead.take(report.anchor)
        return
      case 'silent':
        if (!transport.wantsPlay) parts.threads.output.rest()
        return
      case 'outsideWindow': {
        const { streamId, frame, generation, isSent } = report
        if (streamId !== transport.current?.streamId) return
        if (!isSent) parts.threads.tellWorker({ kind: 'seek', streamId, frame, generation })
        transport.waitForSamples()
        return
      }
      case 'started':
        transport.started(report.streamId)
        return
      case 'stalled':
        if (report.streamId === transport.current?.streamId) transport.stall()
        return
      case 'switched':
        this.switched(report)
        return
      case 'ended':
        if (report.streamId === transport.current?.streamId) this.ended(report.contextFrame, report.broken)
    }
  }

  /** What the decode worker reports. */
  fromWorker(report: WorkerReport): void {
    const { streams, announcer } = this.parts
    const { current, next, wantsPlay } = this.transport
    const open = streams.of(report.streamId)
    if (open === undefined) return
    switch (report.kind) {
      case 'opened':
        open.opened = true
        open.totalFrames = report.facts.totalFrames ?? open.totalFrames
        if (open === current && announcer.state.kind === 'loading' && !wantsPlay) {
          announcer.enter({ kind: 'paused', key: open.track.key })
        }
        return
      case 'length':
        open.totalFrames = report.totalFrames
        open.exact = true
        announcer.tellDuration(open)
        return
      case 'failed':
        if (report.delivered) {
          open.error = report.error
        } else if (open === current) {
          this.transport.fail(open, report.error)
        } else if (open === next) {
          this.transport.setNext(null, { kind: 'gapless' })
          announcer.tell({ kind: 'nextFailed', key: open.track.key, error: report.error })
        } else if (streams.isPrepared(open)) {
          streams.dropPrepared()
        }
    }
  }

  private switched(report: Switched): void {
    const { streams, unheard, announcer } = this.parts
    const { transport } = this
    const { current: from, next } = transport
    // A load that crossed the join has taken over already.
    if (from === null || report.from !== from.streamId) return
    if (next === null || next.streamId !== report.streamId) {
      this.switchedAwry(from, report)
      return
    }
    transport.advance()
    unheard.whenHeard(report.contextFrame, () => {
      streams.close(from.streamId)
      this.tellAdvanced(from, next, report)
      // Whoever was told may have loaded another track at once.
      if (transport.current !== next) return
      announcer.enter({ kind: transport.wantsPlay ? 'playing' : 'paused', key: next.track.key })
      announcer.tellDuration(next)
    })
  }

  /** The join was rendered just before a change of what follows arrived there: the change counts. */
  private switchedAwry(from: OpenTrack, report: Switched): void {
    const { transport } = this
    const { next } = transport
    if (next === null) {
      this.parts.threads.tellCore({ kind: 'stop' })
      this.ended(report.contextFrame, false)
      return
    }
    transport.load(next.track, { startMs: 0, play: transport.wantsPlay })
    const loaded = transport.current
    // Told last: whoever hears it declares at once what follows, or loads something else.
    this.tellAdvanced(from, next, report)
    if (loaded !== null && transport.current === loaded) this.parts.announcer.tellDuration(loaded)
  }

  private tellAdvanced(from: OpenTrack, to: OpenTrack, report: Switched): void {
    const heardMs = toMs(report.renderedFrames, this.parts.threads.output.sampleRateHz)
    this.parts.announcer.tell({ kind: 'advanced', fromKey: from.track.key, key: to.track.key, heardMs })
  }

  private ended(contextFrame: number, broken: boolean): void {
    const { threads, unheard, announcer } = this.parts
    const { current } = this.transport
    if (current === null) return
    unheard.whenHeard(contextFrame, () => {
      if (broken) {
        this.transport.fail(current, current.error ?? failure('file-damaged'))
      } else {
        threads.output.rest()
        announcer.enter({ kind: 'ended', key: current.track.key })
      }
    })
  }
}
