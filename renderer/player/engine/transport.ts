import type { Failure } from '../../../src/failure/index.ts'
import { failure } from '../../../src/failure/index.ts'
import { Drought } from './drought.ts'
import { toFrames } from './frames.ts'
import type { EngineParts } from './parts.ts'
import type { JoinKind, StreamId } from './protocol.ts'
import { isSameSound, type OpenTrack } from './streams.ts'
import type { EngineTrack, Transition } from './types.ts'

/** What is loaded, what follows it and whether it is to play: commands go from here to worklet and worker. */
export class Transport {
  private readonly parts: EngineParts
  private playing: OpenTrack | null = null
  private following: (OpenTrack & { transition: Transition }) | null = null
  private wanted = false
  private readonly drought = new Drought(() => {
    if (this.wanted) this.stall()
  })

  constructor(parts: EngineParts) {
    this.parts = parts
  }

  get current(): OpenTrack | null {
    return this.playing
  }

  get next(): OpenTrack | null {
    return this.following
  }

  get wantsPlay(): boolean {
    return this.wanted
  }

  load(track: EngineTrack, options: { readonly startMs: number; readonly play: boolean }): void {
    const { threads, streams, playhead, unheard, announcer } = this.parts
    unheard.settle()
    // What was decoded ahead is used, under whatever key the track is asked for now.
    const sound = options.startMs === 0 ? track : null
    const following = isSameSound(this.following?.track ?? null, sound) ? this.following : null
    const decodedAhead = following ?? streams.takePrepared(sound)
    if (following !== null) streams.takePrepared(null)
    for (const open of [this.playing, this.following]) {
      if (open !== null && open !== decodedAhead) streams.close(open.streamId)
    }
    this.following = null
    this.wanted = options.play
    const startFrame = this.toFrames(options.startMs)
    playhead.begin(startFrame)
    const opened = decodedAhead === null ? streams.start(track, startFrame) : streams.keep({ ...decodedAhead, track })
    this.playing = opened
    const { streamId } = opened
    threads.tellCore({ kind: 'load', streamId, generation: 0, startFrame, gain: track.gain, play: options.play })
    if (options.play) void this.wake()
    announcer.enter({ kind: 'loading', key: track.key, wantsPlay: options.play })
    this.drought.begin()
    // Decoded ahead and paused: nothing further will be heard of it.
    if (decodedAhead !== null && !options.play) announcer.enter({ kind: 'paused', key: track.key })
    announcer.tellDuration(opened)
  }

  setNext(track: EngineTrack | null, transition: Transition): void {
    const { threads, streams } = this.parts
    if (this.following !== null && this.following.track.key !== track?.key) {
      streams.close(this.following.streamId)
      this.following = null
    }
    if (track !== null && this.playing !== null) {
      if (this.following === null) this.following = streams.keep({ ...streams.start(track, 0), transition })
      else this.following.transition = transition
    }
    const streamId = this.following?.streamId ?? null
    threads.tellCore({ kind: 'next', streamId, gain: track?.gain ?? 1, join: this.toJoin(transition) })
    if (this.playing !== null) {
      const next = transition.kind === 'gapless' ? streamId : null
      threads.tellWorker({ kind: 'join', previous: this.playing.streamId, next })
    }
  }

  play(): void {
    const { threads, playhead, unheard, announcer } = this.parts
    const { playing } = this
    if (playing === null) return
    unheard.settle()
    this.wanted = true
    const { kind } = announcer.state
    if (kind === 'ended' || kind === 'failed') {
      this.load(playing.track, { startMs: 0, play: true })
      return
    }
    threads.tellCore({ kind: 'play' })
    void this.wake()
    const { key } = playing.track
    if (kind === 'loading') {
      announcer.enter({ kind: 'loading', key, wantsPlay: true })
      this.drought.watch()
      return
    }
    // Paused for want of samples, it still wants for them.
    const isDry = this.drought.isLasting && !playhead.hasEnough(playing)
    announcer.enter({ kind: isDry ? 'stalled' : 'playing', key })
    if (this.drought.isOn) this.drought.watch()
  }

