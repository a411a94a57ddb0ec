import type { Reason } from '../types.ts'

/** Rounding and trimmed silence: no difference. */
const flatMs = 2500
const flatShare = 0.005
/** Beyond the flat part the score falls to 1/e in this much. */
const fallMs = 9500
const fallShare = 0.03
/** Beyond this a candidate is another recording or cut. */
const limitMs = 15_000
const limitShare = 0.07
/** Videos have openings and endings of their own. */
const videoLimitMs = 30_000
const videoLimitShare = 0.15
/** Sped up and slowed copies: the length by the factor of the tempo. */
const tempoRatios: readonly (readonly [from: number, to: number])[] = [
  [0.72, 0.92],
  [1.1, 1.35],
]

/** How two lengths go together. */
export interface DurationAgreement {
  /** From 0 to 1; null where one is not known. */
  readonly score: number | null
  readonly differenceMs: number
  readonly isBeyondLimit: boolean
  readonly reason: Reason
}

export function compareDurations(
  wantedMs: number | null | undefined,
  candidateMs: number | null | undefined,
  isVideo: boolean,
): DurationAgreement {
  if (!isKnown(wantedMs) || !isKnown(candidateMs)) {
    return { score: null, differenceMs: 0, isBeyondLimit: false, reason: { code: 'duration-unknown' } }
  }
  const differenceMs = Math.abs(wantedMs - candidateMs)
  const limit = isVideo ? Math.max(videoLimitMs, videoLimitShare * wantedMs) : Math.max(limitMs, limitShare * wantedMs)
  const over = differenceMs - Math.max(flatMs, flatShare * wantedMs)
  const score = over <= 0 ? 1 : Math.exp(-over / Math.max(fallMs, fallShare * wantedMs))
  const isBeyondLimit = differenceMs > limit
  return {
    score,
    differenceMs,
    isBeyondLimit,
    reason: reasonOf(score, differenceMs, isBeyondLimit, candidateMs / wantedMs),
  }
}

function reasonOf(score: number, differenceMs: number, isBeyondLimit: boolean, ratio: number): Reason {
  if (!isBeyondLimit) return { code: score === 1 ? 'duration-close' : 'duration-off', differenceMs }
  if (tempoRatios.some(([from, to]) => ratio >= from && ratio <= to)) return { code: 'tempo-suspected', ratio }
  return { code: 'duration-beyond-limit', differenceMs }
}

/** Zero and less is what sources say where they do not know. */
export function isKnown(durationMs: number | null | undefined): durationMs is number {
  return typeof durationMs === 'number' && Number.isFinite(durationMs) && durationMs > 0
}
