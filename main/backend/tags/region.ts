import { asText, type Container, skipId3 } from './container.ts'
import { boxesIn } from './mp4.ts'
import type { ByteReader } from './reader.ts'

/** Where the sound lies in a file, apart from its tags: bytes from `start` to before `end`. */
export interface AudioRegion {
  readonly start: number
  readonly end: number
}

/** Finds the sound in a file. Where a container mixes it with its tags, or makes no sense, that is the whole file. */
export async function audioRegion(reader: ByteReader, container: Container): Promise<AudioRegion> {
  const whole = { start: 0, end: reader.sizeBytes }
  switch (container) {
    case 'mp3':
    case 'adts':
      return { start: Math.min(await skipId3(reader), reader.sizeBytes), end: await endBeforeTags(reader) }
    case 'flac':
      return { start: await flacStart(reader), end: await endBeforeTags(reader) }
    case 'ogg':
      return { start: await oggStart(reader), end: reader.sizeBytes }
    case 'wav':
      return (await waveData(reader)) ?? whole
    case 'mp4':
      return (await mediaData(reader)) ?? whole
    case 'webm':
    case 'matroska':
      break
  }
  return whole
}

/** Where the audio ends before ID3v1 (128 bytes) and APEv2 tags (their footer tells their length). */
async function endBeforeTags(reader: ByteReader): Promise<number> {
  let end = reader.sizeBytes
  if (asText(await reader.read(end - 128, 3), 0, 3) === 'TAG') end -= 128
  const footer = await reader.read(end - 32, 32)
  if (footer.length < 32 || asText(footer, 0, 8) !== 'APETAGEX') return end
  const view = new DataView(footer.buffer, footer.byteOffset, footer.length)
  const header = view.getUint32(20, true) >= 0x8000_0000 ? 32 : 0
  return Math.max(0, end - view.getUint32(12, true) - header)
}

/** Behind the last metadata block (RFC 9639 §8). */
async function flacStart(reader: ByteReader): Promise<number> {
  let at = (await skipId3(reader)) + 4
  for (let isLast = false; !isLast && at + 4 <= reader.sizeBytes;) {
    const [type = 0x80, high = 0, middle = 0, low = 0] = await reader.read(at, 4)
    isLast = (type & 0x80) !== 0
    at += 4 + high * 65_536 + middle * 256 + low
  }
  return Math.min(at, reader.sizeBytes)
}

/** The first page on which sound ends: pages of headers count no frames (RFC 3533 §6, RFC 7845 §4). */
async function oggStart(reader: ByteReader): Promise<number> {
  for (let at = 0; at + 27 <= reader.sizeBytes;) {
    const page = await reader.read(at, 27 + 255)
    if (page.length < 27 || asText(page, 0, 4) !== 'OggS') break
    const granule = new DataView(page.buffer, page.byteOffset, page.length).getBigInt64(6, true)
    if (granule > 0n) return at
    const segments = page[26] ?? 0
    at += 27 + segments + page.subarray(27, 27 + segments).reduce((sum, length) => sum + length, 0)
  }
  return 0
}

/** The data chunk of a RIFF file. Chunks are padded to even lengths; in RF64 the length is a placeholder of all ones. */
async function waveData(reader: ByteReader): Promise<AudioRegion | null> {
  for (let at = 12, chunks = 0; at + 8 <= reader.sizeBytes && chunks < 1000; chunks++) {
    const header = await reader.read(at, 8)
    if (header.length < 8) break
    const length = new DataView(header.buffer, header.byteOffset, 8).getUint32(4, true)
    const start = at + 8
    if (asText(header, 0, 4) === 'data') return { start, end: Math.min(reader.sizeBytes, start + length) }
    at = start + length + (length % 2)
  }
  return null
}

/** The largest box of media in an MP4 file. */
async function mediaData(reader: ByteReader): Promise<AudioRegion | null> {
  const boxes = (await boxesIn(reader, 0, Infinity)).filter((box) => box.type === 'mdat')
  const largest = boxes.toSorted((one, other) => other.end - other.bodyStart - (one.end - one.bodyStart))[0]
  return largest === undefined ? null : { start: largest.bodyStart, end: Math.min(reader.sizeBytes, largest.end) }
}
