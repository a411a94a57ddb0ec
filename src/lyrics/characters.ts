/** White space within a line; byte order marks come in the middle of files that were put together. */
export function isSpace(code: number): boolean {
  return (
    code === 32 || code === 9 || code === 0xfe_ff || code === 0xa0 || code === 0x30_00 || code === 11 || code === 12
  )
}

/** The part of a text without the spaces around it. */
export function trimmed(text: string, from: number, to: number): string {
  let [begin, end] = [from, to]
  while (begin < end && isSpace(text.charCodeAt(begin))) begin += 1
  while (end > begin && isSpace(text.charCodeAt(end - 1))) end -= 1
  return text.slice(begin, end)
}

/** What comes from a place on, without the spaces there. */
export function withoutStart(text: string, from: number): string {
  let begin = from
  while (isSpace(text.charCodeAt(begin))) begin += 1
  return text.slice(begin)
}

/** A text without the spaces at its end. */
export function withoutEnd(text: string): string {
  let end = text.length
  while (isSpace(text.charCodeAt(end - 1))) end -= 1
  return text.slice(0, end)
}

/** The script of the first letter, as far as lyrics and their translations are told apart by it. */
export function scriptOf(text: string): string | null {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 65) continue
    const found = scripts.find(([from, to]) => code >= from && code <= to)
    if (found !== undefined) return found[2]
  }
  return null
}

/** Blocks of Unicode, in UTF-16; Chinese and Japanese share a script here, as they share signs. */
const scripts: readonly (readonly [from: number, to: number, name: string])[] = [
  [0x41, 0x5a, 'latin'],
  [0x61, 0x7a, 'latin'],
  [0xc0, 0x24f, 'latin'],
  [0x370, 0x3ff, 'greek'],
  [0x400, 0x52f, 'cyrillic'],
  [0x590, 0x5ff, 'hebrew'],
  [0x600, 0x77f, 'arabic'],
  [0x900, 0xdff, 'indic'],
  [0xe00, 0xe7f, 'thai'],
  [0x10_a0, 0x10_ff, 'georgian'],
  [0x11_00, 0x11_ff, 'hangul'],
  [0x1e_00, 0x1e_ff, 'latin'],
  [0x30_40, 0x30_ff, 'han'],
  [0x31_30, 0x31_8f, 'hangul'],
  [0x34_00, 0x9f_ff, 'han'],
  [0xac_00, 0xd7_a3, 'hangul'],
  [0xf9_00, 0xfa_ff, 'han'],
]
