import { createHash } from 'node:crypto'
import type { SpotifyPage } from '../answers/index.ts'

/** How far a list was read, for going on after a restart. Plain data. */
export interface ListPlace {
  /** Which reading it is: 1, or 2 after the list changed during the first. */
  readonly reading: 1 | 2
  /** The list's mark of change when this reading began; null for lists without one. */
  readonly mark: string | null
  /** Place of the next entry; 0 when nothing was read yet. */
  readonly next: number
  /** Entries of the whole list; null before the first page. */
  readonly total: number | null
  /** Digest of the last entry that was read, by which the next page of a list without a mark is joined. */
  readonly last: string | null
  /** Digest of the first page: told again at the end, it shows whether the list moved. */
  readonly first: string | null
  /** Digests of what all pages of this reading held so far, and of what the reading before it held. */
  readonly content: string
  readonly before: string | null
}

export const beginning: ListPlace = {
  reading: 1,
  mark: null,
  next: 0,
  total: null,
  last: null,
  first: null,
  content: '',
  before: null,
}

/** A digest of what came before and of these items, each of which is told by plain values. */
export function digestOf(before: string, identities: readonly unknown[]): string {
  return createHash('sha256').update(before).update(JSON.stringify(identities)).digest('base64url')
}

/** How many entries are read a second time with the next page: one where no mark tells whether the list moved meanwhile. */
export function overlapAt({ mark, next }: ListPlace): number {
  return mark === null && next > 0 ? 1 : 0
}

/** What a page is, seen from where the list was read to. */
export type PageCheck<Item> =
  /** It is the next one, whole; `items` without those that were there before. */
  | { readonly kind: 'fits'; readonly items: readonly Item[]; readonly place: ListPlace }
  /** The list is longer or shorter than it was, or its entries are in other places. */
  | { readonly kind: 'moved' }
  /** Fewer entries than there have to be. */
  | { readonly kind: 'short' }

/**
 * Judges the next page of a list, which begins `overlapAt` before the place. A page holds as many entries as it says at most, or
 * what is left of the list; one that holds fewer lacks some, and nobody could say which.
 */
export function checkPage<Item>(
  place: ListPlace,
  page: SpotifyPage<Item>,
  identityOf: (item: Item) => unknown,
): PageCheck<Item> {
  if (place.total !== null && page.total !== place.total) return { kind: 'moved' }
  const overlap = overlapAt(place)
  const due = Math.max(0, Math.min(page.limit, page.total - place.next + overlap))
  const items = page.items.slice(overlap)
  if (page.items.length !== due || (items.length === 0 && place.next < page.total)) return { kind: 'short' }
  const identities = page.items.map(identityOf)
  if (overlap > 0 && digestOf('', identities.slice(0, overlap)) !== place.last) return { kind: 'moved' }
  const content = digestOf(place.content, identities.slice(overlap))
  const next = {
    ...place,
    total: page.total,
    next: place.next + items.length,
    last: digestOf('', identities.slice(-1)),
    first: place.first ?? content,
    content,
  }
  return { kind: 'fits', items, place: next }
}

/** Whether the list was read to its end. */
export function isAtEnd({ total, next }: ListPlace): boolean {
  return total !== null && next >= total
}

/** The place from which a list is read a second time; null when it was already. */
export function again(place: ListPlace): ListPlace | null {
  return place.reading === 2 ? null : { ...beginning, reading: 2, before: isAtEnd(place) ? place.content : null }
}

/** Whether the whole list came as one page, and so as it was at one moment. */
export function isOnePage(place: ListPlace): boolean {
  return isAtEnd(place) && place.content === place.first
}

/** Whether both readings found the same: then it did not change, whatever its mark says. */
export function isAsBefore(place: ListPlace): boolean {
  return isAtEnd(place) && place.before !== null && place.before === place.content
}
