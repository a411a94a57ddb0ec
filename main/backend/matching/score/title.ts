import type { Credit, Name } from '../artists/index.ts'
import {
  areOfDifferentScripts,
  canBeRomanised,
  isAscii,
  isUnspaced,
  numbersOf,
  romanise,
  scriptsOf,
  type TextForms,
} from '../normalise/index.ts'
import { editDistance, similarityOf } from '../similarity/index.ts'
import { classify, type VersionMark } from '../versions/index.ts'

/** How a title goes together with the wanted one. */
export interface TitleAgreement {
  readonly similarity: number
  readonly kind: 'alike' | 'other-number' | 'another-script' | 'romanised'
  /** What the words beyond the common title say of the version. */
  readonly wantedMarks: readonly VersionMark[]
  readonly candidateMarks: readonly VersionMark[]
  /** Wanted artists that stand in the candidate’s title. */
  readonly held: readonly Credit[]
}

const none: readonly VersionMark[] = []
const nobody: readonly Credit[] = []
/** Above this two romanised texts are one for the ear, but never as sure as letters. */
const romanisedSimilarity = 0.9

/** `mayTranslate`: the title may stand beside itself in another script. */
export function compareTitles(
  wanted: TextForms,
  title: TextForms,
  artists: readonly Credit[],
  mayTranslate: boolean,
): TitleAgreement {
  const plain = { kind: 'alike', wantedMarks: none, candidateMarks: none, held: nobody } as const
  if (wanted.folded === title.folded) return { ...plain, similarity: equality(wanted.core, title.core) }
  const extra = beyond(title.folded, wanted.folded, artists, mayTranslate)
  if (extra !== null) return { ...plain, similarity: 1, candidateMarks: extra.marks, held: extra.held }
  const missing = beyond(wanted.folded, title.folded, [], false)
  if (missing !== null) return { ...plain, similarity: 1, wantedMarks: missing.marks }
  if (areOfDifferentScripts(wanted.scripts, title.scripts)) return acrossScripts(wanted, title)
  const similarity = similarityOf(wanted, title)
  const isOtherNumber = similarity > 0.6 && numbersOf(wanted.tokens).join() !== numbersOf(title.tokens).join()
  return { ...plain, similarity, kind: isOtherNumber ? 'other-number' : 'alike' }
}

/** Below the line for texts alone: where both sides write accents, other accents may make another word (Vietnamese). */
const otherAccents = 0.93

function equality(wanted: string, title: string): number {
  if (wanted === '') return 0
  return wanted === title || isAscii(wanted) || isAscii(title) ? 1 : otherAccents
}

function acrossScripts(wanted: TextForms, title: TextForms): TitleAgreement {
  const plain = { wantedMarks: none, candidateMarks: none, held: nobody } as const
  if (!canBeRomanised(wanted.scripts, wanted.folded) || !canBeRomanised(title.scripts, title.folded)) {
    return { ...plain, similarity: 0, kind: 'another-script' }
  }
  const here = romanise(wanted.folded, wanted.scripts)
  const there = romanise(title.folded, title.scripts)
  const length = Math.min(here.length, there.length)
  const isAlike = length > 2 && editDistance(here, there, 2) <= (length >= 10 ? 2 : length >= 6 ? 1 : 0)
  return { ...plain, similarity: isAlike ? romanisedSimilarity : 0, kind: isAlike ? 'romanised' : 'another-script' }
}

/** Words between a title and an artist. */
const linking = /(?:^| )(?:by|von|de|par|di|da|от|of|の)(?= |$)/gu
/** A title is looked for in another one at so many places. */
const mostPlaces = 3

interface Beyond {
  readonly marks: readonly VersionMark[]
  readonly held: readonly Credit[]
}

/** What a text says beyond a title within it; null where that is more than artists and version. */
function beyond(text: string, title: string, artists: readonly Credit[], mayTranslate: boolean): Beyond | null {
  if (title === '' || text.length <= title.length) return null
  let from = text.indexOf(title)
  for (let place = 0; place < mostPlaces && from >= 0; place += 1) {
    const end = from + title.length
    if (isBoundary(text, from) && isBoundary(text, end)) {
      const said = saidBy([text.slice(0, from), text.slice(end)], title, artists, mayTranslate)
      if (said !== null) return said
    }
    from = text.indexOf(title, from + 1)
  }
  return null
}

function saidBy(
  rests: readonly string[],
  title: string,
  artists: readonly Credit[],
  mayTranslate: boolean,
): Beyond | null {
  const marks: VersionMark[] = []
  const held = new Set<Credit>()
  for (const rest of rests) {
    let left = rest.trim()
    if (left === '') continue
    for (const artist of artists) {
      for (const name of [artist.whole, ...artist.aliases, ...artist.parts]) {
        const without = withoutName(left, name)
        if (without === left) continue
        left = without
        held.add(artist)
      }
    }
    left = left.replace(linking, ' ').replaceAll(/ +/g, ' ').trim()
    if (left === '' || left === 'the' || left === 'and') continue
    const said = classify(left, left)
    if (said === null) {
      if (mayTranslate && areOfDifferentScripts(scriptsOf(left), scriptsOf(title))) continue
      return null
    }
    if (said.length === 0) return null
    marks.push(...said)
  }
  return { marks, held: [...held] }
}

function withoutName(text: string, name: Name): string {
  const at = name.folded === '' ? -1 : text.indexOf(name.folded)
  if (at < 0 || !isBoundary(text, at) || !isBoundary(text, at + name.folded.length)) return text
  const before = text.slice(0, at).replace(/\bthe $/, '')
  return `${before} ${text.slice(at + name.folded.length)}`.replaceAll(/ +/g, ' ').trim()
}

/** Between words, or where letters of a script without spaces meet others. */
function isBoundary(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' '
  const after = text[at] ?? ' '
  return before === ' ' || after === ' ' || isUnspaced(before) !== isUnspaced(after)
}
