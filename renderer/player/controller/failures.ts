/** Failures in a row after which playback stops. */
export const failureLimit = 3

/** A track heard this long, in ms, was a success: the next failure begins a new row. */
export const successMs = 3_000

/** Failures in a row: how many, and the entry that the row began with. */
export interface FailureRow {
  readonly count: number
  readonly firstEntryId: string | null
}

export const noFailures: FailureRow = { count: 0, firstEntryId: null }

/** What to do about a track that cannot be played. */
export type FailureStep =
  | { readonly kind: 'passOver'; readonly row: FailureRow }
  /** Stop at the entry the row began with. `isRepeated`: because there were too many. */
  | { readonly kind: 'stop'; readonly entryId: string; readonly isRepeated: boolean }

/** Decides about one more failure. A list is never burned through, and one that ends in failures is not silently over. */
export function afterFailure(row: FailureRow, entryId: string, canGoOn: boolean): FailureStep {
  const firstEntryId = row.firstEntryId ?? entryId
  const count = row.count + 1
  if (count >= failureLimit) return { kind: 'stop', entryId: firstEntryId, isRepeated: true }
  if (!canGoOn) return { kind: 'stop', entryId: firstEntryId, isRepeated: false }
  return { kind: 'passOver', row: { count, firstEntryId } }
}
