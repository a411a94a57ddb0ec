import { type Failure, failure, FailureError } from '../../../src/contract/index.ts'
import type { PcmStream } from '../nodelink/client.ts'
import type { Urgency } from '../nodelink/pace.ts'
import { blockBytes, type Held } from './buffer/index.ts'
import type { Lanes, LaneUser } from './lanes.ts'
import { type NodeAccess, withNode } from './node-access.ts'
import { newTag, type OnBytes, type Rung, type RungFacts } from './rung.ts'
import { Tail } from './tail.ts'

/** Bytes of one second of what a node decodes: 48 kHz, stereo, 16 bits. */
export const pcmBytesPerSecond = 192_000
/** A stream that ends this much before the track's known length was broken, in seconds. */
const shortBySeconds = 2
/** Connections in a row that bring nothing new before it is hopeless. */
const fruitlessLimit = 2

export interface PcmParts {
  readonly access: NodeAccess
  readonly encoded: string
  readonly held: Held
  readonly lanes: Lanes
  /** Null where the node does not know it. */
  readonly lengthMs: number | null
  readonly isLive: boolean
  readonly urgency: () => Urgency
  readonly onBytes: OnBytes
}

/** How one connection ended. */
type Ending =
  | { readonly kind: 'complete' }
  | { readonly kind: 'broken'; readonly failure: Failure }
  /** Another connection took over, or all is over. */
  | { readonly kind: 'left' }

/** One connection: from the beginning of the track, as far as it comes. */
interface Run {
  /** Bytes from the beginning that this connection has handed over. */
  at: number
  /** What comes before is counted, compared and let go. */
  readonly keepFrom: number
  isLeft: boolean
}

/**
 * A track as a node decodes it: raw samples that can only be had from the beginning, some hundred times faster than they are
 * played. A connection is never broken off once the node has been asked, because that can end the node; when the node breaks
 * it, the stream is opened again and what is held already is counted off and compared.
 */
export class PcmRung implements Rung, LaneUser {
  readonly facts: RungFacts = {
    kind: 'pcm',
    mediaType: 'audio/x-s16le;rate=48000;channels=2',
    format: 'pcm',
    isLossless: false,
    sampleRateHz: 48_000,
  }
  readonly etag = newTag('pcm')
  readonly held: Held
  totalBytes: number | null = null
  failure: Failure | null = null
  isWanted = false
  drainedBytes = 0
  readonly isEndless: boolean
  private run: Run | null = null
  private readonly tail = new Tail()
  private readonly closing = new AbortController()
  /** Takes back a request that was not sent yet. */
  private withdrawal = new AbortController()
  private readonly parts: PcmParts

  constructor(parts: PcmParts) {
    this.parts = parts
    this.held = parts.held
    this.isEndless = parts.isLive
  }

  want(offset: number): void {
    this.isWanted = true
    this.parts.lanes.wake()
    if (this.failure !== null || this.closing.signal.aborted) return
    const passed = this.run !== null && offset < Math.max(this.run.at, this.run.keepFrom)
    if (this.run !== null && !passed) return
    // What was let go comes back only from the beginning. The connection that has passed it is read to its end by itself.
    if (this.run !== null) this.run.isLeft = true
    const keepFrom = passed || this.totalBytes !== null ? Math.floor(offset / blockBytes) * blockBytes : this.tail.end
    this.run = { at: 0, keepFrom: Math.min(keepFrom, offset), isLeft: false }
    void this.bring(this.run)
  }

  ahead(): void {
    this.isWanted = true
    this.parts.lanes.wake()
  }

  rest(): void {
    this.isWanted = false
    this.withdraw()
    this.parts.lanes.wake()
  }

  /** Takes back what was not sent yet. */
  withdraw(): void {
    this.withdrawal.abort()
    this.withdrawal = new AbortController()
  }

  close(): void {
    this.isWanted = false
    this.failure ??= failure('media-changed')
    this.closing.abort()
    this.held.drop()
    this.parts.lanes.wake()
  }

