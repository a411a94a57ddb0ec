import type { FileHandle } from 'node:fs/promises'

/** Random access to the bytes of an open file. */
export interface ByteReader {
  /** Length of the file in bytes. */
  readonly sizeBytes: number
  /** Up to `length` bytes from `position`; fewer at the end of the file. The answer must not be written to. */
  read(position: number, length: number): Promise<Uint8Array>
}

/** Tag parsers read a few bytes at a time: one block serves hundreds of such reads. */
const blockBytes = 64 * 1024
/** Head, tail and the place in between that is being walked. */
const keptBlocks = 4

/** Reads a file in blocks and keeps the last few. `onBytes` hears whenever the disk answered. */
export function createByteReader(handle: FileHandle, sizeBytes: number, onBytes?: () => void): ByteReader {
  const blocks = new Map<number, Uint8Array>()

  /** Reads until there is enough or the file ends: the system may answer with less than was asked. */
  async function readFully(position: number, length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(Math.max(0, length))
    let filled = 0
    while (filled < bytes.length) {
      const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, position + filled)
      onBytes?.()
      if (bytesRead === 0) return bytes.subarray(0, filled)
      filled += bytesRead
    }
    return bytes
  }

  async function block(index: number): Promise<Uint8Array> {
    const kept = blocks.get(index)
    if (kept !== undefined) return kept
    const bytes = await readFully(index * blockBytes, Math.min(blockBytes, sizeBytes - index * blockBytes))
    blocks.set(index, bytes)
    for (const oldest of blocks.keys()) {
      if (blocks.size <= keptBlocks) break
      blocks.delete(oldest)
    }
    return bytes
  }

  return {
    sizeBytes,
    async read(position, length) {
      const end = Math.min(sizeBytes, position + length)
      if (position < 0 || end <= position) return new Uint8Array()
      const first = Math.floor(position / blockBytes)
      const last = Math.floor((end - 1) / blockBytes)
      if (first === last) {
        return (await block(first)).subarray(position - first * blockBytes, end - first * blockBytes)
      }
      if (last - first > 1) return readFully(position, end - position)
      const one = (await block(first)).subarray(position - first * blockBytes)
      const two = (await block(last)).subarray(0, end - last * blockBytes)
      const joined = new Uint8Array(one.length + two.length)
      joined.set(one)
      joined.set(two, one.length)
      return joined
    },
  }
}

/** A reader that answers zeros behind the end, up to `sizeBytes`: for truncated files, read as long as they say they are. */
export function padded(reader: ByteReader, sizeBytes: number): ByteReader {
  return {
    sizeBytes,
    async read(position, length) {
      const wanted = Math.max(0, Math.min(length, sizeBytes - position))
      const bytes = await reader.read(position, wanted)
      if (bytes.length === wanted) return bytes
      const filled = new Uint8Array(wanted)
      filled.set(bytes)
      return filled
    },
  }
}
