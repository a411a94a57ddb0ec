import { BytePart } from './byte-part.ts'
import { ByteTransfer, type Fetch } from './byte-transfer.ts'

/** Random access to the bytes of one file, or of a stream that is still coming. */
export interface ByteSource {
  /** Length in bytes; null where nobody knows it yet. Waits for the first answer alone, never for the end of a stream. */
  size(): Promise<number | null>
  /** Media type with its parameters, as whoever serves the bytes says; null where nobody does. */
  mediaType(): Promise<string | null>
  /** The byte behind the last one as far as it is known now; infinite where it is not. */
  readonly end: number
  /** Whether the bytes are still on their way: a place far ahead can be waited for, but should not be asked for in vain. */
  readonly isGrowing: boolean
  /** Bytes from `start` up to (not including) `end`, waited for if need be; fewer only at the end of the file. */
  read(start: number, end: number): Promise<Uint8Array>
  /** Like `read`, for a pass over a long stretch: nothing of it is kept. */
  scan(start: number, end: number): Promise<Uint8Array>
  /** Ends reads that wait for bytes on their way: nobody wants them any more. */
  abandonWaiting(): void
  /** Lets go of everything that is known. What is read from now on may be another encoding of the same recording. */
  reopen(): void
  /** Stops what is under way and lets go of the memory. */
  close(): void
}

/** Bytes fetched at once. The first block is small: it decides how soon the first sound comes. */
const firstBlockBytes = 64 * 1024
const blockBytes = 256 * 1024
/** Blocks kept: enough for demuxers that jump between the index and the samples. */
const keptBlocks = 24

/** Blocks lie on a fixed grid: the small first one, then equal ones. */
function blockIndex(offset: number): number {
  return offset < firstBlockBytes ? 0 : 1 + Math.floor((offset - firstBlockBytes) / blockBytes)
}

function blockStart(index: number): number {
  return index === 0 ? 0 : firstBlockBytes + (index - 1) * blockBytes
}

/** Bytes of a URL through range requests, in blocks, with one block read ahead. */
export function createByteSource(url: string, fetchBytes: Fetch = (address, init) => fetch(address, init)): ByteSource {
  let blocks = new Blocks(new ByteTransfer(url, fetchBytes))
  return {
    async size() {
      await blocks.answered()
      return blocks.transfer.size
    },
    async mediaType() {
      await blocks.answered()
      return blocks.transfer.mediaType
    },
    get end() {
      return blocks.transfer.size ?? Number.POSITIVE_INFINITY
    },
    get isGrowing() {
      return blocks.transfer.isGrowing
    },
    read: (start, end) => blocks.read(start, end),
    async scan(start, end) {
      const part = new BytePart(start, Math.min(end, blocks.transfer.size ?? end))
      void blocks.transfer.bring(part)
      return await part.upTo(end)
    },
    abandonWaiting: () => blocks.transfer.abandonWaiting(),
    reopen() {
      blocks.transfer.close()
      blocks = new Blocks(new ByteTransfer(url, fetchBytes))
    },
    close: () => blocks.close(),
  }
}

/** The blocks of one encoding that are kept. */
class Blocks {
  readonly transfer: ByteTransfer
  private readonly held = new Map<number, BytePart>()
  /** Block of the last read. Whoever goes on from there gets the next one ahead; whoever jumps about, searching, does not. */
  private lastRead = -1
  private isClosed = false

  constructor(transfer: ByteTransfer) {
    this.transfer = transfer
  }

  async answered(): Promise<void> {
    // Whatever is in the way of the first bytes is told here.
    if (!this.transfer.isAnswered) await Promise.race([this.transfer.answered, this.block(0, 1).upTo(1)])
  }

  async read(start: number, end: number): Promise<Uint8Array> {
    const first = blockIndex(start)
    const last = blockIndex(Math.max(start, end - 1))
    const wanted = Array.from({ length: last - first + 1 }, (_, index) => this.block(first + index, end))
    const goesOn = first === this.lastRead || first === this.lastRead + 1
    this.lastRead = last
    if (goesOn) void wanted.at(-1)?.done.then(() => this.readAhead(last))
    const parts = await Promise.all(wanted.map((part) => part.upTo(Math.min(end, part.end))))
    const from = start - blockStart(first)
    const [only] = parts
    if (parts.length === 1 && only !== undefined) return only.subarray(from)
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
    let at = 0
    for (const part of parts) {
      whole.set(part, at)
      at += part.length
    }
    return whole.subarray(from)
  }

  close(): void {
    this.isClosed = true
    this.transfer.close()
    this.held.clear()
  }

  /** A block that has, or will have, its bytes up to `end`. */
  private block(index: number, end: number): BytePart {
    const known = this.held.get(index)
    this.held.delete(index)
    // What failed is asked for anew, unless what came before is all that is wanted.
    const isOfUse = known !== undefined && (!known.hasFailed || Math.min(end, known.end) <= known.reached)
    const part = isOfUse ? known : new BytePart(blockStart(index), blockStart(index + 1))
    // Last used is last in the map: the first key is the one to let go.
    this.held.set(index, part)
    if (part !== known) void this.transfer.bring(part)
    for (const oldest of this.held.keys()) {
      if (this.held.size <= keptBlocks) break
      this.held.delete(oldest)
    }
    return part
  }

  private readAhead(from: number): void {
    if (this.isClosed || this.lastRead !== from || this.held.has(from + 1)) return
    const { size, isGrowing } = this.transfer
    // Of a stream that grows, the next block is asked for when it is needed: until then it may have come.
    if (isGrowing || size === null || blockStart(from + 1) >= size) return
    this.block(from + 1, blockStart(from + 2))
  }
}
