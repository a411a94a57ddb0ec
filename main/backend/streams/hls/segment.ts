import { createDecipheriv } from 'node:crypto'

/** Takes AES-128 in CBC with its padding off. Throws when it is not that. */
export function decrypted(bytes: Uint8Array, key: Uint8Array, iv: Uint8Array): Uint8Array {
  const decipher = createDecipheriv('aes-128-cbc', key, iv)
  return Buffer.concat([decipher.update(bytes), decipher.final()])
}

/**
 * Segments of packed audio each begin with an ID3 tag that tells their time; in the middle of a file it would be noise. Other
 * segments stay as they are.
 */
export function withoutStamp(bytes: Uint8Array): Uint8Array {
  let at = 0
  while (bytes[at] === 0x49 && bytes[at + 1] === 0x44 && bytes[at + 2] === 0x33 && at + 10 <= bytes.length) {
    const size = [6, 7, 8, 9].reduce((sum, index) => (sum << 7) | ((bytes[at + index] ?? 0) & 0x7f), 0)
    const hasFooter = ((bytes[at + 5] ?? 0) & 0x10) !== 0
    at += 10 + size + (hasFooter ? 10 : 0)
  }
  return bytes.subarray(Math.min(at, bytes.length))
}