  pause(): void {
    const { threads, unheard, announcer } = this.parts
    const { playing } = this
    if (playing === null) return
    unheard.settle()
    this.wanted = false
    this.drought.unwatch()
    threads.tellCore({ kind: 'pause' })
    // An output that sleeps renders nothing, so it will not report its silence either.
    threads.output.rest()
    switch (announcer.state.kind) {
      case 'loading':
        // Opened already, it waits for its first sample alone, which now nobody waits for.
        if (playing.opened) announcer.enter({ kind: 'paused', key: playing.track.key })
        else announcer.enter({ kind: 'loading', key: playing.track.key, wantsPlay: false })
        return
      case 'playing':
      case 'stalled':
        announcer.enter({ kind: 'paused', key: playing.track.key })
        return
      case 'empty':
      case 'paused':
      case 'ended':
      case 'failed':
        return
    }
  }

  seek(positionMs: number): void {
    const { threads, playhead, unheard, announcer } = this.parts
    const { playing } = this
    if (playing === null) return
    unheard.settle()
    if (announcer.state.kind === 'failed') {
      this.load(playing.track, { startMs: positionMs, play: this.wanted })
      return
    }
    const { streamId } = playing
    const frame = Math.max(0, this.toFrames(positionMs))
    const isFar = playhead.isFar(playing, frame)
    const generation = playhead.seek(frame)
    threads.tellCore({ kind: 'seek', frame, generation, sentDecoder: isFar ? streamId : null })
    if (isFar) threads.tellWorker({ kind: 'seek', streamId, frame, generation })
    if (announcer.state.kind === 'ended') {
      if (this.wanted) void this.wake()
      announcer.enter({ kind: this.wanted ? 'playing' : 'paused', key: playing.track.key })
    }
  }

  stop(): void {
    const { threads, streams, unheard, announcer } = this.parts
    unheard.settle()
    this.drought.unwatch()
    threads.tellCore({ kind: 'stop' })
    if (this.playing !== null) streams.close(this.playing.streamId)
    if (this.following !== null) streams.close(this.following.streamId)
    this.playing = null
    this.following = null
    this.wanted = false
    threads.output.rest()
    announcer.enter({ kind: 'empty' })
  }

  /** The worklet took the next track over: it is the current one. */
  advance(): void {
    this.playing = this.following
    this.following = null
    this.parts.playhead.join()
  }

  /** The worklet has to wait for samples. */
  waitForSamples(): void {
    this.drought.begin()
  }

  /** There are none for so long that it is shown. */
  stall(): void {
    if (this.playing === null) return
    this.drought.last()
    if (this.wanted) this.parts.announcer.enter({ kind: 'stalled', key: this.playing.track.key })
  }

  /** The first sample of a stream that was waited for is rendered. */
  started(streamId: StreamId): void {
    this.drought.end()
    if (streamId === this.playing?.streamId && this.wanted) {
      this.parts.announcer.enter({ kind: 'playing', key: this.playing.track.key })
    }
  }

  /** The current track cannot be played, or not any further. */
  fail(open: OpenTrack, error: Failure): void {
    this.drought.unwatch()
    this.parts.threads.output.rest()
    this.parts.announcer.enter({ kind: 'failed', key: open.track.key, error })
  }

  private async wake(): Promise<void> {
    const awake = await this.parts.threads.output.wake()
    const { playing } = this
    if (awake || !this.wanted || playing === null) return
    this.pause()
    this.fail(playing, failure('output-blocked'))
  }

  private toJoin(transition: Transition): JoinKind {
    return transition.kind === 'gapless'
      ? transition
      : { kind: 'crossfade', frames: this.toFrames(transition.durationMs) }
  }

  private toFrames(milliseconds: number): number {
    return toFrames(milliseconds, this.parts.threads.output.sampleRateHz)
  }
}
