import type { CallInput } from '../../../src/contract/index.ts'
import type { ImportOutcome, ImportProposal, ImportRow, MatchReason } from '../../../src/imports/index.ts'
import type { Track } from '../../../src/music/index.ts'

/** A recording that a row may mean, as it is shown. */
export interface Shown {
  readonly track: Track
  /** 0 to 1; null for one that a person searched for: nobody judged it. */
  readonly score: number | null
  readonly reasons: readonly MatchReason[]
  /** What the row means at the moment. */
  readonly isChosen: boolean
}

const shown = ({ track, score, reasons }: ImportProposal, isChosen = false): Shown => ({
  track,
  score,
  reasons,
  isChosen,
})

/** What there is to choose from, best first. */
export function candidatesOf(outcome: ImportOutcome): readonly Shown[] {
  switch (outcome.kind) {
    case 'matched':
      return [
        ...(outcome.match === null ? [] : [shown(outcome.match, true)]),
        ...outcome.alternatives.map((one) => shown(one)),
      ]
    case 'review':
      return outcome.proposals.map((one) => shown(one))
    case 'none':
      return outcome.nearest === null ? [] : [shown(outcome.nearest)]
    case 'open':
    case 'skipped':
      return []
    default:
      return outcome satisfies never
  }
}

export type Decision = CallInput<'imports.decide'>['decision']

/** What takes a decision about a row that had come to `outcome` back: what was decided before it, or nothing. */
export function decisionBefore(outcome: ImportOutcome, decision: Decision): Decision {
  if (outcome.kind === 'matched' && outcome.by === 'person' && outcome.match !== null)
    return { kind: 'choose', trackId: outcome.match.track.id }
  if (outcome.kind === 'none' && outcome.why === 'left-out') return { kind: 'leave-out' }
  return { kind: 'forget', refusedIds: decision.kind === 'refuse' ? decision.trackIds : [] }
}

/** A row as it was when a person said what it means. */
export interface Answered {
  readonly place: number
  readonly outcome: string
}

export function answeredOf({ place, outcome }: ImportRow): Answered {
  return { place, outcome: JSON.stringify(outcome) }
}

/** Whether a row is still shown as it was before the answer. */
export function isAnswered(row: ImportRow, answered: Answered | null): boolean {
  return answered !== null && row.place === answered.place && JSON.stringify(row.outcome) === answered.outcome
}

/** Whether a person can say what a row means. */
export function isDecidable({ outcome }: ImportRow): boolean {
  return outcome.kind !== 'skipped'
}

/** How a length compares with the wanted one. */
export interface LengthDifference {
  /** Seconds, with the sign of "longer". */
  readonly seconds: number
  readonly tone: 'good' | 'doubtful' | 'wrong'
}

/** Lengths this close, in seconds, are those of one recording: rounding, and silence that was cut. */
const closeSeconds = 3
/** Beyond this it is another recording, in seconds, or as a share of the wanted length: whichever is more. */
const wrongSeconds = 15
const wrongShare = 0.07

/** Null where one of the lengths is not known. */
export function lengthDifference(wantedMs: number | null, foundMs: number | null): LengthDifference | null {
  if (wantedMs === null || foundMs === null) return null
  const seconds = Math.round((foundMs - wantedMs) / 1000)
  const far = Math.abs(seconds)
  if (far <= closeSeconds) return { seconds, tone: 'good' }
  const limit = Math.max(wrongSeconds, (wantedMs / 1000) * wrongShare)
  return { seconds, tone: far > limit ? 'wrong' : 'doubtful' }
}

const titleCodes: ReadonlySet<string> = new Set([
  'title-different',
  'title-close',
  'subtitle-missing',
  'subtitle-different',
  'number-different',
  'version-extra',
  'version-missing',
  'version-detail',
])
const artistCodes: ReadonlySet<string> = new Set(['artist-different', 'artists-in-part', 'artist-unknown'])

/** Which facts of a candidate are not those that are wanted. */
export function differing(reasons: readonly MatchReason[]): {
  readonly title: boolean
  readonly artist: boolean
  readonly album: boolean
} {
  return {
    title: reasons.some(({ code }) => titleCodes.has(code)),
    artist: reasons.some(({ code }) => artistCodes.has(code)),
    album: reasons.some(({ code }) => code === 'album-different'),
  }
}
