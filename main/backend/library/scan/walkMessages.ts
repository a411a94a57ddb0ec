import type { Place, WalkStep } from './types.ts'

/** Main thread → worker, once. */
export interface WalkOrder {
  readonly places: readonly Place[]
  /** [batches that wait for the main thread, 1 when the walk is to end]. */
  readonly shared: SharedArrayBuffer
}

/** Worker → main thread. */
export type WalkMessage = { readonly kind: 'steps'; readonly steps: readonly WalkStep[] } | { readonly kind: 'end' }

/** Places in the shared numbers. */
export const waitingIndex = 0
export const endedIndex = 1

/** Steps in one message: some 1 ms of the main thread's time. */
export const stepsPerMessage = 100
/** Messages that may wait: with more, the worker waits for the main thread. */
export const messagesWaiting = 4
