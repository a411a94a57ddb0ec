import { asText } from './container.ts'
import type { ByteReader } from './reader.ts'

/** A picture in a file's tags, with what it shows. */
export interface TagPicture {
  readonly isFront: boolean
  readonly data: Uint8Array
}

/** Longest packet of comments that is taken in: a picture of 20 MB in base64, and words. */
const packetLimitBytes = 32 * 1024 * 1024
/** Of a page, up to its table of segments (RFC 3533 §6). */
const pageHeaderBytes = 27
/** The type that FLAC and ID3 give a front cover (RFC 9639 §8.8). */
const frontCover = 3
const pictureKey = 'METADATA_BLOCK_PICTURE='

/**
 * Pictures in the comments of a Vorbis or Opus file; null for other streams, and when the comments make no sense. The tag
 * parser decodes base64 letter by letter, which takes longer than all the rest of a file with a cover.
 */
export async function oggPictures(reader: ByteReader): Promise<readonly TagPicture[] | null> {
  const packets = await firstPackets(reader, 2)
  const [head, comments] = packets ?? []
  if (head === undefined || comments === undefined) return null
  const isOpus = asText(head, 0, 8) === 'OpusHead' && asText(comments, 0, 8) === 'OpusTags'
  const isVorbis = asText(head, 0, 7) === '\u0001vorbis' && asText(comments, 0, 7) === '\u0003vorbis'
  if (!isOpus && !isVorbis) return null
  const texts = pictureTexts(comments, isOpus ? 8 : 7)
  const pictures = texts?.map((text) => pictureOf(Buffer.from(text, 'base64')))
  return pictures?.every((picture) => picture !== null) === true ? pictures : null
}

/** The first packets of the file's first stream, put together from its pages. Null when the file ends before. */
async function firstPackets(reader: ByteReader, count: number): Promise<readonly Uint8Array[] | null> {
  const packets: Uint8Array[] = []
  let parts: Uint8Array[] = []
  let bytes = 0
  let serial: number | null = null
  for (let at = 0; at + pageHeaderBytes <= reader.sizeBytes;) {
    const header = await reader.read(at, pageHeaderBytes + 255)
    if (header.length < pageHeaderBytes || asText(header, 0, 4) !== 'OggS') return null
    const table = header.subarray(pageHeaderBytes, pageHeaderBytes + (header[26] ?? 0))
    const pageSerial = new DataView(header.buffer, header.byteOffset, header.length).getUint32(14, true)
    const bodyAt = at + pageHeaderBytes + table.length
    const bodyBytes = table.reduce((sum, length) => sum + length, 0)
    at = bodyAt + bodyBytes
    serial ??= pageSerial
    if (pageSerial !== serial) continue
    const body = await reader.read(bodyAt, bodyBytes)
    if (body.length < bodyBytes) return null
    let from = 0
    let to = 0
    for (const length of table) {
      to += length
      // A full segment is followed by more of the same packet.
      if (length === 255) continue
      packets.push(Buffer.concat([...parts, body.subarray(from, to)]))
      if (packets.length === count) return packets
      parts = []
      bytes = 0
      from = to
    }
    parts.push(body.subarray(from))
    bytes += body.length - from
    if (bytes > packetLimitBytes) return null
  }
  return null
}

/** Pictures among the comments, as their base64 text. Null when lengths lead out of the packet. */
function pictureTexts(packet: Uint8Array, headBytes: number): readonly string[] | null {
  const view = new DataView(packet.buffer, packet.byteOffset, packet.length)
  const lengthAt = (at: number): number | null => (at + 4 <= packet.length ? view.getUint32(at, true) : null)
  const vendorBytes = lengthAt(headBytes)
  if (vendorBytes === null) return null
  let at = headBytes + 4 + vendorBytes
  let left = lengthAt(at)
  if (left === null) return null
  at += 4
  const texts: string[] = []
  for (; left > 0; left -= 1) {
    const length = lengthAt(at)
    if (length === null || at + 4 + length > packet.length) return null
    const start = at + 4
    at = start + length
    if (asText(packet, start, Math.min(length, pictureKey.length)).toUpperCase() !== pictureKey) continue
    texts.push(Buffer.from(packet.buffer, packet.byteOffset + start, length).toString('latin1', pictureKey.length))
  }
  return texts
}

/** FLAC's picture block (RFC 9639 §8.8): type, media type, description, four numbers of its shape, data. */
function pictureOf(block: Buffer): TagPicture | null {
  if (block.length < 8) return null
  const type = block.readUInt32BE(0)
  let at = 4
  for (let text = 0; text < 2; text += 1) {
    if (at + 4 > block.length) return null
    at += 4 + block.readUInt32BE(at)
  }
  at += 16
  if (at + 4 > block.length) return null
  const length = block.readUInt32BE(at)
  return { isFront: type === frontCover, data: block.subarray(at + 4, at + 4 + length) }
}
