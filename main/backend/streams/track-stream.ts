import { type Failure, failure, FailureError } from '../../../src/contract/index.ts'
import type { MediaEncoding, MediaStream, MediaWait } from '../media/index.ts'
import type { NodeRecording } from '../nodelink/ports.ts'
import { needOf, nextStep, pcmBitRate, type Play, type Step } from './ladder.ts'
import { pause, unlessAborted } from './node-access.ts'
import { Places, type PlacesParts } from './places.ts'
import { begun, readRung, type Rung } from './rung.ts'

/** For so long a track that failed is not tried anew, in ms: long enough that one failure is told once. */
const failedForMs = 3000
/** Bytes that changed while they came are had anew so often. */
const changesLimit = 2
/** Nobody came back for so long, in ms: what was not sent yet is withdrawn. */
const graceMs = 3000

export interface TrackStreamParts extends PlacesParts {
  readonly recording: NodeRecording
  /** Somebody reads on: what plays takes `need`, the best would take `bestNeed`, in bits per second. */
  readonly onReading: (play: Play, reading: { need: number; bestNeed: number; aheadSeconds: number }) => void
  /** What is told about it has changed. */
  readonly onChange: () => void
}

/** What a track comes by. */
export interface Playing {
  readonly play: Play
  readonly rung: Rung
}

/** One track that nodes play: finds the best way to its bytes, and the next best when that one fails. */
export class TrackStream implements MediaStream {
  readonly trackId: string
  readonly recording: NodeRecording
  private now: Playing | null = null
  private places: Places
  private readonly rungs = new Map<string, Rung>()
  private climbing: Promise<void> | null = null
  private switching = false
  private lastFailure: { readonly failure: Failure; readonly atMs: number } | null = null
  private changes = 0
  private readers = 0
  private isResting = false
  private isClosed = false
  private mayPcm = true
  private withdrawal = new AbortController()
  private readonly parts: TrackStreamParts

  constructor(parts: TrackStreamParts) {
    this.parts = parts
    this.recording = parts.recording
    this.trackId = parts.recording.trackId
    this.places = this.newPlaces()
  }

  /** The encoding that is had now; null while one is looked for. */
  get playing(): Playing | null {
    return this.now
  }

  get passed(): Places['passed'] {
    return this.places.passed
  }

  get failure(): Failure | null {
    return this.lastFailure?.failure ?? null
  }

  async open(wait: MediaWait): Promise<MediaEncoding | null> {
    this.isResting = false
    return this.during(wait, async () => {
      const found = await this.find(wait.ended)
      if (found === null) return null
      const { rung } = found
      return {
        etag: rung.etag,
        get mediaType() {
          return rung.facts.mediaType
        },
        get sizeBytes() {
          return rung.totalBytes
        },
        read: (start, end, wait) => this.during(wait, () => this.read(found, start, end, wait.ended)),
      }
    })
  }

  /**
   * Looks for a way and brings the first bytes, ahead of anybody asking. `isNext`: decoded sound may be asked for as well, which
   * costs the node the whole track.
   */
  async prepare(isNext: boolean, signal: AbortSignal): Promise<void> {
    if (this.now !== null || this.readers > 0 || this.lastFailure !== null) return
    this.mayPcm = isNext
    this.isResting = false
    await unlessAborted(this.climb(), signal)
    if (signal.aborted && this.readers === 0) this.withdraw()
  }

  /** Nobody plays it now: what has to go on goes on in the background. */
  rest(): void {
    this.isResting = true
    // Whoever is still there is about to go.
    if (this.readers > 0) return
    this.withdraw()
    for (const rung of this.rungs.values()) rung.rest()
  }

  close(): void {
    this.isClosed = true
    this.withdrawal.abort()
    for (const rung of this.rungs.values()) rung.close()
    this.rungs.clear()
    this.now = null
  }

  /** Waits for an encoding; null when `signal` ended the wait. Rejects when there is none to be had. */
  private async find(signal: AbortSignal): Promise<Playing | null> {
    for (;;) {
      if (this.isClosed) throw new FailureError(failure('cancelled'))
      if (this.now !== null) return this.now
      if (this.lastFailure !== null && performance.now() - this.lastFailure.atMs < failedForMs)
        throw new FailureError(this.lastFailure.failure)
      if (signal.aborted) return null
      if (this.lastFailure !== null) this.startAnew()
      this.mayPcm = true
      await unlessAborted(this.climb(), signal)
    }
  }

  private async read(
    playing: Playing,
    start: number,
    end: number,
    signal: AbortSignal,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const { rung, play } = playing
    try {
      if (this.now === playing) this.consider(playing, start)
      return await readRung(rung, start, end, signal)
    } catch (error) {
      if (!(error instanceof FailureError)) throw error
      if (this.now === playing) this.fell(rung, play, error.failure)
      // With nothing in its place yet, whoever asked asks again.
      if ((await this.find(signal)) === null) return new Uint8Array()
      throw new FailureError(failure('media-changed'), { cause: error })
    }
  }

