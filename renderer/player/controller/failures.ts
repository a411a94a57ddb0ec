import type { Failure, FailureCode } from '../../../src/contract/index.ts'
import { failure } from '../../../src/failure/index.ts'
import type { Queue } from '../queue/index.ts'

/** Failures in a row after which playback stops. */
export const failureLimit = 3

/** A track heard this long, in ms, was a success: the next failure begins a new row. */
export const successMs = 3_000

/** What says nothing about the track: the next one would fail in the same way. */
const notOfTheTrack: ReadonlySet<FailureCode> = new Set(['output-blocked', 'output-unavailable', 'bridge-closed'])

/**
 * The failure as it may be told. While the backend does not answer, every track fails: whatever the engine made of that, it
 * says nothing about the file, its disk, or the next one.
 */
export function truthOf(error: Failure, isConnected: boolean): Failure {
  return isConnected || notOfTheTrack.has(error.code) ? error : failure('bridge-closed')
}

/** Why playback stops after too many failures in a row: what is wrong with a node says more than that there were so many. */
export function wholeTruth(last: Failure): Failure {
  return last.code.startsWith('node-') ? last : failure('playback-failed-repeatedly')
}

/** Failures in a row: how many, and the entry that the row began with. */
export interface FailureRow {
  readonly count: number
  readonly firstEntryId: string | null
}

export const noFailures: FailureRow = { count: 0, firstEntryId: null }

/** What to do about a track that cannot be played. */
export type FailureStep =
  | { readonly kind: 'passOver'; readonly row: FailureRow; readonly to: Queue }
  /** Stop, standing at this entry. `isRepeated`: because there were too many in a row. */
  | { readonly kind: 'stop'; readonly entryId: string; readonly isRepeated: boolean }

/**
 * Decides about one more failure; `onward` is the queue that a skip would lead to. A list is never burned through, and one
 * that ends in failures is not silently over: playback then stands where the row began.
 */
export function afterFailure(row: FailureRow, entryId: string, error: Failure, onward: Queue | null): FailureStep {
  if (notOfTheTrack.has(error.code)) return { kind: 'stop', entryId, isRepeated: false }
  const firstEntryId = row.firstEntryId ?? entryId
  const count = row.count + 1
  if (count >= failureLimit) return { kind: 'stop', entryId: firstEntryId, isRepeated: true }
  if (onward === null) return { kind: 'stop', entryId: firstEntryId, isRepeated: false }
  return { kind: 'passOver', row: { count, firstEntryId }, to: onward }
}
