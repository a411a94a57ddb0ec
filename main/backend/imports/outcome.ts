import { z } from 'zod'
import { type ImportOutcome, matchReasonSchema, noMatchSchema } from '../../../src/imports/index.ts'
import type { Track } from '../../../src/music/index.ts'
import type { Candidate, Decision, ScoredCandidate } from '../matching/index.ts'
import { isMusic, type RowKind } from './wanted.ts'

const proposalSchema = z.object({
  trackId: z.string(),
  score: z.number(),
  reasons: z.array(matchReasonSchema).readonly(),
})

/** A proposal as it is kept: its track by name. */
export type Proposal = Readonly<z.infer<typeof proposalSchema>>

const proposals = z.array(proposalSchema).readonly()

/** What is kept of how a row came to what it is; the track of a match stands beside it. */
export const detailSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('matched'),
    by: z.enum(['person', 'remembered', 'isrc', 'exact', 'score']),
    score: z.number(),
    reasons: z.array(matchReasonSchema).readonly(),
    alternatives: proposals,
  }),
  z.object({ kind: z.literal('review'), why: z.enum(['below-accept-line', 'several-recordings']), proposals }),
  z.object({ kind: z.literal('none'), why: noMatchSchema, nearest: proposalSchema.nullable() }),
])

/** What a row came to, and the track of a match. */
export interface Settled {
  readonly detail: z.infer<typeof detailSchema>
  readonly trackId: string | null
}

export const outcomeKinds = [
  'open',
  'matched',
  'review',
  'none',
  'skipped',
] as const satisfies readonly ImportOutcome['kind'][]

/** Others that would do are kept for when the match cannot be played. */
const mostAlternatives = 4

const proposalOf = ({ candidate, score, reasons }: ScoredCandidate): Proposal => ({
  trackId: candidate.id,
  score,
  reasons: [...reasons],
})

/** What matching decided, as it is kept. */
export function settledBy(decision: Decision, isRemembered: boolean): Settled {
  switch (decision.kind) {
    case 'match': {
      const { trackId, score, reasons } = proposalOf(decision.chosen)
      const by = decision.by === 'override' ? 'person' : isRemembered ? 'remembered' : decision.by
      const alternatives = decision.alternatives.slice(0, mostAlternatives).map(proposalOf)
      return { trackId, detail: { kind: 'matched', by, score, reasons, alternatives } }
    }
    case 'review':
      return {
        trackId: null,
        detail: { kind: 'review', why: decision.why, proposals: decision.proposals.map(proposalOf) },
      }
    case 'none':
      return {
        trackId: null,
        detail: {
          kind: 'none',
          why: decision.why,
          nearest: decision.nearest === null ? null : proposalOf(decision.nearest),
        },
      }
    default:
      return decision satisfies never
  }
}

/** A person's own choice. */
export function chosenByPerson(trackId: string): Settled {
  const reasons = [{ code: 'chosen-by-person' as const }]
  return { trackId, detail: { kind: 'matched', by: 'person', score: 1, reasons, alternatives: [] } }
}

/** A person wants none. */
export const leftOut: Settled = { trackId: null, detail: { kind: 'none', why: 'left-out', nearest: null } }

/** The tracks that an outcome names, to be had in one go. */
export function trackIdsOf({ detail, trackId }: Settled): readonly string[] {
  return [...(trackId === null ? [] : [trackId]), ...proposalsOf(detail).map((one) => one.trackId)]
}

function proposalsOf(detail: Settled['detail']): readonly Proposal[] {
  switch (detail.kind) {
    case 'matched':
      return detail.alternatives
    case 'review':
      return detail.proposals
    case 'none':
      return detail.nearest === null ? [] : [detail.nearest]
    default:
      return detail satisfies never
  }
}

/** A row's outcome as pages see it. Proposals whose tracks are gone are left out. */
export function outcomeOf(
  row: { readonly kind: RowKind; readonly outcome: ImportOutcome['kind']; readonly settled: Settled | null },
  tracks: ReadonlyMap<string, Track>,
): ImportOutcome {
  if (!isMusic(row.kind)) return { kind: 'skipped', why: whySkipped(row.kind) }
  if (row.outcome === 'open' || row.settled === null) return { kind: 'open' }
  const { detail, trackId } = row.settled
  const shown = ({ trackId: id, score, reasons }: Proposal) => {
    const track = tracks.get(id)
    return track === undefined ? [] : [{ track, score, reasons }]
  }
  switch (detail.kind) {
    case 'matched': {
      const [match = null] = trackId === null ? [] : shown({ trackId, score: detail.score, reasons: detail.reasons })
      return { kind: 'matched', by: detail.by, match, alternatives: detail.alternatives.flatMap(shown) }
    }
    case 'review':
      return { kind: 'review', why: detail.why, proposals: detail.proposals.flatMap(shown) }
    case 'none': {
      const [nearest = null] = detail.nearest === null ? [] : shown(detail.nearest)
      return { kind: 'none', why: detail.why, nearest }
    }
    default:
      return detail satisfies never
  }
}

function whySkipped(kind: RowKind): 'episode' | 'gone' | 'unreadable' {
  return kind === 'episode' || kind === 'gone' ? kind : 'unreadable'
}

/** A track as something to choose. */
export function candidateOf(track: Track): Candidate {
  const { id, title, artists, albumTitle, durationMs, isrc, format, origin, source } = track
  return {
    id,
    title,
    artists,
    album: albumTitle,
    durationMs,
    isrc,
    source: origin === 'node' ? (source ?? 'node') : 'library',
    isLossless: format.lossless,
    bitRateBps: format.bitRateBps,
  }
}
