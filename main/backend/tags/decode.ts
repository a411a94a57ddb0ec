/** Reads text in the encodings that lyrics and cue sheets come in: by its mark, else UTF-8, else Windows-1252. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder(unmarkedUtf16(bytes) ?? 'windows-1252').decode(bytes)
  }
}

/** UTF-16 without a mark is every other byte zero in the Latin text that all these files have somewhere. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, 2000)
  const zerosAt = (offset: number): number =>
    head.reduce((count, byte, index) => count + (byte === 0 && index % 2 === offset ? 1 : 0), 0)
  if (zerosAt(1) > head.length / 4) return 'utf-16le'
  return zerosAt(0) > head.length / 4 ? 'utf-16be' : null
}
