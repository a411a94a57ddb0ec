/** A title taken apart: what stands outside brackets, between separators, and what stands in brackets. */
export interface Segments {
  /** Top-level texts in their order. */
  readonly texts: readonly string[]
  readonly brackets: readonly string[]
  /** What stands in quotation marks of any kind; it is part of its text as well. */
  readonly quoted: readonly Quoted[]
}

/** Stands in a text where a bracket was: what is before and behind it does not belong together. */
export const bracketPlace = '\u{E000}'

export interface Quoted {
  readonly text: string
  readonly before: string
  readonly after: string
}

const opening = '([{【〔〈［＜≪〖'
const closing = ')]}】〕〉］＞≫〗'
const quotes = new Map([
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['“', '”'],
  ['„', '“'],
  ['"', '"'],
  ['«', '»'],
])

/** Between what belongs together no separator stands; a dash needs a space on one side at least, or is a long one. */
const separator = / [-–—―−‐~〜|•·:_]{1,2} | ?\| ?| \/{1,2} |—|(?<=\S)[-–] | [-–](?=\S)/u

/** Takes a readable title apart; private-use characters of its own it has none of. Brackets that nothing closes end with the title. */
export function segmentsOf(title: string): Segments {
  const spaced = title.replace(/\s+/gu, ' ').trim()
  const { outside, brackets } = /[([{【〔〈［＜≪〖]/.test(spaced)
    ? takeBrackets(spaced)
    : { outside: spaced, brackets: [] }
  const texts = outside
    .split(separator)
    .map((text) => text.trim())
    .filter((text) => text !== '' && text !== bracketPlace)
  return { texts, brackets, quoted: quotedIn(outside.replaceAll(bracketPlace, '')) }
}

function takeBrackets(title: string): { outside: string; brackets: string[] } {
  const brackets: string[] = []
  const open: string[] = []
  let outside = ''
  for (const letter of title) {
    if (opening.includes(letter)) {
      open.push('')
      if (open.length === 1) outside += ` ${bracketPlace} `
    } else if (closing.includes(letter)) {
      const inside = open.pop()
      if (inside !== undefined) brackets.push(inside)
    } else if (open.length > 0) {
      open.push(`${open.pop() ?? ''}${letter}`)
    } else {
      outside += letter
    }
  }
  brackets.push(...open.reverse())
  return {
    outside: outside.replace(/ +/g, ' ').trim(),
    brackets: brackets.map((text) => text.trim()).filter((text) => text !== ''),
  }
}

function quotedIn(text: string): Quoted[] {
  const found: Quoted[] = []
  if (!/[「『《“„"«'‘]/.test(text)) return found
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? ''
    const isSingle = (letter === "'" || letter === '‘') && (at === 0 || text[at - 1] === ' ')
    const end = isSingle ? endOfSingle(text, at) : text.indexOf(quotes.get(letter) ?? '\0', at + 1)
    if (end <= at + 1) continue
    found.push({ text: text.slice(at + 1, end), before: text.slice(0, at).trim(), after: text.slice(end + 1).trim() })
    at = end
  }
  return found
}

/** A single quotation mark ends before a space; before a letter it is an apostrophe. */
function endOfSingle(text: string, from: number): number {
  const match = /['’](?= |$)/g
  match.lastIndex = from + 1
  return match.exec(text)?.index ?? -1
}
