import { asText } from './container.ts'
import type { ByteReader } from './reader.ts'

/** What the index of an MP4 file says about its sound. */
export type Mp4Sound =
  | { readonly kind: 'sound'; readonly entry: string; readonly declaredBytes: number }
  | { readonly kind: 'protected' }
  | { readonly kind: 'silent' }
  /** The index is missing or cut off: nothing in the file can be found. */
  | { readonly kind: 'noIndex' }

/** Sample entries of protected sound: FairPlay (`drms`, `drmi`) and Common Encryption (`enca`, ISO 14496-12 §8.12). */
const protectedEntries = new Set(['drms', 'drmi', 'enca'])

/** A box of an MP4 file: its body lies from `bodyStart` to before `end`. */
export interface Box {
  readonly type: string
  readonly bodyStart: number
  readonly end: number
}

/** Finds the first audio track of an MP4 file by walking its boxes; reads headers only, so hours-long files cost no more. */
export async function readMp4Sound(reader: ByteReader): Promise<Mp4Sound> {
  const top = await boxesIn(reader, 0, Infinity)
  const index = top.find((box) => box.type === 'moov')
  if (index === undefined || index.end > reader.sizeBytes) return { kind: 'noIndex' }
  const declaredBytes = Math.max(reader.sizeBytes, ...top.map((box) => box.end))
  for (const track of (await boxesIn(reader, index.bodyStart, index.end)).filter((box) => box.type === 'trak')) {
    const entry = await soundEntry(reader, track)
    if (entry === null) continue
    return protectedEntries.has(entry) ? { kind: 'protected' } : { kind: 'sound', entry, declaredBytes }
  }
  return { kind: 'silent' }
}

/** The type of the first sample entry of a track, null when the track is not sound. */
async function soundEntry(reader: ByteReader, track: Box): Promise<string | null> {
  const media = await child(reader, track, 'mdia')
  const handler = media && (await child(reader, media, 'hdlr'))
  if (!media || !handler || (await textAt(reader, handler.bodyStart + 8)) !== 'soun') return null
  const information = await child(reader, media, 'minf')
  const tables = information && (await child(reader, information, 'stbl'))
  const descriptions = tables && (await child(reader, tables, 'stsd'))
  return descriptions ? textAt(reader, descriptions.bodyStart + 12) : null
}

async function child(reader: ByteReader, parent: Box, type: string): Promise<Box | null> {
  const boxes = await boxesIn(reader, parent.bodyStart, parent.end)
  return boxes.find((box) => box.type === type) ?? null
}

/** More boxes side by side than any real file has at the levels walked here (fragmented files have some per second). */
const boxLimit = 100_000

/** Boxes side by side between two places of an MP4 file. */
export async function boxesIn(reader: ByteReader, start: number, end: number): Promise<Box[]> {
  const boxes: Box[] = []
  for (let at = start; at + 8 <= end && boxes.length < boxLimit;) {
    const header = await reader.read(at, 16)
    if (header.length < 8) break
    const view = new DataView(header.buffer, header.byteOffset, header.length)
    const small = view.getUint32(0)
    if (small === 1 && header.length < 16) break
    const headerBytes = small === 1 ? 16 : 8
    const size = small === 0 ? reader.sizeBytes - at : small === 1 ? Number(view.getBigUint64(8)) : small
    if (size < headerBytes || !Number.isSafeInteger(at + size)) break
    boxes.push({ type: asText(header, 4, 4), bodyStart: at + headerBytes, end: at + size })
    at += size
  }
  return boxes
}

async function textAt(reader: ByteReader, at: number): Promise<string> {
  return asText(await reader.read(at, 4), 0, 4)
}
