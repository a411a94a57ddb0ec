import { type Failure, failure, FailureError } from '../../../src/contract/index.ts'
import { type Outbound, OutboundError, type OutboundResponse } from '../outbound/index.ts'
import { blockBytes, type Held } from './buffer/index.ts'
import { pause } from './node-access.ts'
import type { Original } from './originals.ts'
import { newTag, type OnBytes, type Rung, type RungFacts } from './rung.ts'
import { headBytes, sniff } from './sniff.ts'
import { Tail } from './tail.ts'
import { totalOf } from './content-range.ts'

/** Blocks asked for at once, at most. */
const stretchBlocks = 8
/** What is brought ahead of the reader, in bytes. */
const aheadBytes = 16e6
/** A connection that comes within this of what is wanted is waited for, in bytes. */
const nearBytes = 4 * blockBytes
const connections = 2
/** Waits before a broken transfer goes on where it stopped, in ms; then it is hopeless. */
const waitsMs = [100, 400, 1500]
/** The same of what has sounded already: a network that was gone for some seconds is no reason for another encoding. */
const longWaitsMs = [...waitsMs, 3000, 5000, 5000]
const patience = { firstByteMs: 8000, idleMs: 8000 }
/** Answers that say that an address is no longer good. */
const expired = new Set([401, 403, 404, 410])
/** Answers that say to try again later. */
const busy = new Set([408, 429, 500, 502, 503, 504])

export interface DirectParts {
  readonly original: Original
  readonly held: Held
  readonly outbound: Outbound
  /** A fresh address for the same bytes. */
  readonly renew: (signal: AbortSignal) => Promise<string>
  readonly onBytes: OnBytes
}

/** One connection: brings bytes from `at` up to `until`. */
interface Task {
  at: number
  until: number
  readonly ending: AbortController
}

/** Why an answer is of no use. */
class Refused extends Error {
  readonly reason: Failure | 'expired' | 'again'
  readonly url: string

  constructor(reason: Failure | 'expired' | 'again', url: string) {
    super('The bytes were refused')
    this.reason = reason
    this.url = url
  }
}

/** A track's own bytes, fetched from where they lie by ranges; from a server without them, once from front to back. */
export class DirectRung implements Rung {
  readonly etag = newTag('direct')
  readonly held: Held
  totalBytes: number | null = null
  failure: Failure | null = null
  private known: RungFacts
  private url: string
  private hasRanges = true
  private renewing: Promise<void> | null = null
  /** Addresses asked for since bytes came last. */
  private renewals = 0
  /** Of a server without ranges: what came last, to tell whether it sends the same again. */
  private readonly tail = new Tail()
  private readonly tasks = new Set<Task>()
  private readonly closing = new AbortController()
  private readonly parts: DirectParts

  constructor(parts: DirectParts) {
    const { url, format, isLossless } = parts.original
    this.parts = parts
    this.held = parts.held
    this.url = url
    this.known = { kind: 'direct', mediaType: 'application/octet-stream', format, isLossless, sampleRateHz: null }
  }

  get facts(): RungFacts {
    return this.known
  }

  want(offset: number): void {
    if (this.failure !== null || this.closing.signal.aborted) return
    const isComing = (task: Task): boolean =>
      !task.ending.signal.aborted &&
      task.at <= offset &&
      offset < task.until &&
      (!this.hasRanges || offset - task.at <= nearBytes)
    if ([...this.tasks].some(isComing)) return
    this.begin(this.hasRanges ? this.held.heldTo(Math.floor(offset / blockBytes) * blockBytes) : 0)
  }

  ahead(offset: number): void {
    if (this.failure !== null || this.closing.signal.aborted || this.tasks.size > 0 || !this.hasRanges) return
    const reached = this.held.heldTo(offset)
    const isEnough = reached - offset >= aheadBytes / 2 || (this.totalBytes !== null && reached >= this.totalBytes)
    if (!isEnough) this.begin(reached)
  }

