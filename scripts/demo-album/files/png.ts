/** A PNG writer: 8-bit RGB, one filter, one compressed chunk (ISO/IEC 15948). */
import { crc32, deflateSync } from 'node:zlib'

/** `pixels` are rows of red, green, blue, 0–255. */
export function png(width: number, height: number, pixels: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // 8 bits, true colour, the only compression, filter method and no interlace.
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(upFiltered(width, height, pixels), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(body, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** Filter type 2: every byte minus the one above it. */
function upFiltered(width: number, height: number, pixels: Uint8Array): Uint8Array {
  const stride = width * 3
  const rows = new Uint8Array((stride + 1) * height)
  for (let row = 0; row < height; row += 1) {
    const target = row * (stride + 1)
    rows[target] = 2
    for (let column = 0; column < stride; column += 1) {
      const above = row === 0 ? 0 : (pixels[(row - 1) * stride + column] ?? 0)
      rows[target + 1 + column] = (pixels[row * stride + column] ?? 0) - above
    }
  }
  return rows
}
