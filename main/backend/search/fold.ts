/** Grows with every change of what folding gives: an index of another version is built anew. */
export const foldingVersion = 1

/**
 * Brings a text to the form in which it is compared: by search, filters and orders. Words stand with one space between them,
 * in lower case and without accents, in the letters a person would type; punctuation is gone. Text without spaces between
 * its words (Chinese, Japanese, Thai …) stands character by character, so that it is found from any of them. Symbols and
 * emoji are words of their own; punctuation is one where a text has nothing else (the band "!!!").
 *
 * Folding what is folded changes nothing. The form itself is not for showing.
 */
export function fold(text: string): string {
  if (/^[a-z0-9]+(?: [a-z0-9]+)*$/i.test(text)) return text.toLowerCase()
  const plain = /^[\0-\x7F]*$/.test(text) ? text.toLowerCase() : foldLetters(text)
  const words = plain
    .replace(/(?<![\p{L}\p{M}\p{N}])\p{L}(?:\.\p{L})+(?![\p{L}\p{M}\p{N}])/gu, withoutDots)
    .replace(/(?<=[\p{L}\p{N}])['’](?=\p{L}{1,2}(?![\p{L}\p{M}\p{N}'’]))/gu, '')
    .replace(separators, ' ')
    .replace(unspaced, ' $& ')
    .replace(symbols, ' $& ')
  const folded = words.replace(/ +/g, ' ').trim()
  return folded === '' ? plain.replace(/[\s\p{C}]+/gu, ' ').trim() : folded
}

/** Everything between words, and what only adorns. */
const separators = /[\p{P}\p{Z}\p{C}\p{Sk}|~\u2044]+/gu

/** One character of a script that puts no spaces between words, with its vowel signs. */
const unspaced =
  /(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|ー)\p{M}*/gu

const symbols = /[\p{Sc}\p{Sm}\p{So}]/gu

function foldLetters(text: string): string {
  return decompose(decompose(text).toLowerCase())
    .replace(marks, '')
    .replace(/[\u30A1-\u30F6\u30FD\u30FE][\u3099\u309A]?/g, hiragana)
    .replace(/[\u3041-\u3096\u309D][\u3099\u309A]/g, (kana) => kana.normalize('NFC'))
    .replace(variants, (letter) => variantLetters.get(letter) ?? letter)
}

/** Compatibility forms (width, ligatures, presentation forms) come to the letters they stand for; letters come apart. */
function decompose(text: string): string {
  return text.replace(/[©®℠™]/g, ' ').normalize('NFKD')
}

/**
 * Accents of any script, the points of Arabic and Hebrew, what joins or directs (tatweel, zero width). Vowel signs of the
 * scripts of India and around are letters and stay; so do the marks that tell が from か.
 */
const marks =
  /[[[\p{Mn}\p{Me}]--[\u3099\u309A]]&&[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Syriac}]]|[\u0640\p{Cf}\u{1F3FB}-\u{1F3FF}]/gv

/** Katakana and hiragana lie in the same order, this far apart. */
const kanaDistance = 0x60

function hiragana(katakana: string): string {
  const [base = '', ...voicing] = katakana
  return [String.fromCodePoint((base.codePointAt(0) ?? 0) - kanaDistance), ...voicing].join('').normalize('NFC')
}

/** Letters that do not come apart by themselves, and forms of a letter that only place or habit of writing tells apart. */
const variantLetters = new Map([
  ...pairs("ßss æae œoe þth øo đd ðd łl ıi ħh ŧt ŋn ʼ'"),
  ...pairs('ςσ ґг ӏі'),
  ...pairs('ךכ םמ ןנ ףפ ץצ'),
  ...pairs('ٱا ةه ىي یي ےي کك ہه ھه ەه'),
  ...pairs('٠0 ١1 ٢2 ٣3 ٤4 ٥5 ٦6 ٧7 ٨8 ٩9 ۰0 ۱1 ۲2 ۳3 ۴4 ۵5 ۶6 ۷7 ۸8 ۹9'),
])

const variants = new RegExp(`[${[...variantLetters.keys()].join('')}]`, 'gu')

/** "ab cde" says: a becomes b, c becomes de. */
function pairs(list: string): [string, string][] {
  return list.split(' ').map((pair) => {
    const [letter = '', ...standsFor] = pair
    return [letter, standsFor.join('')]
  })
}

function withoutDots(acronym: string): string {
  return acronym.replaceAll('.', '')
}
