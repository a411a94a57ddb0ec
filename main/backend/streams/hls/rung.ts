import { type Failure, failure, FailureError } from '../../../../src/contract/index.ts'
import type { Outbound } from '../../outbound/index.ts'
import type { Held } from '../buffer/index.ts'
import type { Original } from '../originals.ts'
import { newTag, type OnBytes, type Rung, type RungFacts } from '../rung.ts'
import { sniff } from '../sniff.ts'
import { Expired, type Fetching, fetchWhole } from './fetch.ts'
import { pickVariant, readPlaylist, type Segment } from './playlist.ts'
import { decrypted, withoutStamp } from './segment.ts'

const playlistBytes = 4e6
const segmentBytes = 64e6
const keyBytes = 64
/** What is brought ahead of the reader, in bytes. */
const aheadBytes = 16e6

export interface HlsParts {
  readonly original: Original
  readonly held: Held
  readonly outbound: Outbound
  /** A fresh address of the same recording. */
  readonly renew: (signal: AbortSignal) => Promise<string>
  readonly onBytes: OnBytes
  /** Bits per second that the line carries. */
  readonly allowedBitRate: () => number
  /** The smallest form is wanted. */
  readonly wantsLeast: boolean
}

/** A recording in segments, put together in their order: the head of fragmented MP4 once, then one segment after the other. */
export class HlsRung implements Rung {
  readonly etag = newTag('hls')
  readonly held: Held
  totalBytes: number | null = null
  failure: Failure | null = null
  facts: RungFacts
  private url: string
  private segments: readonly Segment[] = []
  /** Where the list of segments came from. */
  private listUrl: string
  /** Where each piece begins that has come so far, in bytes; one more than there are pieces. */
  private readonly starts = [0]
  private readonly keys = new Map<string, Uint8Array>()
  private running: AbortController | null = null
  private at = 0
  private wanted = 0
  private isClosed = false
  private readonly fetching: Fetching
  private readonly parts: HlsParts

  constructor(parts: HlsParts) {
    const { original, outbound, onBytes } = parts
    this.parts = parts
    this.held = parts.held
    this.url = original.url
    this.listUrl = original.url
    this.fetching = { outbound, headers: original.headers, onBytes }
    const { format, isLossless } = original
    this.facts = { kind: 'hls', mediaType: 'application/octet-stream', format, isLossless, sampleRateHz: null }
  }

  want(offset: number): void {
    this.wanted = Math.max(this.wanted, offset)
    if (this.failure !== null || this.isClosed) return
    if (this.running !== null && offset >= this.at) return
    // What was let go is had again from the piece that holds it.
    this.running?.abort()
    const piece = Math.max(
      0,
      this.starts.findLastIndex((start) => start <= offset),
    )
    this.begin(Math.min(piece, Math.max(0, this.starts.length - 1)), offset)
  }

  ahead(offset: number): void {
    this.wanted = Math.max(this.wanted, offset)
    const reached = this.held.heldTo(offset)
    const isEnough = reached - offset >= aheadBytes / 2 || (this.totalBytes !== null && reached >= this.totalBytes)
    if (this.running === null && !isEnough) this.want(reached)
  }

  withdraw(): void {
    // What is under way is at most a segment, and is of use when somebody comes back.
  }

  rest(): void {
    this.running?.abort()
  }

  close(): void {
    this.isClosed = true
    this.failure ??= failure('media-changed')
    this.running?.abort()
    this.held.drop()
  }

  private begin(piece: number, offset: number): void {
    const running = new AbortController()
    this.running = running
    this.wanted = offset
    this.at = this.starts[piece] ?? 0
    this.bring(piece, running.signal)
      .catch((error: unknown) => {
        if (running.signal.aborted || this.isClosed) return
        this.failure = error instanceof FailureError ? error.failure : failure('node-track-unplayable')
      })
      .finally(() => {
        if (this.running === running) this.running = null
        this.held.notify()
      })
  }

