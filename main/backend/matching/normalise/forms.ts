import { plainLetter } from './letters.ts'
import { isAscii, scriptsOf, type Script } from './scripts.ts'
import { tokensOf } from './tokens.ts'

/** A text in the forms in which it is compared; those that are not always needed are made when they are. */
export class TextForms {
  /** In its own script, without case, width and punctuation. */
  readonly core: string
  /** The core form without accents on Latin and Greek, variants of a letter brought to one. */
  readonly folded: string
  #compact: string | null = null
  #tokens: readonly string[] | null = null
  #scripts: ReadonlySet<Script> | null = null

  constructor(core: string) {
    this.core = core
    this.folded = foldedOf(core)
  }

  /** The folded form without spaces. */
  get compact(): string {
    return (this.#compact ??= this.folded.replaceAll(' ', ''))
  }

  /** Words of the folded form; pairs of characters where a script puts no spaces between words. */
  get tokens(): readonly string[] {
    return (this.#tokens ??= tokensOf(this.folded))
  }

  get scripts(): ReadonlySet<Script> {
    return (this.#scripts ??= scriptsOf(this.core))
  }
}

/** Titles are shorter than this, in UTF-16 units; what lies behind it is not compared. Holds the time that a text costs. */
export const longestText = 400

/** A text cut to what is compared, well formed, in compatibility composition (NFKC). */
export function readable(text: string): string {
  const cut = text.length > longestText ? text.slice(0, longestText) : text
  return isAscii(cut) ? cut : cut.toWellFormed().normalize('NFKC').slice(0, longestText).toWellFormed()
}

export function formsOf(text: string): TextForms {
  return new TextForms(coreOf(text))
}

/**
 * The core form: letters, numbers and marks of every script, in words with one space between them. A text of symbols alone
 * keeps its symbols ("!!!", "÷"), so that it never is empty where there is something to see.
 */
export function coreOf(text: string): string {
  const plain = withoutCase(readable(text))
  const words = isAscii(plain) ? asciiWords(plain) : anyWords(plain)
  const core = words.includes(' n ') ? words.replace(/(?<= )n(?= )/g, 'and') : words
  return /[\p{L}\p{N}]/u.test(core) && core !== 'and' ? core : plain.replace(/[\s\p{C}]+/gu, '')
}

function anyWords(plain: string): string {
  return stylised(plain)
    .replace(acronym, (letters) => letters.replaceAll('.', ''))
    .replace(/['`´‘’‚‛ʹʻʼʽʾʿˈ′]/gu, '')
    .replace(/&|(?<=[\s\p{L}\p{M}])\+(?=[\s\p{L}])/gu, ' and ')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
}

/** The same for texts without other letters, which are most; several times as fast. */
function asciiWords(plain: string): string {
  if (/^[a-z0-9]+(?: [a-z0-9]+)*$/.test(plain)) return plain
  return stylised(plain)
    .replace(asciiAcronym, (letters) => letters.replaceAll('.', ''))
    .replace(/['`]/g, '')
    .replace(/&|(?<=[\sa-z])\+(?=[\sa-z])/g, ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** The folded form of a core form. */
export function foldedOf(core: string): string {
  if (isAscii(core)) return core
  // Marks are content everywhere but on Latin and Greek letters.
  const folded = core.normalize('NFD').replace(accented, '$1').normalize('NFC')
  let plain = ''
  for (const letter of folded) plain += letter < '\x80' ? letter : (plainLetter(letter) ?? hiragana(letter))
  return plain
}

/** Full case folding: by way of upper case, which opens ß and ligatures; final sigma and the Turkish i brought to one. */
function withoutCase(text: string): string {
  if (isAscii(text)) return text.toLowerCase()
  return (
    text
      .toLowerCase()
      .toUpperCase()
      .toLowerCase()
      .replaceAll('ς', 'σ')
      .replaceAll('i\u0307', 'i')
      .normalize('NFKC')
      // Lengthens Arabic letters, joins or directs: nothing that is read.
      .replace(/[\u0640\p{Cf}]/gu, '')
  )
}

/** Signs that stand for letters inside names: P!nk, A$AP, Ke$ha, M@d. */
function stylised(text: string): string {
  if (!/[$!@€]/u.test(text)) return text
  return text
    .replace(/(?<=\p{L})\$|\$(?=\p{L})/gu, 's')
    .replace(/(?<=\p{L})!(?=\p{L})/gu, 'i')
    .replace(/(?<=\p{L})@(?=\p{L})/gu, 'a')
    .replace(/(?<=\p{L})€(?=\p{L})/gu, 'e')
}

const accented = /([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu

const acronym = /(?<![\p{L}\p{N}\p{M}])\p{L}(?:\.\p{L})+(?![\p{L}\p{N}\p{M}])/gu

const asciiAcronym = /(?<![a-z0-9])[a-z](?:\.[a-z])+(?![a-z0-9])/g

/** Katakana and hiragana lie in the same order, this far apart. */
const kanaDistance = 0x60

function hiragana(letter: string): string {
  const point = letter.codePointAt(0) ?? 0
  return point >= 0x30a1 && point <= 0x30f6 ? String.fromCodePoint(point - kanaDistance) : letter
}
