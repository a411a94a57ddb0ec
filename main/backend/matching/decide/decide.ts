import { acceptLine, equalWithin, isKnown, margin, qualityOf, reviewLine, ruleVersion } from '../score/index.ts'
import type { PreparedWanted } from '../score/index.ts'
import type { Candidate, Decision, MatchOptions, NoMatchReason, ScoredCandidate } from '../types.ts'

const mostProposals = 5
const mostAlternatives = 10
/** Lengths further apart than this belong to different recordings. */
const apartMs = 5000
const apartShare = 0.02
/** A video may be longer than its recording by this share. */
const videoShare = 0.25

/** Decides among candidates that were scored: the cascade of docs/matching.md. */
export function decide<Kind extends Candidate>(
  wanted: PreparedWanted,
  scored: readonly ScoredCandidate<Kind>[],
  options: MatchOptions,
): Decision<Kind> {
  const chosen = scored.find(({ candidate }) => candidate.id === options.overrideId)
  const allowed = scored.filter((one) => one === chosen || isAllowed(one, options))
  const ranked = allowed.toSorted((one, other) => other.score - one.score)
  if (chosen !== undefined) {
    const byPerson = { ...chosen, reasons: [{ code: 'chosen-by-person' } as const, ...chosen.reasons] }
    return matched('override', byPerson, ranked)
  }
  const sameCode = ranked.filter(({ isSameIsrc }) => isSameIsrc)
  if (sameCode.length > 0) return matched('isrc', bestSounding(sameCode, wanted), ranked)
  const exact = ranked.filter(({ isExact }) => isExact)
  if (exact.length > 0) return matched('exact', bestSounding(exact, wanted), ranked)

  const [best] = ranked
  if (best === undefined) {
    return { kind: 'none', why: scored.length === 0 ? 'nothing-found' : 'only-rejected', nearest: null, ruleVersion }
  }
  if (best.score < reviewLine) return { kind: 'none', why: whyNone(ranked), nearest: best, ruleVersion }
  const proposals = ranked.filter(({ score }) => score >= reviewLine).slice(0, mostProposals)
  if (best.score < acceptLine) return { kind: 'review', why: 'below-accept-line', proposals, ruleVersion }
  const rival = ranked.find((one) => one.score >= best.score - margin && isOtherRecording(best, one))
  if (rival !== undefined) return { kind: 'review', why: 'several-recordings', proposals, ruleVersion }
  return matched('score', bestSounding(ranked, wanted), ranked)
}

function matched<Kind extends Candidate>(
  by: 'override' | 'isrc' | 'exact' | 'score',
  chosen: ScoredCandidate<Kind>,
  ranked: readonly ScoredCandidate<Kind>[],
): Decision<Kind> {
  const alternatives = ranked
    .filter(({ candidate, score }) => candidate !== chosen.candidate && score >= acceptLine)
    .slice(0, mostAlternatives)
  return { kind: 'match', by, chosen, alternatives, ruleVersion }
}

/** Of the same recording the one that sounds best; what is ranked comes best first and is not empty. */
function bestSounding<Kind extends Candidate>(
  ranked: readonly ScoredCandidate<Kind>[],
  wanted: PreparedWanted,
): ScoredCandidate<Kind> {
  const [best, ...rest] = ranked
  if (best === undefined) throw new RangeError('Nothing to choose from')
  const equals = rest.filter(
    (one) => one.score >= Math.max(acceptLine, best.score - equalWithin) && isAsGood(one, best, wanted),
  )
  let chosen = best
  for (const one of equals) if (qualityOf(one.candidate) > qualityOf(chosen.candidate)) chosen = one
  return chosen
}

function isAsGood(one: ScoredCandidate, best: ScoredCandidate, wanted: PreparedWanted): boolean {
  if (isOtherRecording(one, best) || (one.isVideo && !best.isVideo)) return false
  return wanted.explicit === null || (one.parts.explicit ?? 1) >= (best.parts.explicit ?? 1)
}

function isOtherRecording(one: ScoredCandidate, other: ScoredCandidate): boolean {
  if (one === other) return false
  if (one.versions.toSorted().join() !== other.versions.toSorted().join()) return true
  const [here, there] = [one.candidate.durationMs, other.candidate.durationMs]
  if (!isKnown(here) || !isKnown(there)) return false
  const apart = Math.abs(here - there)
  const isVideo = one.isVideo !== other.isVideo
  return apart > Math.max(apartMs, (isVideo ? videoShare : apartShare) * Math.max(here, there))
}

function isAllowed({ candidate }: ScoredCandidate, { rejectedIds, only }: MatchOptions): boolean {
  if (rejectedIds?.has(candidate.id) === true) return false
  const isUnknown = candidate.explicit === null || candidate.explicit === undefined
  return only === undefined || isUnknown || candidate.explicit === (only === 'explicit')
}

/** What stands in the way of those whose title agrees. */
function whyNone(ranked: readonly ScoredCandidate[]): NoMatchReason {
  const titled = ranked.filter(({ parts }) => parts.title >= acceptLine)
  const byArtist = titled.filter(({ parts }) => parts.artists !== 0)
  if (titled.length === 0) return 'nothing-close'
  if (byArtist.length === 0) return 'only-other-artists'
  const isOtherLength = ({ reasons }: ScoredCandidate): boolean =>
    reasons.some(({ code }) => code === 'duration-beyond-limit' || code === 'tempo-suspected')
  const isOtherVersion = ({ reasons }: ScoredCandidate): boolean =>
    reasons.some(({ code }) => code.startsWith('version-'))
  if (byArtist.some((one) => isOtherLength(one) && !isOtherVersion(one))) return 'only-other-lengths'
  return byArtist.some(isOtherVersion) ? 'only-other-versions' : 'nothing-close'
}
