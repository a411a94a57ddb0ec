import type { ByteSource } from '../byte-source.ts'

/** A box of an ISO base media file (ISO/IEC 14496-12 §4.2): its four letters and where its content lies. */
export interface Box {
  readonly type: string
  readonly start: number
  readonly end: number
}

/** The boxes between two places of the file, one after another. Stops at the first one that makes no sense. */
export async function* boxesIn(source: ByteSource, start: number, end: number): AsyncGenerator<Box> {
  let at = start
  while (at + 8 <= end) {
    const head = await source.read(at, Math.min(end, at + 16))
    if (head.length < 8) return
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
    const type = String.fromCharCode(...head.subarray(4, 8))
    let length = view.getUint32(0)
    let headerBytes = 8
    if (length === 1 && head.length >= 16) {
      length = view.getUint32(8) * 2 ** 32 + view.getUint32(12)
      headerBytes = 16
    } else if (length === 0) length = end - at
    if (length < headerBytes || at + length > end) return
    yield { type, start: at + headerBytes, end: at + length }
    at += length
  }
}

/** The first box at the end of a path such as `moov/udta/meta/ilst`; null when it is not there. */
export async function findBox(source: ByteSource, within: Box, path: readonly string[]): Promise<Box | null> {
  let place = within
  for (const type of path) {
    // `meta` is a full box in MP4: four bytes of version and flags stand before its children.
    const found = await firstBox(boxesIn(source, place.start + (place.type === 'meta' ? 4 : 0), place.end), type)
    if (found === null) return null
    place = found
  }
  return place
}

/** The first box of a type; what lies behind it is not read, which may still be on its way. */
async function firstBox(boxes: AsyncGenerator<Box>, type: string): Promise<Box | null> {
  for await (const box of boxes) if (box.type === type) return box
  return null
}

/** The whole file as a box, to start a path from. */
export function fileBox(source: ByteSource): Box {
  return { type: '', start: 0, end: source.end }
}
