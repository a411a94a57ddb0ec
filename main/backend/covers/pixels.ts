/**
 * Largest picture that anything takes apart, in pixels: a scan of a sleeve at 1200 dpi stays below it. In memory a picture
 * takes four to six bytes a pixel, however small its file is: some hundred kilobytes can claim gigabytes.
 */
export const pixelLimit = 40_000_000

/** Reads bytes of a picture: fewer than asked for at its end. */
export type ReadAt = (offset: number, length: number) => Promise<Uint8Array>

/** How many pixels a picture of ours claims to have, by its head; null where that cannot be told. */
export async function pixelsOf(read: ReadAt): Promise<number | null> {
  const head = await read(0, 30)
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  if (head.length < 30) return null
  if (view.getUint32(0) === 0x89504e47) return view.getUint32(16) * view.getUint32(20)
  if (view.getUint32(8) === 0x57454250) return webpPixels(view)
  return view.getUint16(0) === 0xffd8 ? jpegPixels(read) : null
}

/** By the kind of the first chunk (RFC 9649): extended, lossless or lossy. */
function webpPixels(view: DataView): number | null {
  const threeBytes = (at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000
  switch (view.getUint32(12)) {
    case 0x56503858:
      return (threeBytes(24) + 1) * (threeBytes(27) + 1)
    case 0x5650384c: {
      const sides = view.getUint32(21, true)
      return ((sides & 0x3fff) + 1) * (((sides >>> 14) & 0x3fff) + 1)
    }
    case 0x56503820:
      return (view.getUint16(26, true) & 0x3fff) * (view.getUint16(28, true) & 0x3fff)
    default:
      return null
  }
}

/** Segments of a JPEG that are looked at: metadata of 64 kB each may stand in front. */
const segmentLimit = 500

/** By the start of its frame (ITU T.81, B.2.2), the segments before which are passed over unread. */
async function jpegPixels(read: ReadAt): Promise<number | null> {
  let at = 2
  for (let count = 0; count < segmentLimit; count += 1) {
    const segment = await read(at, 9)
    if (segment.length < 9 || segment[0] !== 0xff) return null
    const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength)
    const kind = view.getUint8(1)
    // Fill bytes, and markers without a body.
    if (kind === 0xff) at += 1
    else if (kind === 0x01 || (kind >= 0xd0 && kind <= 0xd7)) at += 2
    else if (isFrame(kind)) return view.getUint16(5) * view.getUint16(7)
    else at += 2 + view.getUint16(2)
  }
  return null
}

/** Huffman tables, an extension and arithmetic coding have numbers in between. */
function isFrame(kind: number): boolean {
  return kind >= 0xc0 && kind <= 0xcf && kind !== 0xc4 && kind !== 0xc8 && kind !== 0xcc
}