  /** Connections here may be left at any time. */
  rest(): void {
    for (const { ending } of this.tasks) ending.abort()
  }

  withdraw(): void {
    // What is under way is at most a stretch, and is of use when somebody comes back.
  }

  close(): void {
    this.failure ??= failure('media-changed')
    this.closing.abort()
    this.rest()
    this.held.drop()
  }

  private begin(at: number): void {
    const others = [...this.tasks].sort((one, other) => Math.abs(one.at - at) - Math.abs(other.at - at))
    for (const task of others.slice(connections - 1)) task.ending.abort()
    const task: Task = { at, until: this.stretchEnd(at), ending: new AbortController() }
    this.tasks.add(task)
    void this.bring(task).finally(() => {
      this.tasks.delete(task)
      // Whoever waits for what this connection did not bring any more asks again.
      this.held.notify()
    })
  }

  /**
   * Up to where one request goes: the first block alone, as it decides how soon the first sound comes, and then more and more, so
   * that what is not needed yet does not share the way with it.
   */
  private stretchEnd(at: number): number {
    const block = Math.floor(at / blockBytes)
    const end = (block + Math.min(stretchBlocks, Math.max(1, block))) * blockBytes
    return Math.min(end, this.totalBytes ?? Infinity)
  }

  private async bring(task: Task): Promise<void> {
    const signal = AbortSignal.any([this.closing.signal, task.ending.signal])
    for (let tries = 0; !signal.aborted;) {
      const before = task.at
      try {
        await this.request(task, signal)
        tries = 0
        if (!this.goesOn(task)) return
      } catch (error) {
        if (signal.aborted) return
        if (task.at > before) tries = 0
        const waitMs = (this.held.heldBytes > 0 ? longWaitsMs : waitsMs)[tries]
        // Who says nothing at all is not waited for again and again: there are other ways.
        const isMute = this.held.heldBytes === 0 && error instanceof OutboundError && error.reason === 'timed-out'
        const verdict = await this.judge(error, isMute || waitMs === undefined)
        if (signal.aborted) return
        if (verdict !== null) {
          this.fail(verdict)
          return
        }
        tries += 1
        if (!(error instanceof Refused && error.reason === 'expired')) await pause(waitMs ?? 0, signal)
      }
    }
  }

  /** Sets the next stretch, if the reader will need it soon. */
  private goesOn(task: Task): boolean {
    const at = this.held.heldTo(task.at)
    const isEnd = this.totalBytes !== null && at >= this.totalBytes
    // The first block is often all that is wanted: whoever reads on asks for more.
    if (isEnd || !this.hasRanges || at - this.held.position >= aheadBytes || this.held.position === 0) return false
    task.at = at
    task.until = this.stretchEnd(at)
    return true
  }

  /** What becomes of a broken transfer: null to go on, else why it is hopeless. */
  private async judge(error: unknown, isLastTry: boolean): Promise<Failure | null> {
    if (error instanceof OutboundError && error.reason === 'address-refused') return failure('node-address-refused')
    if (error instanceof FailureError) return error.failure
    if (error instanceof Refused && typeof error.reason !== 'string') return error.reason
    if (error instanceof Refused && error.reason === 'expired') {
      if (this.renewals > 0 && error.url === this.url) return failure('node-track-unplayable')
      try {
        await this.renew(error.url)
        return null
      } catch (cause) {
        return cause instanceof FailureError ? cause.failure : failure('internal')
      }
    }
    if (!isLastTry) return null
    return failure(error instanceof Refused ? 'node-track-unplayable' : 'media-interrupted')
  }

  private renew(oldUrl: string): Promise<void> {
    if (oldUrl !== this.url) return Promise.resolve()
    this.renewing ??= this.parts
      .renew(this.closing.signal)
      .then((url) => {
        this.url = url
        this.renewals += 1
        return undefined
      })
      .finally(() => {
        this.renewing = null
      })
    return this.renewing
  }

