import type { WantedRecording } from '../../main/backend/matching/index.ts'
import type { LabelledCandidate, LabelledQuery } from './read.ts'

/** Picks a candidate, or none. */
export type Matcher = (wanted: WantedRecording, candidates: readonly LabelledCandidate[]) => LabelledCandidate | null

export interface Outcome {
  readonly query: LabelledQuery
  readonly picked: LabelledCandidate | null
  readonly kind: 'right' | 'wrong' | 'missed' | 'none'
}

/** A share with its 95 % interval after Wilson, which holds for small numbers and shares near 0 and 1. */
export interface Share {
  readonly value: number
  readonly of: number
  readonly from: number
  readonly to: number
}

export interface Figures {
  readonly outcomes: readonly Outcome[]
  /** Right accepts of all accepts. */
  readonly precision: Share
  /** Right accepts of all queries that have an answer. */
  readonly recall: Share
  /** Accepts of all queries that have none. */
  readonly falseAccepts: Share
}

export function figuresOf(queries: readonly LabelledQuery[], matcher: Matcher): Figures {
  const outcomes = queries.map((query): Outcome => {
    const picked = matcher(query.wanted, query.candidates)
    if (picked === null) return { query, picked, kind: query.slices.hasAnswer ? 'missed' : 'none' }
    return { query, picked, kind: picked.label === 'wrong' ? 'wrong' : 'right' }
  })
  const accepted = outcomes.filter(({ picked }) => picked !== null)
  const right = outcomes.filter(({ kind }) => kind === 'right').length
  const withAnswer = outcomes.filter(({ query }) => query.slices.hasAnswer)
  const without = outcomes.filter(({ query }) => !query.slices.hasAnswer)
  return {
    outcomes,
    precision: share(right, accepted.length),
    recall: share(right, withAnswer.length),
    falseAccepts: share(without.filter(({ picked }) => picked !== null).length, without.length),
  }
}

/** The normal distribution's 97.5 % point. */
const z = 1.96

export function share(count: number, of: number): Share {
  if (of === 0) return { value: Number.NaN, of, from: 0, to: 1 }
  const value = count / of
  const middle = (value + z ** 2 / (2 * of)) / (1 + z ** 2 / of)
  const half = (z / (1 + z ** 2 / of)) * Math.sqrt((value * (1 - value)) / of + z ** 2 / (4 * of ** 2))
  return { value, of, from: Math.max(0, middle - half), to: Math.min(1, middle + half) }
}