  /** Piece after piece from one on, as far as the reader will soon need. */
  private async bring(first: number, signal: AbortSignal): Promise<void> {
    if (this.segments.length === 0) this.segments = await this.load(signal)
    for (let piece = first; piece < this.segments.length; piece += 1) {
      const start = this.starts[piece] ?? 0
      const bytes = await this.piece(piece, signal)
      if (piece === 0) this.look(bytes)
      this.starts[piece + 1] ??= start + bytes.length
      if (this.starts[piece + 1] !== start + bytes.length) throw new FailureError(failure('media-changed'))
      await this.held.write(start, bytes, signal)
      if (signal.aborted) return
      this.at = start + bytes.length
      if (piece + 1 === this.segments.length) this.totalBytes = this.at
      const isEnough = this.at > this.wanted && this.at - this.held.position >= aheadBytes
      if (isEnough) return
    }
  }

  /** A segment, with the head that has to come before it. An address that is no longer good is asked for anew, once. */
  private async piece(index: number, signal: AbortSignal): Promise<Uint8Array> {
    try {
      return await this.pieceNow(index, signal)
    } catch (error) {
      if (!(error instanceof Expired)) throw error
    }
    this.url = await this.parts.renew(signal)
    const renewed = await this.load(signal)
    if (renewed.length !== this.segments.length) throw new FailureError(failure('media-changed'))
    this.segments = renewed
    return this.pieceNow(index, signal)
  }

  private async pieceNow(index: number, signal: AbortSignal): Promise<Uint8Array> {
    const segment = this.segments[index]
    if (segment === undefined) return new Uint8Array()
    const { map } = segment
    const isNewMap = map !== null && (index === 0 || !isSameMap(map, this.segments[index - 1]?.map ?? null))
    const options = { limitBytes: segmentBytes, signal, from: this.listUrl }
    const { bytes: body } = await fetchWhole(this.fetching, segment.url, { ...options, range: segment.range })
    const open = segment.key === null ? body : decrypted(body, await this.key(segment.key.url, signal), segment.key.iv)
    const plain = withoutStamp(open)
    if (!isNewMap) return plain
    const head = await fetchWhole(this.fetching, map.url, { ...options, range: map.range })
    return Buffer.concat([head.bytes, plain])
  }

  private async key(url: string, signal: AbortSignal): Promise<Uint8Array> {
    const known = this.keys.get(url)
    if (known !== undefined) return known
    const options = { range: null, limitBytes: keyBytes, signal, from: this.listUrl }
    const { bytes } = await fetchWhole(this.fetching, url, options)
    this.keys.set(url, bytes)
    return bytes
  }

  private async load(signal: AbortSignal): Promise<readonly Segment[]> {
    let { url } = this
    let from: { from?: string } = {}
    // A list of forms leads to the list of segments; nothing leads further.
    for (let depth = 0; depth < 2; depth += 1) {
      const list = await fetchWhole(this.fetching, url, { range: null, limitBytes: playlistBytes, signal, ...from })
      const playlist = readPlaylist(Buffer.from(list.bytes).toString('utf8'), list.url)
      if (playlist.kind === 'segments') {
        this.listUrl = list.url
        return playlist.segments
      }
      const { allowedBitRate, wantsLeast } = this.parts
      const variant = playlist.kind === 'variants' ? pickVariant(playlist.variants, allowedBitRate(), wantsLeast) : null
      if (variant === null) break
      url = variant.url
      from = { from: list.url }
    }
    throw new FailureError(failure('node-track-unplayable'))
  }

  private look(head: Uint8Array): void {
    const found = sniff(head)
    if (found === null) throw new FailureError(failure('node-track-unplayable'))
    this.facts = { kind: 'hls', ...found }
  }
}

/** Heads may lie in one file: which part of it counts as well. */
function isSameMap(one: NonNullable<Segment['map']>, other: Segment['map']): boolean {
  return one.url === other?.url && one.range?.start === other.range?.start && one.range?.length === other.range?.length
}
