import { failure, FailureError, readFailure } from '../../../../src/failure/index.ts'

/** Random access to the bytes of one file. */
export interface ByteSource {
  /** Length in bytes. */
  size(): Promise<number>
  /** Bytes from `start` up to (not including) `end`; shorter only at the end of the file. */
  read(start: number, end: number): Promise<Uint8Array>
  /** Like `read`, for a pass over a long stretch: nothing of it is kept. */
  scan(start: number, end: number): Promise<Uint8Array>
  /** Stops what is under way and lets go of the memory. */
  close(): void
}

/** Bytes fetched at once. The first block is small: it decides how soon the first sound comes. */
const firstBlockBytes = 64 * 1024
const blockBytes = 256 * 1024
/** Blocks kept: enough for demuxers that jump between the index and the samples. */
const keptBlocks = 24
/** Waits before a broken transfer is tried again, in ms. */
const retryDelaysMs = [100, 400, 1500]
/** A transfer that brings nothing for this long is broken, in ms. */
const stallLimitMs = 8000

type Fetch = (url: string, init: { headers: Record<string, string>; signal: AbortSignal }) => Promise<Response>

/**
 * Bytes of a URL through range requests, in blocks, with one block read ahead. Transfers that break are tried again; an
 * answer that says the file is gone or refused is final.
 */
export function createByteSource(url: string, fetchBytes: Fetch = (address, init) => fetch(address, init)): ByteSource {
  const closing = new AbortController()
  const blocks = new Map<number, Promise<Uint8Array>>()
  let knownSize: number | null = null
  /** Block of the last read. Whoever goes on from there gets the next one ahead; whoever jumps about, searching, does not. */
  let lastRead = -1

  /** Blocks lie on a fixed grid: the small first one, then equal ones. */
  const blockIndex = (offset: number): number =>
    offset < firstBlockBytes ? 0 : 1 + Math.floor((offset - firstBlockBytes) / blockBytes)
  const blockStart = (index: number): number => (index === 0 ? 0 : firstBlockBytes + (index - 1) * blockBytes)

  async function attempt(start: number, end: number): Promise<Uint8Array> {
    const limit = AbortSignal.timeout(stallLimitMs)
    const response = await fetchBytes(url, {
      headers: { range: `bytes=${start}-${end - 1}` },
      signal: AbortSignal.any([closing.signal, limit]),
    })
    if (response.status === 416) {
      knownSize ??= sizeFromRange(response.headers.get('content-range'))
      return new Uint8Array()
    }
    if (!response.ok) {
      const told = readFailure(await response.json().catch(() => null))
      throw new FailureError(told ?? failure(response.status === 404 ? 'file-missing' : 'media-interrupted'))
    }
    if (response.status === 200) {
      // A server without ranges: everything comes, the part asked for is cut out.
      const all = new Uint8Array(await response.arrayBuffer())
      knownSize = all.length
      return all.subarray(start, end)
    }
    knownSize ??= sizeFromRange(response.headers.get('content-range'))
    return new Uint8Array(await response.arrayBuffer())
  }

  async function persist(start: number, end: number): Promise<Uint8Array> {
    for (let tries = 0; ; tries += 1) {
      try {
        return await attempt(start, end)
      } catch (error) {
        if (closing.signal.aborted) throw new FailureError(failure('cancelled'), { cause: error })
        if (error instanceof FailureError && error.failure.code !== 'media-interrupted') throw error
        const delayMs = retryDelaysMs[tries]
        if (delayMs === undefined) throw new FailureError(failure('media-interrupted'), { cause: error })
        await new Promise((resolve) => setTimeout(resolve, delayMs))
      }
    }
  }

  function block(index: number): Promise<Uint8Array> {
    const held = blocks.get(index)
    if (held !== undefined) {
      // Last used is last in the map: the first key is the one to let go.
      blocks.delete(index)
      blocks.set(index, held)
      return held
    }
    const wanted = persist(blockStart(index), blockStart(index + 1))
    blocks.set(index, wanted)
    wanted.catch(() => blocks.delete(index))
    for (const oldest of blocks.keys()) {
      if (blocks.size <= keptBlocks) break
      blocks.delete(oldest)
    }
    return wanted
  }

  function readAhead(index: number): void {
    if (closing.signal.aborted || blocks.has(index)) return
    if (knownSize === null || blockStart(index) >= knownSize) return
    // Its failure is told to whoever reads the block, not here.
    block(index).catch(() => undefined)
  }

  return {
    async size() {
      if (knownSize === null) await block(0)
      return knownSize ?? 0
    },
    async read(start, end) {
      const first = blockIndex(start)
      const last = blockIndex(Math.max(start, end - 1))
      const parts = await Promise.all(Array.from({ length: last - first + 1 }, (_, index) => block(first + index)))
      const goesOn = first === lastRead || first === lastRead + 1
      lastRead = last
      if (goesOn) readAhead(last + 1)
      if (parts.length === 1) {
        const from = start - blockStart(first)
        return parts[0]?.subarray(from, from + end - start) ?? new Uint8Array()
      }
      const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
      let at = 0
      for (const part of parts) {
        whole.set(part, at)
        at += part.length
      }
      const from = start - blockStart(first)
      return whole.subarray(from, from + end - start)
    },
    scan: (start, end) => persist(start, end),
    close() {
      closing.abort()
      blocks.clear()
    },
  }
}

/** Total length out of `Content-Range: bytes 0-99/1234`; null when it says none. */
function sizeFromRange(header: string | null): number | null {
  const total = header?.split('/')[1]
  return total !== undefined && /^\d+$/.test(total) ? Number(total) : null
}
