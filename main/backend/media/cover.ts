import { open, realpath } from 'node:fs/promises'
import path from 'node:path'
import { coverHeadBytes, coverType } from '../covers/index.ts'
import type { MediaFile } from './source.ts'

/** A kept cover as a file to serve; null when it is not there or is not a picture any more. */
export async function coverFile(folder: string, hash: string): Promise<MediaFile | null> {
  try {
    const file = path.join(await realpath(folder), hash)
    const handle = await open(file, 'r')
    try {
      const { buffer, bytesRead } = await handle.read(new Uint8Array(coverHeadBytes), 0, coverHeadBytes, 0)
      const mimeType = coverType(buffer.subarray(0, bytesRead))
      return mimeType === null ? null : { path: file, name: hash, mimeType }
    } finally {
      await handle.close()
    }
  } catch {
    return null
  }
}
