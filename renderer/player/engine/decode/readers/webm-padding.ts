import type { ByteSource } from '../byte-source.ts'

const clusterId = 0x1f43b675
const blockGroupId = 0xa0
const discardPaddingId = 0x75a2
/** Bytes of the file's tail in which the last cluster is looked for. Mostly the first is enough, and somebody waits for sound. */
const tailSizes = [128 * 1024, 512 * 1024]

/**
 * Nanoseconds to drop from the end of a WebM or Matroska track, from DiscardPadding in the last block group (RFC 9559
 * §5.1.3.5.7); 0 when there is none. The demuxer does not tell it.
 */
export async function readDiscardPadding(source: ByteSource): Promise<number> {
  const size = source.end
  // Asked for at the end of the track, where its length is known; a stream that broke off tells nothing.
  if (!Number.isFinite(size)) return 0
  for (const bytes of tailSizes) {
    const padding = paddingIn(await source.scan(Math.max(0, size - bytes), size))
    if (padding !== null) return padding
  }
  return 0
}

/** What the last cluster in a tail says; null when none begins there. */
function paddingIn(tail: Uint8Array): number | null {
  for (let at = tail.length - 5; at >= 0; at -= 1) {
    if (tail[at] !== 0x1f || readUnsigned(tail, at, 4) !== clusterId) continue
    const body = readElement(tail, at)
    if (body === null) continue
    return lastPadding(tail, body.start, Math.min(body.end, tail.length))
  }
  return null
}

function lastPadding(bytes: Uint8Array, start: number, end: number): number {
  let padding = 0
  for (let at = start; at < end;) {
    const element = readElement(bytes, at)
    if (element === null) break
    if (element.id === blockGroupId) {
      padding = 0
      for (let inner = element.start; inner < element.end;) {
        const child = readElement(bytes, inner)
        if (child === null) break
        if (child.id === discardPaddingId) padding = readSigned(bytes, child.start, child.end - child.start)
        inner = child.end
      }
    }
    at = element.end
  }
  return padding
}

interface Element {
  readonly id: number
  readonly start: number
  readonly end: number
}

/** An EBML element head (RFC 8794 §4–6): id and length are numbers whose first byte tells their size. */
function readElement(bytes: Uint8Array, offset: number): Element | null {
  const idBytes = Math.clz32((bytes[offset] ?? 0) << 24) + 1
  if (idBytes > 4) return null
  const id = readUnsigned(bytes, offset, idBytes)
  const lengthAt = offset + idBytes
  const lengthBytes = Math.clz32((bytes[lengthAt] ?? 0) << 24) + 1
  if (lengthBytes > 8 || lengthAt + lengthBytes > bytes.length) return null
  const marked = readUnsigned(bytes, lengthAt, lengthBytes)
  const length = marked - 2 ** (7 * lengthBytes)
  const start = lengthAt + lengthBytes
  // All ones means: of unknown length, up to the end of what holds it.
  const unknown = length === 2 ** (7 * lengthBytes) - 1
  return { id, start, end: unknown ? bytes.length : start + length }
}

function readUnsigned(bytes: Uint8Array, offset: number, length: number): number {
  let value = 0
  for (let index = 0; index < length; index += 1) value = value * 256 + (bytes[offset + index] ?? 0)
  return value
}

function readSigned(bytes: Uint8Array, offset: number, length: number): number {
  const value = readUnsigned(bytes, offset, length)
  return ((bytes[offset] ?? 0) & 0x80) !== 0 ? value - 2 ** (8 * length) : value
}
