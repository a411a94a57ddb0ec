import { compareArtists, creditOf, sureness, type ArtistAgreement } from '../artists/index.ts'
import type { Candidate, Reason, ScoredCandidate, ScoreParts } from '../types.ts'
import { similarityOf } from '../similarity/index.ts'
import { compareVersions, isHeard } from '../versions/index.ts'
import { artistCeiling, titleCeiling } from './ceilings.ts'
import { compareDurations } from './duration.ts'
import { candidateMarks, withAlbums } from './marks.ts'
import { explicitOf, isrcOf, textOf, type PreparedWanted } from './prepare.ts'
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
  const marks = candidateMarks(title, credits, wanted, isByArtist)
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
    artistCeiling(artists, duration, parts, { isByArtist, isTrusted: isCatalogue(candidate.source) }),
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
