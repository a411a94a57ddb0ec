import { compareArtists, creditOf, sureness, type ArtistAgreement, type Credit } from '../artists/index.ts'
import type { Candidate, Reason, ScoredCandidate, ScoreParts } from '../types.ts'
import { classify, compareVersions, isHeard, type VersionMark, type VersionTag } from '../versions/index.ts'
import { similarityOf } from '../similarity/index.ts'
import { compareDurations, type DurationAgreement } from './duration.ts'
import { albumMarksOf, explicitOf, isrcOf, textOf, type PreparedWanted } from './prepare.ts'
import { readTitle, type ReadTitle } from './readings.ts'
import { isCatalogue, trustOf } from './source.ts'
import * as rule from './weights.ts'

/** Scores one candidate for a prepared recording. Never throws, whatever the texts. */
export function scorePrepared<Kind extends Candidate>(wanted: PreparedWanted, candidate: Kind): ScoredCandidate<Kind> {
  const title = readTitle(candidate.title, wanted)
  const credits = candidate.artists.map(creditOf).filter((credit) => credit !== null)
  const artists = compareArtists(wanted.credits, [...credits, ...title.credits], title.featured)
  const [main] = wanted.credits
  const isByArtist = main !== undefined && sureness(main, credits) > 0
  const marks = candidateMarks(candidate, title, credits, wanted, isByArtist)
  const isVideo = marks.some(({ tag }) => tag === 'video')
  const duration = compareDurations(wanted.recording.durationMs, candidate.durationMs, isVideo)
  const heard = withAlbums(wanted, candidate, marks)
  const versions = compareVersions([...heard.wanted, ...title.agreement.wantedMarks], heard.candidate)
  const explicit = explicitOf(candidate.explicit, marks)
  const album = textOf(candidate.album)
  const channel = credits.find((credit) => credit.channel !== null)?.channel ?? null
  const named = namedArtists(artists, title, isByArtist)
  const parts: ScoreParts = {
    title: title.agreement.similarity,
    artists: named.score,
    duration: duration.score,
    version: versions.score,
    album: wanted.album === null || album === null ? null : similarityOf(wanted.album, album),
    explicit: wanted.explicit === null || explicit === null ? null : Number(wanted.explicit === explicit),
    source: trustOf(candidate, channel, isByArtist),
  }
  const reasons: Reason[] = [...titleReasons(title), ...named.reasons, duration.reason]
  for (const { kind, tag } of [...versions.conflicts, ...versions.doubts])
    reasons.push({ code: `version-${kind}`, version: tag })
  if (parts.album !== null) reasons.push({ code: parts.album > 0.8 ? 'album-equal' : 'album-different' })
  if (parts.explicit === 0) reasons.push({ code: 'explicit-different' })

  const doubts = versions.doubts.filter(
    (doubt) => !(doubt.toldByLength && duration.score !== null && duration.differenceMs <= rule.dispellingMs),
  )
  const isConflict = versions.conflicts.length > 0 || candidate.isStream === true || duration.isBeyondLimit
  if (candidate.isStream === true) reasons.push({ code: 'live-stream' })
  const ceilings = [
    isConflict ? rule.rejectCeiling : 1,
    doubts.length > 0 || heard.isDoubtful(duration) ? rule.reviewCeiling : 1,
    titleCeiling(title, duration, artists),
    artistCeiling(artists, title, duration, parts, { isByArtist, isTrusted: isCatalogue(candidate.source) }),
  ]
  const isSameIsrc = wanted.isrc !== null && wanted.isrc === isrcOf(candidate.isrc)
  if (isSameIsrc) reasons.unshift({ code: 'isrc-equal' })
  const ceiling = Math.min(...ceilings)
  return {
    candidate,
    score: Math.min(ceiling, weighted(parts)),
    parts,
    reasons,
    isExact:
      ceiling === 1 &&
      parts.title === 1 &&
      artists.kind === 'equal' &&
      isByArtist &&
      versions.doubts.length === 0 &&
      duration.score !== null &&
      duration.differenceMs <= rule.dispellingMs &&
      title.subtitle === 'agrees',
    // A code is not believed where both names say something else.
    isSameIsrc: isSameIsrc && !isConflict && (parts.title >= rule.titleReviewLine || artists.kind !== 'different'),
    versions: [...new Set([...heard.candidate].filter(isHeard).map(({ tag }) => tag))],
    isVideo,
  }
}

