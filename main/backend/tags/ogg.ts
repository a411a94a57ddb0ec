import { asText } from './container.ts'
import type { ByteReader } from './reader.ts'

/** Longest Ogg page: header, 255 lacing values, 255 × 255 bytes (RFC 3533 §6). */
const pageLimitBytes = 27 + 255 + 255 * 255

/**
 * Length of an Ogg Vorbis or Opus file in ms: the granule position of its last whole page, less Opus's pre-skip. Reads only
 * both ends, so it is quick for hours-long files. Null when either end makes no sense.
 */
export async function oggDurationMs(reader: ByteReader): Promise<number | null> {
  const clock = readClock(await reader.read(0, 128))
  if (clock === null) return null
  const tail = await reader.read(Math.max(0, reader.sizeBytes - 2 * pageLimitBytes), 2 * pageLimitBytes)
  const view = new DataView(tail.buffer, tail.byteOffset, tail.length)
  for (let at = tail.length - 27; at >= 0; at--) {
    if (tail[at] !== 0x4f || asText(tail, at, 4) !== 'OggS' || view.getUint32(at + 14, true) !== clock.serial) continue
    const granule = view.getBigInt64(at + 6, true)
    // −1: no packet ends on this page.
    if (granule < 0n) continue
    const frames = Number(granule) - clock.preSkip
    return frames > 0 ? (frames / clock.ratePerSecond) * 1000 : null
  }
  return null
}

/** What granule positions count: 48 kHz frames in Opus, frames at the file's own rate in Vorbis. */
function readClock(
  head: Uint8Array,
): { readonly serial: number; readonly ratePerSecond: number; readonly preSkip: number } | null {
  const body = 27 + (head[26] ?? 0)
  if (head.length < body + 20) return null
  const view = new DataView(head.buffer, head.byteOffset, head.length)
  const serial = view.getUint32(14, true)
  if (asText(head, body, 8) === 'OpusHead') {
    return { serial, ratePerSecond: 48_000, preSkip: view.getUint16(body + 10, true) }
  }
  if (asText(head, body, 7) !== '\u0001vorbis') return null
  const ratePerSecond = view.getUint32(body + 12, true)
  return ratePerSecond > 0 ? { serial, ratePerSecond, preSkip: 0 } : null
}
