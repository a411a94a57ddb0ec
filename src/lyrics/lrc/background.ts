import { trimmed, withoutEnd, withoutStart } from '../characters.ts'
import type { DraftLine, DraftWord } from './draft.ts'

const isOpening = (code: number): boolean => code === 40 || code === 0xff_08
const isClosing = (code: number): boolean => code === 41 || code === 0xff_09

/**
 * Takes what stands in parentheses at the end of a line as sung in the background: a line of its own, at the same time. The line
 * stays whole where its words do not end with the parenthesis.
 */
export function splitBackground(line: DraftLine): readonly DraftLine[] {
  const { text } = line
  const open = openingOf(text)
  if (open < 0) return [line]
  const inner = trimmed(text, open + 1, text.length - 1)
  if (inner === '') return [line]
  const background: DraftLine = { ...line, text: inner, words: [], role: 'background' }
  const main: DraftLine = { ...line, text: trimmed(text, 0, open), words: [] }
  if (line.words.length > 0) {
    const first = wordAt(line.words, open)
    if (first < 0) return [line]
    main.words = tidied(line.words.slice(0, first))
    background.words = withoutParentheses(line.words.slice(first))
    background.text = background.words.map((word) => word.text).join('')
  }
  return main.text === '' ? [background] : [main, background]
}

/** Where the parenthesis that ends the text begins; -1 where it does not. */
function openingOf(text: string): number {
  let depth = 0
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const code = text.charCodeAt(at)
    if (isClosing(code)) depth += 1
    else if (isOpening(code)) depth -= 1
    if (depth === 0) return at
  }
  return -1
}

/** Which word begins at a place of the text; -1: none does. */
function wordAt(words: readonly DraftWord[], place: number): number {
  let at = 0
  for (const [index, { text }] of words.entries()) {
    if (at === place) return index
    at += text.length
  }
  return -1
}

function tidied(words: readonly DraftWord[]): DraftWord[] {
  return words.map((word, at) => (at === words.length - 1 ? { ...word, text: withoutEnd(word.text) } : word))
}

function withoutParentheses(words: readonly DraftWord[]): DraftWord[] {
  const stripped = words.map((word, at) => {
    const from = at === 0 ? 1 : 0
    const to = at === words.length - 1 ? word.text.length - 1 : word.text.length
    return { ...word, text: word.text.slice(from, to) }
  })
  const sung = stripped.filter(({ text }) => withoutStart(text, 0) !== '')
  const [first] = sung
  if (first !== undefined) first.text = withoutStart(first.text, 0)
  return tidied(sung)
}