  private async request(task: Task, signal: AbortSignal): Promise<void> {
    const { url } = this
    const { outbound, original } = this.parts
    const last = task.until === Infinity ? '' : String(task.until - 1)
    const range = this.hasRanges ? { range: `bytes=${task.at}-${last}` } : {}
    const headers = { accept: '*/*', 'accept-encoding': 'identity', ...original.headers, ...range }
    const response = await outbound.request({ url, headers, signal, ...patience })
    try {
      this.accept(response, task, url)
      await this.read(response, task, signal)
    } finally {
      response.close()
    }
  }

  /** Takes the head of an answer for what it is; throws when it is of no use. */
  private accept(response: OutboundResponse, task: Task, url: string): void {
    const { status, headers } = response
    if (expired.has(status)) throw new Refused('expired', url)
    if (busy.has(status)) throw new Refused('again', url)
    const told = totalOf(headers['content-range'] ?? null)
    if (status === 416 && told !== null && task.at > 0 && task.at >= told) {
      this.learnTotal(told, url)
      return
    }
    const isPage = headers['content-type']?.startsWith('text/html') === true
    if ((status !== 200 && status !== 206) || isPage) throw new Refused('again', url)
    if (status === 206) {
      const first = Number(/^bytes (\d+)-/u.exec(headers['content-range'] ?? '')?.[1] ?? Number.NaN)
      if (first !== task.at) throw new Refused('again', url)
      if (told !== null) this.learnTotal(told, url)
      task.until = Math.min(task.until, this.totalBytes ?? Infinity)
      return
    }
    // Everything comes, from the beginning, whatever was asked for.
    this.hasRanges = false
    for (const other of this.tasks) if (other !== task) other.ending.abort()
    const length = headers['content-length']
    if (length !== undefined && /^\d+$/u.test(length)) this.learnTotal(Number(length), url)
    task.at = 0
    task.until = Infinity
  }

  /** The length is part of what the bytes are: another one is another file. */
  private learnTotal(total: number, url: string): void {
    if (total === 0) throw new Refused('again', url)
    if (this.totalBytes !== null && this.totalBytes !== total) throw new Refused(failure('media-changed'), url)
    this.totalBytes = total
  }

  private async read(response: OutboundResponse, task: Task, signal: AbortSignal): Promise<void> {
    if (response.status === 416) return
    const isWhole = response.status === 200
    let askedMs: number | null = null
    for await (const chunk of withWholeHead(response.chunks)) {
      this.parts.onBytes(chunk.length, askedMs === null ? null : performance.now() - askedMs)
      if (isWhole) {
        if (this.tail.differs(task.at, chunk)) throw new Refused(failure('media-changed'), this.url)
        this.tail.add(task.at, chunk)
      }
      if (task.at === 0) this.look(chunk)
      await this.held.write(task.at, chunk, signal)
      task.at += chunk.length
      this.renewals = 0
      askedMs = performance.now()
    }
    if (task.at === 0) throw new Refused('again', this.url)
    if (isWhole) {
      this.totalBytes ??= task.at
      this.held.notify()
    } else if (task.at < task.until) {
      throw new Refused('again', this.url)
    }
  }

  /** By its first bytes it is something that can be played, or it is nothing. */
  private look(head: Uint8Array): void {
    const found = sniff(head)
    if (found === null) throw new Refused(failure('node-track-unplayable'), this.url)
    this.known = { kind: 'direct', ...found }
  }

  private fail(value: Failure): void {
    this.failure = value
    this.rest()
    this.held.notify()
  }
}

/** The same bytes, the first piece long enough to tell what they are. */
async function* withWholeHead(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  let head: Uint8Array | null = new Uint8Array()
  for await (const chunk of chunks) {
    if (head === null) {
      yield chunk
      continue
    }
    head = head.length === 0 ? chunk : Buffer.concat([head, chunk])
    if (head.length < headBytes) continue
    yield head
    head = null
  }
  if (head !== null && head.length > 0) yield head
}
