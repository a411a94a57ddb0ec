import type { ByteSource } from '../byte-source.ts'
import { type Box, boxesIn, fileBox, findBox } from './mp4-boxes.ts'

/** Encoder delay and true length in samples, as iTunes writes them into its `iTunSMPB` comment. */
export interface ItunesGapless {
  readonly delay: number
  readonly frames: number
}

/** Reads the `iTunSMPB` comment; null when there is none. */
export async function readItunesGapless(source: ByteSource): Promise<ItunesGapless | null> {
  const list = await findBox(source, fileBox(source), ['moov', 'udta', 'meta', 'ilst'])
  if (list === null) return null
  for await (const entry of boxesIn(source, list.start, list.end)) {
    if (entry.type !== '----') continue
    const parts = await allBoxes(source, entry)
    const name = parts.find((part) => part.type === 'name')
    const data = parts.find((part) => part.type === 'data')
    if (name === undefined || data === undefined) continue
    if ((await text(source, name.start + 4, name.end)) !== 'iTunSMPB') continue
    return parseItunesGapless(await text(source, data.start + 8, Math.min(data.end, data.start + 256)))
  }
  return null
}

/** ` 00000000 00000840 000001CA 00000000003F31F6 …`: nothing, delay, padding, length, all hexadecimal. */
export function parseItunesGapless(comment: string): ItunesGapless | null {
  const fields = comment.trim().split(/\s+/)
  const delay = Number.parseInt(fields[1] ?? '', 16)
  const frames = Number.parseInt(fields[3] ?? '', 16)
  return Number.isFinite(delay) && Number.isFinite(frames) && frames > 0 ? { delay, frames } : null
}

/** Whether the index is there: it often stands at the end, and a broken download lacks it. */
export async function hasMovie(source: ByteSource): Promise<boolean> {
  return (await findBox(source, fileBox(source), ['moov'])) !== null
}

/** Whether the audio is encrypted (FairPlay `drms`, Common Encryption `enca`): no key, no sound. */
export async function isProtectedMp4(source: ByteSource): Promise<boolean> {
  const movie = await findBox(source, fileBox(source), ['moov'])
  if (movie === null) return false
  for await (const track of boxesIn(source, movie.start, movie.end)) {
    if (track.type !== 'trak') continue
    const entries = await findBox(source, track, ['mdia', 'minf', 'stbl', 'stsd'])
    if (entries === null) continue
    for await (const { type } of boxesIn(source, entries.start + 8, entries.end)) {
      if (type === 'drms' || type === 'enca') return true
    }
  }
  return false
}

async function allBoxes(source: ByteSource, within: Box): Promise<readonly Box[]> {
  const boxes: Box[] = []
  for await (const box of boxesIn(source, within.start, within.end)) boxes.push(box)
  return boxes
}

async function text(source: ByteSource, start: number, end: number): Promise<string> {
  return new TextDecoder().decode(await source.read(start, end))
}