function weighted(parts: ScoreParts): number {
  let sum = 0
  let all = 0
  const add = (weight: number, part: number | null): void => {
    if (part === null) return
    sum += weight * part
    all += weight
  }
  add(rule.weights.title, parts.title)
  add(rule.weights.artists, parts.artists)
  add(rule.weights.duration, parts.duration)
  add(rule.weights.version, parts.version)
  add(rule.weights.album, parts.album)
  add(rule.weights.explicit, parts.explicit)
  add(rule.weights.source, parts.source)
  return sum / all
}

function titleCeiling(title: ReadTitle, duration: DurationAgreement, artists: ArtistAgreement): number {
  const { similarity, kind } = title.agreement
  const isSupported = duration.score !== null && duration.differenceMs <= rule.supportingMs
  switch (kind) {
    case 'another-script':
      return isSupported && artists.kind !== 'different' ? rule.faintCeiling : rule.rejectCeiling
    case 'romanised':
      return isSupported && (artists.kind === 'equal' || artists.kind === 'in-part') ? 1 : rule.reviewCeiling
    case 'other-number':
      return rule.rejectCeiling
    case 'alike':
  }
  if (similarity < rule.titleReviewLine) return rule.rejectCeiling
  if (title.subtitle === 'different') return rule.faintCeiling
  // A bracket of unknown words is a version of a kind that no table knows, unless the lengths say otherwise.
  const isDispelled = duration.score !== null && duration.differenceMs <= rule.dispellingMs
  if (title.subtitle === 'missing' && !isDispelled) return rule.reviewCeiling
  const line = duration.score === null ? rule.titleAcceptLineWithoutDuration : rule.titleAcceptLine
  return similarity < line ? rule.reviewCeiling : 1
}

function artistCeiling(
  artists: ArtistAgreement,
  title: ReadTitle,
  duration: DurationAgreement,
  parts: ScoreParts,
  from: { readonly isByArtist: boolean; readonly isTrusted: boolean },
): number {
  const isKnown = duration.score !== null
  const isSupported = isKnown && duration.differenceMs <= rule.supportingMs && parts.title > 0.97
  switch (artists.kind) {
    case 'different':
      return isSupported ? rule.faintCeiling : rule.rejectCeiling
    case 'another-script':
      // Where two scripts cannot be compared, title, length and album have to say it together.
      return isSupported && from.isTrusted && parts.album !== null && parts.album > 0.95 ? 1 : rule.reviewCeiling
    case 'unknown':
      return isSupported ? 1 : rule.reviewCeiling
    default: {
      if (artists.score <= rule.artistAcceptLine) return rule.reviewCeiling
      if (from.isByArtist || from.isTrusted) return !isKnown && artists.score < 0.75 ? rule.reviewCeiling : 1
      // Somebody else's upload that names the artist: a copy, or a cover that does not say so.
      return isKnown && duration.differenceMs <= rule.reuploadMs ? 1 : rule.reviewCeiling
    }
  }
}

function titleReasons({ agreement: { kind, similarity }, subtitle }: ReadTitle): Reason[] {
  const reasons: Reason[] = []
  if (kind === 'another-script') reasons.push({ code: 'title-in-another-script' })
  else if (similarity === 1) reasons.push({ code: 'title-equal' })
  else reasons.push({ code: similarity >= rule.titleReviewLine ? 'title-close' : 'title-different', similarity })
  if (kind === 'other-number') reasons.push({ code: 'number-different' })
  if (subtitle !== 'agrees') reasons.push({ code: `subtitle-${subtitle}` })
  return reasons
}

function namedArtists(
  artists: ArtistAgreement,
  title: ReadTitle,
  isByArtist: boolean,
): { score: number | null; reasons: Reason[] } {
  switch (artists.kind) {
    case 'different':
      return { score: 0, reasons: [{ code: 'artist-different' }] }
    case 'another-script':
      return { score: null, reasons: [{ code: 'artist-in-another-script' }] }
    case 'unknown':
      return { score: null, reasons: [{ code: 'artist-unknown' }] }
    default: {
      const reasons: Reason[] = [{ code: artists.kind === 'equal' ? 'artists-equal' : 'artists-in-part' }]
      if (!isByArtist && title.credits.length > 0) reasons.push({ code: 'artist-from-title' })
      return { score: artists.score, reasons }
    }
  }
}

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

function candidateMarks(
  candidate: Candidate,
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
function withAlbums(
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
