import { createHash } from 'node:crypto'
import { audioRegion } from './region.ts'
import { asText, type Container } from './container.ts'
import type { ByteReader } from './reader.ts'

/** Read from each of three places: 16 kB in all, which no two recordings share. */
const windowBytes = 5461
/** An Ogg page's header before its table; sequence number and checksum lie in it. */
const oggHeaderBytes = 27

/**
 * Recognises a recording wherever its file goes and whatever is done to its tags: a hash of the length of its audio and of
 * three pieces of it. 128 bits in base64url.
 */
export async function fingerprintOf(reader: ByteReader, container: Container): Promise<string> {
  const { start, end } = await audioRegion(reader, container)
  const length = Math.max(0, end - start)
  const hash = createHash('sha256').update(`${container}\0${length}\0`)
  const last = Math.max(start, end - windowBytes)
  for (const at of [start, Math.max(start, Math.floor((start + last) / 2)), last]) {
    const piece = await reader.read(at, Math.min(windowBytes, end - at))
    hash.update(container === 'ogg' ? withoutNumbers(piece) : piece)
  }
  return hash.digest().subarray(0, 16).toString('base64url')
}

/**
 * New tags may take more pages, so that all later pages of an Ogg file are numbered anew, which changes their checksums too
 * (RFC 3533 §6). Both are left out; so is the beginning, which may cut through a header.
 */
function withoutNumbers(piece: Uint8Array): Uint8Array {
  const bytes = piece.slice(oggHeaderBytes)
  for (let at = bytes.indexOf(0x4f); at >= 0; at = bytes.indexOf(0x4f, at + 1)) {
    if (asText(bytes, at, 4) === 'OggS') bytes.fill(0, at + 18, at + 26)
  }
  return bytes
}
