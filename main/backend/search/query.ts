import { fold } from './fold.ts'
import { forTokenizer } from './indexText.ts'

/** What was typed, ready to be looked up. */
export interface SearchQuery {
  /** Folded whole, for comparing with the folded words that lists sort by. */
  readonly folded: string
  /** As the index holds it; the words below joined. */
  readonly text: string
  /** All have to match, the last one as the beginning of a word. Each may be several of the index's words in a row ("ac dc"). */
  readonly words: readonly string[]
  /** The words with the spaces that bound them, as they stand in a text that begins and ends with one. */
  readonly bounded: readonly string[]
}

/** Columns of the index that a look-up can be confined to. */
export type SearchColumn = 'title' | 'artist' | 'album'

/** More than a person types; the rest is left out. UTF-16 units, words. */
const longestQuery = 200
const mostWords = 10

/** Reads what was typed; null when there is nothing to look for. */
export function parseQuery(text: string): SearchQuery | null {
  const folded = fold(text.slice(0, longestQuery))
  if (folded === '') return null
  const pieces = text
    .slice(0, longestQuery)
    .split(/[\s\p{C}\p{Z}]+/u)
    .map((piece) => fold(piece))
    .filter((piece) => piece !== '')
  // A dash between two words is none; where there is nothing but signs, they are what is looked for.
  const named = pieces.filter((piece) => /[\p{L}\p{N}\p{S}]/u.test(piece))
  const words = (named.length > 0 ? named : pieces).slice(0, mostWords).map(forTokenizer)
  if (words.length === 0) return null
  const last = words.length - 1
  const bounded = words.map((word, at) => (at === last ? ` ${word}` : ` ${word} `))
  return { folded, text: words.join(' '), words, bounded }
}

/**
 * The look-up in the index's own language. Every word stands in quotes, so that nothing typed is ever part of that
 * language.
 */
export function matchOf(query: SearchQuery, column?: SearchColumn): string {
  const last = query.words.length - 1
  const all = query.words.map((word, at) => (at === last ? `${quoted(word)} *` : quoted(word))).join(' AND ')
  return column === undefined ? all : `${column} : (${all})`
}

/** The same with every word as it stands, for what nobody is typing: none is only the beginning of one. */
export function matchOfWhole(query: SearchQuery, column?: SearchColumn): string {
  const all = query.words.map(quoted).join(' AND ')
  return column === undefined ? all : `${column} : (${all})`
}

/** The look-up of titles that begin with what was typed. */
export function matchOfBeginning(query: SearchQuery): string {
  return `title : ^ ${quoted(query.text)} *`
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}
