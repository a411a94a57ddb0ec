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
  return { size: () => Promise.resolve(size), read, scan: read, close: () => void file.close() }
}