  /** Connections one after the other, until the track is here or it is hopeless. */
  private async bring(run: Run): Promise<void> {
    let fruitless = 0
    let brokeAt = -1
    let current = run
    for (;;) {
      const before = this.tail.end
      const ending = await this.connect(current)
      if (current.isLeft || ending.kind === 'left') break
      fruitless = this.tail.end === before ? fruitless + 1 : 0
      if (ending.kind === 'complete') {
        const isShort = this.isShort(current.at) && brokeAt !== current.at
        if (current.at === 0) this.fail(failure('node-track-unplayable'))
        else if (!isShort) this.end(current.at)
        if (!isShort || current.at === 0) break
      } else {
        // Some tracks the node sends whole and then dies of: all that was promised is here, or it broke twice at the same byte.
        if (this.isWhole(current.at) || (brokeAt === current.at && current.at > 0 && !this.isShort(current.at))) {
          this.end(current.at)
          break
        }
        if (ending.failure.code !== 'node-unreachable' || fruitless >= fruitlessLimit) {
          this.fail(ending.failure)
          break
        }
      }
      brokeAt = current.at
      current = { at: 0, keepFrom: Math.max(current.keepFrom, this.tail.end), isLeft: false }
      this.run = current
    }
    if (this.run === current) this.run = null
    // Whoever came to wait while this was being withdrawn asks again.
    this.held.notify()
  }

  /** Opens the stream and reads it. */
  private async connect(run: Run): Promise<Ending> {
    const { access, encoded, lanes } = this.parts
    const signal = AbortSignal.any([this.closing.signal, this.withdrawal.signal])
    if (!(await lanes.enter(signal))) return { kind: 'left' }
    try {
      const stream = await withNode(access, signal, ({ client }) =>
        client.openPcm(encoded, 0, { urgency: this.parts.urgency(), signal, isEndless: this.isEndless }),
      )
      return await this.read(run, stream)
    } catch (error) {
      if (signal.aborted) return { kind: 'left' }
      return { kind: 'broken', failure: error instanceof FailureError ? error.failure : failure('internal') }
    } finally {
      lanes.leave(this)
    }
  }

  private async read(run: Run, stream: PcmStream): Promise<Ending> {
    const { lanes, onBytes } = this.parts
    const { signal } = this.closing
    for (let isFirst = true; ; isFirst = false) {
      if (!(await lanes.turn(this))) {
        stream.close()
        return { kind: 'left' }
      }
      const askedMs = performance.now()
      const next = await stream.chunks.next().catch(() => null)
      if (next === null) return { kind: 'broken', failure: failure('node-unreachable') }
      if (next.done === true) return { kind: 'complete' }
      const chunk = next.value
      if (!this.isWanted) this.drainedBytes += chunk.length
      onBytes(chunk.length, isFirst ? null : performance.now() - askedMs)
      if (run.isLeft || signal.aborted) continue
      if (this.tail.differs(run.at, chunk)) {
        this.fail(failure('media-changed'))
        run.isLeft = true
        continue
      }
      this.tail.add(run.at, chunk)
      const cut = Math.max(0, run.keepFrom - run.at)
      if (cut < chunk.length) await this.held.write(run.at + cut, chunk.subarray(cut), signal)
      run.at += chunk.length
    }
  }

  private isWhole(bytes: number): boolean {
    const { lengthMs } = this.parts
    return lengthMs !== null && bytes >= (lengthMs / 1000) * pcmBytesPerSecond
  }

  private isShort(bytes: number): boolean {
    const { lengthMs } = this.parts
    return lengthMs !== null && bytes < (lengthMs / 1000 - shortBySeconds) * pcmBytesPerSecond
  }

  private end(totalBytes: number): void {
    this.totalBytes = totalBytes
    this.held.notify()
  }

  private fail(value: Failure): void {
    this.failure = value
    this.held.notify()
  }
}
