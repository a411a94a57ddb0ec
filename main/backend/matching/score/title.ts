import type { Credit, Name } from '../artists/index.ts'
import { areOfDifferentScripts, canBeRomanised, numbersOf, romanise, type TextForms } from '../normalise/index.ts'
import { isUnspaced } from '../normalise/scripts.ts'
import { editDistance, similarityOf } from '../similarity/index.ts'
import { classify, type VersionMark } from '../versions/index.ts'

/** How a title goes together with the wanted one. */
export interface TitleAgreement {
  readonly similarity: number
  readonly kind: 'alike' | 'other-number' | 'another-script' | 'romanised'
  /** What the words beyond the common title say of the version. */
  readonly wantedMarks: readonly VersionMark[]
  readonly candidateMarks: readonly VersionMark[]
  /** The wanted artist stands in the candidate’s title. */
  readonly holdsArtist: boolean
}

const none: readonly VersionMark[] = []
/** Above this two romanised texts are one for the ear, but never as sure as letters. */
const romanisedSimilarity = 0.9

export function compareTitles(wanted: TextForms, title: TextForms, artists: readonly Credit[]): TitleAgreement {
  const plain = { kind: 'alike', wantedMarks: none, candidateMarks: none, holdsArtist: false } as const
  if (wanted.folded === title.folded) return { ...plain, similarity: wanted.folded === '' ? 0 : 1 }
  const extra = beyond(title.folded, wanted.folded, artists)
  if (extra !== null) return { ...plain, similarity: 1, candidateMarks: extra.marks, holdsArtist: extra.holdsArtist }
  const missing = beyond(wanted.folded, title.folded, [])
  if (missing !== null) return { ...plain, similarity: 1, wantedMarks: missing.marks }
  if (areOfDifferentScripts(wanted.scripts, title.scripts)) return acrossScripts(wanted, title)
  const similarity = similarityOf(wanted, title)
  const isOtherNumber = similarity > 0.6 && numbersOf(wanted.tokens).join() !== numbersOf(title.tokens).join()
  return { ...plain, similarity, kind: isOtherNumber ? 'other-number' : 'alike' }
}

function acrossScripts(wanted: TextForms, title: TextForms): TitleAgreement {
  const plain = { wantedMarks: none, candidateMarks: none, holdsArtist: false } as const
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

/** What a text says beyond a title within it; null where that is more than artists and version. */
function beyond(
  text: string,
  title: string,
  artists: readonly Credit[],
): { marks: readonly VersionMark[]; holdsArtist: boolean } | null {
  if (title === '' || text.length <= title.length) return null
  let from = text.indexOf(title)
  for (let place = 0; place < mostPlaces && from >= 0; place += 1) {
    const end = from + title.length
    if (isBoundary(text, from) && isBoundary(text, end)) {
      const said = saidBy([text.slice(0, from), text.slice(end)], artists)
      if (said !== null) return said
    }
    from = text.indexOf(title, from + 1)
  }
  return null
}

function saidBy(
  rests: readonly string[],
  artists: readonly Credit[],
): { marks: readonly VersionMark[]; holdsArtist: boolean } | null {
  const marks: VersionMark[] = []
  let holdsArtist = false
  for (const rest of rests) {
    let left = rest.trim()
    if (left === '') continue
    for (const { whole, aliases, parts } of artists) {
      for (const name of [whole, ...aliases, ...parts]) {
        const without = withoutName(left, name)
        if (without === left) continue
        left = without
        holdsArtist = true
      }
    }
    left = left.replace(linking, ' ').replaceAll(/ +/g, ' ').trim()
    if (left === '' || left === 'the' || left === 'and') continue
    const said = classify(left, left)
    if (said === null) return null
    marks.push(...said)
  }
  return { marks, holdsArtist }
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
