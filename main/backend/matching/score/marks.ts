import { sureness, type Credit } from '../artists/index.ts'
import type { Candidate } from '../types.ts'
import { classify, type VersionMark, type VersionTag } from '../versions/index.ts'
import type { DurationAgreement } from './duration.ts'
import { albumMarksOf, type PreparedWanted } from './prepare.ts'
import type { ReadTitle } from './readings.ts'
import * as rule from './weights.ts'

/** Channels that make nothing but such versions. */
const channelTags: ReadonlySet<VersionTag> = new Set([
  'cover',
  'karaoke',
  'sped-up',
  'slowed',
  'altered',
  'reaction',
  'tutorial',
  'loop',
  'instrumental',
])

/** What title and channel of a candidate say about its version. */
export function candidateMarks(
  title: ReadTitle,
  credits: readonly Credit[],
  wanted: PreparedWanted,
  isByArtist: boolean,
): readonly VersionMark[] {
  const isOwnCover = isByArtist && !title.credits.some((other) => sureness(other, wanted.credits) > 0)
  // Whoever is wanted may play somebody else's song: that it is a cover says nothing new then.
  const marks = isOwnCover
    ? title.marks.filter((mark) => mark.tag !== 'cover' || holdsName(mark.detail, wanted))
    : [...title.marks]
  if (isByArtist) return marks
  for (const { whole } of credits)
    marks.push(...(classify(whole.folded, whole.folded) ?? []).filter(({ tag }) => channelTags.has(tag)))
  return marks
}

/** "(Coldplay cover)" on a channel that is called Coldplay is by somebody else all the same. */
function holdsName(words: readonly string[], wanted: PreparedWanted): boolean {
  const name = wanted.credits[0]?.whole.compact ?? ''
  return name !== '' && words.join('').includes(name)
}

/** What the albums say about the version where the titles do not. */
export function withAlbums(
  wanted: PreparedWanted,
  candidate: Candidate,
  marks: readonly VersionMark[],
): {
  readonly wanted: readonly VersionMark[]
  readonly candidate: readonly VersionMark[]
  isDoubtful(duration: DurationAgreement): boolean
} {
  const lacks = (mine: readonly VersionMark[], tag: VersionTag): boolean => mine.every((mark) => mark.tag !== tag)
  const albumMarks = albumMarksOf(candidate.album)
  const missing = wanted.albumMarks.filter(({ tag }) => lacks(wanted.marks, tag))
  const extra = albumMarks.filter(({ tag }) => lacks(marks, tag))
  // An album on one side only that says it: the title of the other side may, and then agrees.
  const mine = missing.filter(({ tag }) => !lacks(marks, tag) || !lacks(extra, tag))
  const theirs = extra.filter(({ tag }) => !lacks(wanted.marks, tag) || !lacks(missing, tag) || wanted.album !== null)
  const isOneSided = missing.length > mine.length || extra.length > theirs.length
  return {
    wanted: [...wanted.marks, ...mine.map(({ tag }) => ({ tag, detail: [], years: [] }))],
    candidate: [...marks, ...theirs.map(({ tag }) => ({ tag, detail: [], years: [] }))],
    isDoubtful: ({ score, differenceMs }) => isOneSided && (score === null || differenceMs > rule.dispellingMs),
  }
}
