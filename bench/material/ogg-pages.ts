/** Of a page's header: up to its table of segments (RFC 3533 §6). */
const headerBytes = 27
const checksumAt = 22

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index << 24
  for (let bit = 0; bit < 8; bit += 1) value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1
  return value >>> 0
})

/** Computes the checksums of the pages anew in which something was changed, in place. */
export function mendPages(file: Buffer, changed: readonly number[]): Buffer {
  for (let at = 0; at < file.length;) {
    const segments = file[at + 26] ?? 0
    let end = at + headerBytes + segments
    for (let segment = 0; segment < segments; segment += 1) end += file[at + headerBytes + segment] ?? 0
    // What is changed is short, but may begin on one page and end on the next.
    if (changed.some((place) => place < end && place + 64 > at)) {
      file.writeUInt32LE(0, at + checksumAt)
      let sum = 0
      for (let byte = at; byte < end; byte += 1) {
        sum = ((sum << 8) ^ (table[((sum >>> 24) ^ (file[byte] ?? 0)) & 0xff] ?? 0)) >>> 0
      }
      file.writeUInt32LE(sum, at + checksumAt)
    }
    at = end
  }
  return file
}
