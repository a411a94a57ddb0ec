import type { TrackSort } from '../../../src/library/index.ts'

/** Which columns a list of tracks has: `album` numbers them as the album does and leaves cover and album out, `mixed` has both. */
export type TrackColumns = 'album' | 'mixed'

/** The order of a list, where its head can change it. */
export interface TrackOrder {
  readonly sort: TrackSort
  readonly descending: boolean
  readonly onChange: (sort: TrackSort, descending: boolean) => void
}
