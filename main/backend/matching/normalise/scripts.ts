/** Writing systems as far as comparing needs to know them: Chinese characters and kana are one, as names mix them. */
export type Script =
  | 'latin'
  | 'greek'
  | 'cyrillic'
  | 'hebrew'
  | 'arabic'
  | 'indic'
  | 'thai'
  | 'hangul'
  | 'han'
  | 'other'

/** First and last code point of the blocks of each script, in order (Unicode's Blocks.txt). */
const blocks: readonly (readonly [first: number, last: number, script: Script])[] = [
  [0x41, 0x24f, 'latin'],
  [0x250, 0x2af, 'latin'],
  [0x370, 0x3ff, 'greek'],
  [0x400, 0x52f, 'cyrillic'],
  [0x590, 0x5ff, 'hebrew'],
  [0x600, 0x8ff, 'arabic'],
  [0x900, 0xdff, 'indic'],
  [0xe00, 0xeff, 'thai'],
  [0x1000, 0x109f, 'thai'],
  [0x1100, 0x11ff, 'hangul'],
  [0x1780, 0x17ff, 'thai'],
  [0x1e00, 0x1eff, 'latin'],
  [0x1f00, 0x1fff, 'greek'],
  [0x2e80, 0x312f, 'han'],
  [0x3130, 0x318f, 'hangul'],
  [0x31a0, 0x9fff, 'han'],
  [0xac00, 0xd7ff, 'hangul'],
  [0xf900, 0xfaff, 'han'],
  [0xfb50, 0xfdff, 'arabic'],
  [0x20000, 0x3ffff, 'han'],
]

/** The script of a letter; null for what is no letter or mark of any. */
export function scriptOf(letter: string): Script | null {
  const point = letter.codePointAt(0) ?? 0
  if (point < 0x80) return (point | 0x20) >= 0x61 && (point | 0x20) <= 0x7a ? 'latin' : null
  if (!/[\p{L}\p{M}]/u.test(letter)) return null
  return blocks.find(([first, last]) => point >= first && point <= last)?.[2] ?? 'other'
}

/** The scripts that a text's letters are of. */
export function scriptsOf(text: string): ReadonlySet<Script> {
  const scripts = new Set<Script>()
  if (isAscii(text)) {
    if (/[a-z]/i.test(text)) scripts.add('latin')
    return scripts
  }
  for (const letter of text) {
    const script = scriptOf(letter)
    if (script !== null) scripts.add(script)
  }
  return scripts
}

/** Both have letters and no script in common: nothing can be said by comparing them letter by letter. */
export function areOfDifferentScripts(one: ReadonlySet<Script>, other: ReadonlySet<Script>): boolean {
  return one.size > 0 && other.size > 0 && ![...one].some((script) => other.has(script))
}

/** Scripts that put no spaces between words. */
const unspaced: ReadonlySet<Script> = new Set(['han', 'thai'])

/** Whether words in this text stand without spaces between them. */
export function isUnspaced(letter: string): boolean {
  const script = scriptOf(letter)
  return script !== null && unspaced.has(script)
}

export function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text)
}
