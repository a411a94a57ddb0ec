import { readable } from '../normalise/index.ts'
import { prepareWanted } from '../score/index.ts'
import type { WantedRecording } from '../types.ts'
import { classOf, parseTitle } from '../versions/index.ts'

/** What to ask a source for; the caller puts it into the source's own form. */
export interface MatchQuery {
  readonly kind: 'isrc' | 'text'
  readonly text: string
}

const mostCharacters = 120

/**
 * What to look for, best first: the code, then "artist title" with what makes it another recording and without what does
 * not, then title, artist and album. At most two are texts.
 */
export function queriesFor(wanted: WantedRecording): readonly MatchQuery[] {
  const { isrc } = prepareWanted(wanted)
  const [artist = ''] = wanted.artists
  const texts = [`${artist} ${searchedTitle(wanted.title)}`, `${wanted.title} ${artist} ${wanted.album ?? ''}`].map(
    tidy,
  )
  const queries: MatchQuery[] = isrc === null ? [] : [{ kind: 'isrc', text: isrc }]
  for (const text of new Set(texts)) if (text !== '') queries.push({ kind: 'text', text })
  return queries
}

/** The title without what names a version: what all versions of a recording have in common. The title itself where nothing else is in it. */
export function titleAlone(title: string): string {
  const pieces = parseTitle(title).pieces.filter(({ marks }) => marks === null)
  return pieces.length === 0 ? title : pieces.map(({ text }) => text).join(' ')
}

/** The title with the pieces that are heard, and without "Remastered 2011", "Official Video" or featured artists. */
function searchedTitle(title: string): string {
  const { pieces, marks, featured } = parseTitle(title)
  const isOnlyHeard = marks.every(({ tag }) => classOf(tag) === 'hard' || classOf(tag) === 'medium')
  if (isOnlyHeard && featured.length === 0 && pieces.length === 1) return title
  const kept = pieces.filter((piece) => piece.marks === null || piece.marks.some(({ tag }) => isSearched(tag)))
  const words = marks
    .filter(({ tag }) => isSearched(tag))
    .map(({ tag, detail }) => `${detail.join(' ')} ${tag.replace('-', ' ')}`)
  return [...kept.map(({ text }) => text), ...words].join(' ')
}

function isSearched(tag: Parameters<typeof classOf>[0]): boolean {
  return classOf(tag) === 'hard' || classOf(tag) === 'medium'
}

function tidy(text: string): string {
  const spaced = readable(text)
    .replaceAll(/[\s\p{C}]+/gu, ' ')
    .trim()
  if (spaced.length <= mostCharacters) return spaced
  return spaced
    .slice(0, mostCharacters)
    .replace(/ [^ ]*$/u, '')
    .toWellFormed()
}
