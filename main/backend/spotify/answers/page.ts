import { z } from 'zod'

/** One page of a list. */
export interface SpotifyPage<Item> {
  readonly items: readonly Item[]
  /** Place of the first one in the list, from 0. */
  readonly offset: number
  /** How many a page holds at most: it may be fewer than was asked for. */
  readonly limit: number
  /** Entries of the whole list. */
  readonly total: number
}

const count = z.number().int().nonnegative()

/** A page of what `item` reads. All of its figures have to be there: a page of which the place is not told fits anywhere. */
export const pageSchema = <Item>(item: (entry: unknown) => Item) =>
  z
    .object({ items: z.array(z.unknown()), total: count, offset: count, limit: count.positive() })
    .transform(({ items, ...rest }): SpotifyPage<Item> => ({ ...rest, items: items.map(item) }))