  /** Tells what the line has to carry, and goes over to something smaller when it does not. */
  private consider({ rung, play }: Playing, start: number): void {
    const need = this.needOf(play)
    if (play.original !== null && play.original.bitRate !== need) this.places.measured(play.original.url, need)
    const aheadSeconds = ((rung.held.heldTo(start) - start) * 8) / need
    const isWhole = rung.totalBytes !== null && rung.held.heldTo(start) >= rung.totalBytes
    const bestNeed = Math.max(need, ...(play.place.originals ?? []).map(needOf))
    this.parts.onReading(play, { need, bestNeed, aheadSeconds: isWhole ? Infinity : aheadSeconds })
    const { original, pcm } = this.parts.allowed()
    if (!isWhole && need > (play.original === null ? pcm : original)) void this.stepDown(play)
  }

  private needOf({ original }: Play): number {
    if (original === null) return pcmBitRate
    const { totalBytes } = this.now?.rung ?? { totalBytes: null }
    const { lengthMs } = this.recording
    const measured = totalBytes !== null && lengthMs !== null ? (totalBytes * 8000) / lengthMs : null
    return original.bitRate ?? measured ?? needOf(original)
  }

  /** Begins with a smaller encoding beside the one that plays, and takes it once it is there. */
  private async stepDown(from: Play): Promise<void> {
    if (this.switching) return
    this.switching = true
    const { signal } = this.withdrawal
    try {
      const step = nextStep(this.places.view())
      if (step.kind !== 'play' || this.needOf(step) >= this.needOf(from)) return
      const rung = this.rungOf(step)
      await begun(rung, signal)
      const before = this.now
      this.now = { play: step, rung }
      before?.rung.rest()
      this.places.note(from.rung, from.place.nodeId, failure('stream-too-slow'))
      this.parts.onChange()
    } catch (error) {
      if (!(error instanceof FailureError)) throw error
    } finally {
      this.switching = false
    }
  }

  private climb(): Promise<void> {
    this.climbing ??= this.climbOnce(this.withdrawal.signal).finally(() => {
      this.climbing = null
    })
    return this.climbing
  }

  private async climbOnce(signal: AbortSignal): Promise<void> {
    try {
      await this.parts.nodes.ready(signal)
      while (this.now === null && !signal.aborted) {
        const step = nextStep(this.places.view())
        if (step.kind === 'give-up') {
          if (this.places.tryAll()) continue
          this.lastFailure = { failure: this.mostTelling(), atMs: performance.now() }
          this.parts.onChange()
          return
        }
        if (step.kind === 'play' && step.original === null && !this.mayPcm) return
        await this.take(step, signal)
      }
    } catch (error) {
      if (signal.aborted) return
      throw error
    }
  }

  private async take(step: Exclude<Step, { kind: 'give-up' }>, signal: AbortSignal): Promise<void> {
    if (step.kind === 'ask') return this.places.ask(step.place, signal)
    if (step.kind === 'search') return this.places.search(step.nodeId, signal)
    const rung = this.rungOf(step)
    try {
      await begun(rung, signal)
      this.now = { play: step, rung }
      this.places.worked(step)
      this.parts.onChange()
    } catch (error) {
      if (signal.aborted || !(error instanceof FailureError)) throw error
      this.fell(rung, step, error.failure)
    }
    return undefined
  }

  private rungOf(play: Play): Rung {
    const key = `${play.place.nodeId} ${play.rung} ${play.original?.url ?? ''} ${play.place.encoded}`
    const made = this.rungs.get(key) ?? this.places.rung(play)
    this.rungs.set(key, made)
    return made
  }

  /** A rung is hopeless: what it held is of no use to the next one. */
  private fell(rung: Rung, play: Play, why: Failure): void {
    for (const [key, made] of this.rungs) if (made === rung) this.rungs.delete(key)
    if (this.now?.rung === rung) this.now = null
    rung.close()
    if (why.code === 'media-changed' && this.changes < changesLimit) {
      this.changes += 1
      this.places.outdated(play)
    } else {
      this.places.failed(play, why)
    }
    this.parts.onChange()
  }

  /** What stood in the way last at the node that found the track. */
  private mostTelling(): Failure {
    const own = this.passed.filter(({ nodeId }) => nodeId === this.recording.nodeId)
    return (own.at(-1) ?? this.passed.at(-1))?.failure ?? failure('node-unreachable')
  }

  private startAnew(): void {
    this.lastFailure = null
    this.changes = 0
    this.places = this.newPlaces()
  }

  private newPlaces(): Places {
    return new Places(this.parts, this.recording, () => (this.readers > 0 ? 'playback' : 'next'))
  }

  /** Counts who is there. Whoever goes takes what was not sent yet along; whoever is only told to wait is expected back. */
  private async during<Value>(wait: MediaWait, work: () => Promise<Value>): Promise<Value> {
    this.readers += 1
    try {
      return await work()
    } finally {
      this.readers -= 1
      if (this.readers === 0 && this.isResting) this.rest()
      else if (this.readers === 0 && wait.gone.aborted) this.withdraw()
      else if (this.readers === 0 && this.now === null) void this.withdrawLater()
    }
  }

  private async withdrawLater(): Promise<void> {
    const { signal } = this.withdrawal
    await pause(graceMs, signal)
    if (this.readers === 0 && !signal.aborted) this.withdraw()
  }

  private withdraw(): void {
    this.withdrawal.abort()
    this.withdrawal = new AbortController()
    for (const rung of this.rungs.values()) rung.withdraw()
  }
}
