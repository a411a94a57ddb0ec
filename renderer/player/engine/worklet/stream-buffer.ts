/** One run of decoded stereo samples. */
interface Chunk {
  readonly start: number
  readonly end: number
  readonly left: Float32Array
  readonly right: Float32Array
}

/**
 * The sliding window of decoded audio of one track: contiguous chunks, oldest first, addressed by track frame. Old chunks
 * leave when `dropBefore` says so; `reset` empties it for a seek out of the window.
 */
export class StreamBuffer {
  readonly streamId: number
  generation: number
  gain: number
  /** Exact length in frames once the decoder reached the end. */
  totalFrames: number | null = null
  /** True when the stream ends before its time because it is damaged or its source went away. */
  broken = false
  private chunks: Chunk[] = []
  private emptyAt: number

  constructor(streamId: number, generation: number, startFrame: number, gain: number) {
    this.streamId = streamId
    this.generation = generation
    this.emptyAt = startFrame
    this.gain = gain
  }

  /** First frame held. */
  get from(): number {
    return this.chunks[0]?.start ?? this.emptyAt
  }

  /** Frame after the last one held. */
  get to(): number {
    return this.chunks.at(-1)?.end ?? this.emptyAt
  }

  /** True when everything up to the end of the track is here or was. */
  get complete(): boolean {
    return this.totalFrames !== null && this.to >= this.totalFrames
  }

  /** Adds samples behind those held. What is held already is skipped; a chunk that leaves a hole is refused. */
  append(start: number, left: Float32Array, right: Float32Array): boolean {
    const known = this.to - start
    const end = start + left.length
    if (known < 0 || known >= left.length) return false
    if (known === 0) this.chunks.push({ start, end, left, right })
    else this.chunks.push({ start: this.to, end, left: left.subarray(known), right: right.subarray(known) })
    return true
  }

  /** Replaces samples that are held; what is not held is left alone. */
  overwrite(start: number, left: Float32Array, right: Float32Array): void {
    for (let index = this.firstChunkAfter(start); index < this.chunks.length; index += 1) {
      const chunk = this.chunks[index]
      if (chunk === undefined || chunk.start >= start + left.length) break
      const from = Math.max(start, chunk.start)
      const to = Math.min(start + left.length, chunk.end)
      chunk.left.set(left.subarray(from - start, to - start), from - chunk.start)
      chunk.right.set(right.subarray(from - start, to - start), from - chunk.start)
    }
  }

  /** Empties the window; the next chunk is expected at `frame`. */
  reset(frame: number, generation: number): void {
    this.chunks = []
    this.emptyAt = frame
    this.generation = generation
    this.totalFrames = null
    this.broken = false
  }

  /** Lets go of chunks that lie wholly before `frame`. */
  dropBefore(frame: number): void {
    let count = 0
    for (const chunk of this.chunks) {
      if (chunk.end > frame) break
      count += 1
    }
    if (count === 0) return
    this.emptyAt = this.chunks[count - 1]?.end ?? this.emptyAt
    this.chunks.splice(0, count)
  }

  /**
   * Copies `count` frames from track frame `start` to the buffers at `offset`; what is not held is left untouched. Answers
   * how many frames were copied.
   */
  copy(start: number, count: number, left: Float32Array, right: Float32Array, offset: number): number {
    const end = start + count
    let copied = 0
    for (let index = this.firstChunkAfter(start); index < this.chunks.length; index += 1) {
      const chunk = this.chunks[index]
      if (chunk === undefined || chunk.start >= end) break
      const from = Math.max(start, chunk.start)
      const to = Math.min(end, chunk.end)
      const source = from - chunk.start
      const target = offset + from - start
      const length = to - from
      // A loop beats subarray().set() for a render quantum: no garbage on the audio thread.
      for (let frame = 0; frame < length; frame += 1) {
        left[target + frame] = chunk.left[source + frame] ?? 0
        right[target + frame] = chunk.right[source + frame] ?? 0
      }
      copied += length
    }
    return copied
  }

  /** A copy of up to `count` frames from `start` on, as a stream of its own. */
  excerpt(start: number, count: number): StreamBuffer {
    const length = Math.max(0, Math.min(count, this.to - start))
    const left = new Float32Array(length)
    const right = new Float32Array(length)
    this.copy(start, length, left, right, 0)
    const excerpt = new StreamBuffer(this.streamId, this.generation, start, this.gain)
    excerpt.append(start, left, right)
    return excerpt
  }

  private firstChunkAfter(frame: number): number {
    let low = 0
    let high = this.chunks.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.chunks[middle]?.end ?? 0) <= frame) low = middle + 1
      else high = middle
    }
    return low
  }
}
