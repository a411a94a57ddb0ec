import type { ByteSource } from '../byte-source.ts'

/** Byte behind all ID3v2 tags that begin at `start`. */
export async function skipId3(source: ByteSource, start = 0): Promise<number> {
  let offset = start
  for (;;) {
    const bytes = await source.read(offset, offset + 10)
    if (bytes.length < 10 || bytes[0] !== 0x49 || bytes[1] !== 0x44 || bytes[2] !== 0x33) return offset
    const size = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + ((bytes[at] ?? 0) & 0x7f), 0)
    offset += 10 + size + (((bytes[5] ?? 0) & 0x10) !== 0 ? 10 : 0)
  }
}
