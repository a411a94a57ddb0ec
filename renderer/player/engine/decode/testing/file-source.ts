import { open } from 'node:fs/promises'
import type { ByteSource } from '../byte-source.ts'

/** Bytes of a file on disk, for tests that run readers without a page. */
export async function fileSource(path: string): Promise<ByteSource> {
  const file = await open(path)
  const { size } = await file.stat()
  async function read(start: number, end: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start))
    await file.read(bytes, 0, bytes.length, start)
    return bytes
  }
  return { ...stillSource(size, read), close: () => void file.close() }
}

/** Bytes in memory. */
export function bytesSource(bytes: Uint8Array, mediaType: string | null = null): ByteSource {
  const read = (start: number, end: number): Promise<Uint8Array> => Promise.resolve(bytes.subarray(start, end))
  return { ...stillSource(bytes.length, read), mediaType: () => Promise.resolve(mediaType) }
}

/** A source that neither grows nor changes. */
export function stillSource(size: number, read: ByteSource['read']): ByteSource {
  return {
    size: () => Promise.resolve(size),
    mediaType: () => Promise.resolve(null),
    end: size,
    isGrowing: false,
    read,
    scan: read,
    abandonWaiting: () => undefined,
    reopen: () => undefined,
    close: () => undefined,
  }
}
