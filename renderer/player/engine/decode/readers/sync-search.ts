import type { ByteSource } from '../byte-source.ts'

/** A place from which a stream can be read on: the frame that is known there and the byte where it stands. */
export interface SyncPoint {
  readonly frame: number
  readonly offset: number
}

/** What a search goes through. */
export interface SyncStream {
  readonly source: ByteSource
  /** Its beginning: nothing lies before it. */
  readonly first: SyncPoint
  /** The byte behind its end. */
  readonly endOffset: number
  /** The frame behind its end; null when unknown. */
  readonly endFrame: number | null
  /** The points whose heads lie wholly in these bytes, in order; offsets count from the first of them. */
  find(bytes: Uint8Array): readonly SyncPoint[]
}

/** Bytes looked at in one step: wide enough that a guess is seldom off by more, and what it brings is played next. */
const windowBytes = 96 * 1024
/** Share of the window before the guess. */
const leadShare = 0.4
/** Bytes of one window that the next one sees again: more than the head of an Ogg page or a FLAC frame. */
const overlapBytes = 64
/** Steps of a search; interpolation needs one to three, every sixth halves the range whatever the others did. */
const stepLimit = 90
/** Places looked at ahead of any seek, this many bytes apart at least, and how many at most. */
const sampleBytes = 512 * 1024
const sampleLimit = 48

/**
 * Finds places in a stream without an index by interpolation between what is known of it (after FLAC's and Ogg's own seeking,
 * but whole windows instead of single heads), and remembers every point it came by: the longer it is used, the better it
 * guesses.
 */
export class SyncSearch {
  private readonly stream: SyncStream
  /** Known points, in order. */
  private readonly known: SyncPoint[]

  constructor(stream: SyncStream, known: readonly SyncPoint[] = []) {
    this.stream = stream
    this.known = [stream.first]
    // A file cut short may lack what its index tells of.
    for (const point of known) if (point.offset < stream.endOffset) this.learn(point)
  }

  /** The last point at or before `frame`, or the first one of all. */
  async locate(frame: number): Promise<SyncPoint> {
    if (frame <= this.stream.first.frame) return this.stream.first
    let { low, high } = this.around(frame)
    for (let step = 0; step < stepLimit; step += 1) {
      const limit = high?.offset ?? this.stream.endOffset
      const isRest = limit - low.offset <= windowBytes
      const guess = step % 6 === 5 ? (low.offset + limit) / 2 : this.guess(frame, low, high)
      const aim = Math.floor(guess - windowBytes * leadShare)
      const from = isRest ? low.offset : Math.min(Math.max(aim, low.offset), limit - windowBytes)
      const { points, end } = await this.pointsFrom(from, limit)
      const before = points.findLast((point) => point.frame <= frame)
      const after = points.find((point) => point.frame > frame)
      if (before !== undefined && (after !== undefined || end >= limit)) return before
      if (from <= low.offset && (after !== undefined || end >= limit)) return low
      // What begins with no point at or before the frame has the place looked for in front of it.
      if (before === undefined) high = { frame: after?.frame ?? high?.frame ?? Number.POSITIVE_INFINITY, offset: from }
      else low = before
    }
    return low
  }

  /** Looks at places all over the stream, the coarse picture first, until `stopped` says so. */
  async prepare(stopped: () => boolean): Promise<void> {
    const { first, endOffset } = this.stream
    const span = endOffset - first.offset
    const last = Math.max(first.offset, endOffset - windowBytes)
    if (!stopped()) await this.pointsFrom(last, endOffset, (start, end) => this.stream.source.scan(start, end))
    const samples = Math.min(sampleLimit, Math.floor(span / sampleBytes))
    for (let parts = 2; parts / 2 < samples; parts *= 2) {
      for (let part = 1; part < parts; part += 2) {
        if (stopped()) return
        const from = first.offset + Math.floor((span * part) / parts)
        await this.pointsFrom(from, endOffset, (start, end) => this.stream.source.scan(start, end), windowBytes / 3)
      }
    }
  }

  /** Points from `from` on, in as many windows as it takes to find one before `limit`. */
  private async pointsFrom(
    from: number,
    limit: number,
    read: ByteSource['read'] = (start, end) => this.stream.source.read(start, end),
    bytes = windowBytes,
  ): Promise<{ points: readonly SyncPoint[]; end: number }> {
    for (let at = from; ; at += bytes - overlapBytes) {
      const end = Math.min(at + bytes, this.stream.endOffset)
      const window = await read(at, end)
      const points = this.stream.find(window).map(({ frame, offset }) => ({ frame, offset: at + offset }))
      for (const point of [points.at(0), points.at(-1)]) if (point !== undefined) this.learn(point)
      if (points.length > 0 || end >= Math.min(limit, this.stream.endOffset)) return { points, end }
    }
  }

  /** Where `frame` stands if the stream is even between the points, or as even as it was so far. */
  private guess(frame: number, low: SyncPoint, high: SyncPoint | null): number {
    const { endFrame, endOffset, first } = this.stream
    const end = high ?? (endFrame === null ? null : { frame: endFrame, offset: endOffset })
    if (end !== null && Number.isFinite(end.frame)) {
      return low.offset + ((frame - low.frame) / (end.frame - low.frame)) * (end.offset - low.offset)
    }
    if (low.frame <= first.frame) return low.offset
    return low.offset + ((frame - low.frame) / (low.frame - first.frame)) * (low.offset - first.offset)
  }

  private around(frame: number): { low: SyncPoint; high: SyncPoint | null } {
    const index = this.known.findLastIndex((point) => point.frame <= frame)
    return { low: this.known[index] ?? this.stream.first, high: this.known[index + 1] ?? null }
  }

  /** Keeps the points in order; one that contradicts the others is no point. */
  private learn(point: SyncPoint): void {
    const index = this.known.findLastIndex((each) => each.frame <= point.frame)
    const before = this.known[index]
    const after = this.known[index + 1]
    if (before === undefined || before.offset >= point.offset || before.frame === point.frame) return
    if (after !== undefined && after.offset <= point.offset) return
    this.known.splice(index + 1, 0, point)
  }
}
