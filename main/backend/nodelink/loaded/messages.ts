import type { Loaded, NodeTrack } from '../answers.ts'

/** What the worker thread is told: the answer's bytes first, then each time that the next portion of it is wanted. */
export type LoadedOrder = { readonly kind: 'read'; readonly bytes: Uint8Array } | { readonly kind: 'next' }

/** Tracks come some at a time; what they are the tracks of comes behind them, with none of its own. Null: it is no answer. */
export type LoadedMessage =
  | { readonly kind: 'tracks'; readonly tracks: readonly NodeTrack[] }
  | { readonly kind: 'end'; readonly loaded: Loaded | null }
