import { open, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { type CoverSize, coverSizes } from '../../../src/contract/index.ts'
import { type Thumbnails, coverHeadBytes, coverType, pixelLimit, pixelsOf } from '../covers/index.ts'
import type { MediaFile } from './source.ts'

/** A kept cover as a file to serve; null when it is not there, not a picture any more, or too large for any page. */
export async function coverFile(folder: string, hash: string): Promise<MediaFile | null> {
  try {
    const file = path.join(await realpath(folder), hash)
    const handle = await open(file, 'r')
    try {
      const read = async (offset: number, length: number): Promise<Uint8Array> => {
        const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, offset)
        return buffer.subarray(0, bytesRead)
      }
      const mimeType = coverType(await read(0, coverHeadBytes))
      if (mimeType === null || ((await pixelsOf(read)) ?? 0) > pixelLimit) return null
      return { path: file, name: hash, mimeType }
    } finally {
      await handle.close()
    }
  } catch {
    return null
  }
}

/** A damaged picture up to this size, in bytes, is left to the page: its decoder may make something of it. */
const smallBytes = 500_000

/** What to serve for a cover in a size. `isLasting`: the same for ever. */
export interface CoverAnswer {
  readonly file: MediaFile
  readonly isLasting: boolean
}

/** The cover as it is, or a small picture of it where a size is asked for; null when there is nothing fit to be shown. */
export async function coverAnswer(
  cover: { readonly hash: string; readonly size: CoverSize | null; readonly signal: AbortSignal },
  { coverFolder, thumbnails }: { readonly coverFolder: string; readonly thumbnails: Thumbnails | null },
): Promise<CoverAnswer | null> {
  const { hash, size, signal } = cover
  const original = await coverFile(coverFolder, hash)
  if (original === null) return null
  if (size === null) return { file: original, isLasting: true }
  const small = (await thumbnails?.get(hash, size, signal)) ?? { kind: 'unavailable' }
  if (small.kind === 'file') {
    const file = { path: await realpath(small.path), name: hash, mimeType: 'image/webp' }
    return { file, isLasting: true }
  }
  if (small.kind === 'cancelled') return null
  const isFit = small.kind === 'unavailable' || (await stat(original.path)).size <= smallBytes
  return isFit ? { file: original, isLasting: false } : null
}

/** The size that an address asks for; null for the cover as it is. */
export function coverSizeOf(query: URLSearchParams): CoverSize | null {
  const asked = Number(query.get('size'))
  return coverSizes.find((size) => size === asked) ?? null
}
