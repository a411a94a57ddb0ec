import { type Failure, failure, FailureError } from '../../../src/contract/index.ts'
import type { MediaEncoding, MediaStream, MediaWait } from '../media/index.ts'
import type { NodeRecording } from '../nodelink/ports.ts'
import { nextStep, type Step } from './ladder.ts'
import { pause } from './node-access.ts'
import { Places, type PlacesParts } from './places.ts'
import { begun, readRung, type Rung, type RungKind } from './rung.ts'

/** For so long a track that failed is not tried anew, in ms: long enough that one failure is told once. */
const failedForMs = 3000
/** Bytes that changed while they came are had anew so often. */
const changesLimit = 2
/** Nobody came back for so long, in ms: what was not sent yet is withdrawn. */
const graceMs = 3000

/** A higher rung that is not the one that plays, and why. */
export interface PassedRung {
  readonly kind: RungKind
  readonly nodeId: string
  readonly failure: Failure
}

export interface TrackStreamParts extends PlacesParts {
  readonly recording: NodeRecording
  /** What is told about it has changed. */
  readonly onChange: () => void
}

/** One track that nodes play: finds the best way to its bytes, and the next best when that one fails. */
export class TrackStream implements MediaStream {
  readonly trackId: string
  readonly recording: NodeRecording
  /** The encoding that is had now; null while one is looked for. */
  current: Rung | null = null
  passed: readonly PassedRung[] = []
  private places: Places
  private readonly rungs = new Map<string, Rung>()
  private climbing: Promise<void> | null = null
  private failed: { readonly failure: Failure; readonly atMs: number } | null = null
  private changes = 0
  private readers = 0
  private withdrawal = new AbortController()
  private readonly parts: TrackStreamParts

  constructor(parts: TrackStreamParts) {
    this.parts = parts
    this.recording = parts.recording
    this.trackId = parts.recording.trackId
    this.places = new Places(parts, parts.recording)
  }

  /** The node whose encoding is had now. */
  get nodeId(): string | null {
    return this.playing?.place.nodeId ?? null
  }

  async open(wait: MediaWait): Promise<MediaEncoding | null> {
    return this.during(wait, async () => {
      const rung = await this.rung(wait.ended)
      if (rung === null) return null
      return {
        etag: rung.etag,
        get mediaType() {
          return rung.facts.mediaType
        },
        get sizeBytes() {
          return rung.totalBytes
        },
        read: (start, end, wait) => this.during(wait, () => this.read(rung, start, end, wait.ended)),
      }
    })
  }

  /** Nobody plays it now: what has to go on goes on in the background. */
  rest(): void {
    this.withdraw()
    for (const rung of this.rungs.values()) rung.rest()
  }

  close(): void {
    this.withdrawal.abort()
    for (const rung of this.rungs.values()) rung.close()
    this.rungs.clear()
    this.current = null
  }

  /** Where the current encoding comes from. */
  private playing: Extract<Step, { kind: 'play' }> | null = null

  /** Waits for an encoding; null when `signal` ended the wait. Rejects when there is none to be had. */
  private async rung(signal: AbortSignal): Promise<Rung | null> {
    for (;;) {
      if (this.current !== null) return this.current
      if (this.failed !== null && performance.now() - this.failed.atMs < failedForMs)
        throw new FailureError(this.failed.failure)
      if (signal.aborted) return null
      if (this.failed !== null) this.startAnew()
      await Promise.race([this.climb(), pause(graceMs, signal)])
    }
  }

  private async read(rung: Rung, start: number, end: number, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    try {
      return await readRung(rung, start, end, signal)
    } catch (error) {
      if (!(error instanceof FailureError)) throw error
      if (this.current === rung && this.playing !== null) this.fell(rung, this.playing, error.failure)
      // With nothing in its place yet, whoever asked asks again.
      if ((await this.rung(signal)) === null) return new Uint8Array()
      throw new FailureError(failure('media-changed'), { cause: error })
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
      await this.places.begin(signal)
      while (this.current === null && !signal.aborted) {
        const step = nextStep(this.places.view())
        if (step.kind === 'give-up') {
          this.failed = { failure: this.mostTelling(), atMs: performance.now() }
          this.parts.onChange()
          return
        }
        await this.take(step, signal)
      }
    } catch (error) {
      if (signal.aborted) return
      throw error
    }
  }

  private async take(step: Exclude<Step, { kind: 'give-up' }>, signal: AbortSignal): Promise<void> {
    switch (step.kind) {
      case 'ask': {
        const refused = await this.places.ask(step.place, signal)
        if (refused !== null) this.note('direct', step.place.nodeId, refused)
        return
      }
      case 'search':
        await this.places.search(step.nodeId, signal)
        return
      case 'play': {
        const rung = this.rungOf(step)
        try {
          await begun(rung, signal)
          this.current = rung
          this.playing = step
          this.parts.onChange()
        } catch (error) {
          if (signal.aborted || !(error instanceof FailureError)) throw error
          this.fell(rung, step, error.failure)
        }
      }
    }
  }

  private rungOf(step: Extract<Step, { kind: 'play' }>): Rung {
    const key = `${step.place.nodeId} ${step.rung} ${step.place.encoded}`
    const made = this.rungs.get(key) ?? this.places.rung(step)
    this.rungs.set(key, made)
    return made
  }

  /** A rung is hopeless: what it held is of no use to the next one. */
  private fell(rung: Rung, step: Extract<Step, { kind: 'play' }>, why: Failure): void {
    for (const [key, made] of this.rungs) if (made === rung) this.rungs.delete(key)
    if (this.current === rung) this.current = null
    rung.close()
    const isChange = why.code === 'media-changed' && this.changes < changesLimit
    if (isChange) this.changes += 1
    this.places.failed(step, isChange)
    if (!isChange) this.note(step.rung, step.place.nodeId, why)
    this.parts.onChange()
  }

  private note(kind: RungKind, nodeId: string, why: Failure): void {
    this.passed = [...this.passed, { kind, nodeId, failure: why }]
  }

  /** What stood in the way last at the node that found the track. */
  private mostTelling(): Failure {
    const own = this.passed.filter(({ nodeId }) => nodeId === this.recording.nodeId)
    return (own.at(-1) ?? this.passed.at(-1))?.failure ?? failure('node-unreachable')
  }

  private startAnew(): void {
    this.failed = null
    this.passed = []
    this.changes = 0
    this.places = new Places(this.parts, this.recording)
  }

  /** Counts who is there. Whoever goes takes what was not sent yet along; whoever is only told to wait is expected back. */
  private async during<Value>(wait: MediaWait, work: () => Promise<Value>): Promise<Value> {
    this.readers += 1
    try {
      return await work()
    } finally {
      this.readers -= 1
      if (this.readers === 0 && wait.gone.aborted) this.withdraw()
      else if (this.readers === 0 && this.current === null) void this.withdrawLater()
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
