import { failure, FailureError } from '../../../../src/contract/index.ts'
import type { SpotifyPage } from '../answers/index.ts'
import type { Asking } from '../request.ts'
import {
  again,
  beginning,
  checkPage,
  digestOf,
  isAsBefore,
  isAtEnd,
  isOnePage,
  type ListPlace,
  overlapAt,
} from './order.ts'

/** What reading a list yields, in this order; each is to be kept before the next is asked for. */
export type ListStep<Item> =
  /** The list is read from its beginning: what was read of it before is void. */
  | { readonly kind: 'begin'; readonly place: ListPlace }
  /** The next entries, `offset` being the place of the first. With `place` the reading goes on after a restart. */
  | { readonly kind: 'page'; readonly offset: number; readonly items: readonly Item[]; readonly place: ListPlace }
  /** All of it was read, and it is as the list was at one moment. Comes last, and only then is a reading whole. */
  | { readonly kind: 'end'; readonly total: number; readonly mark: string | null }

/** A list that is had by the page. */
export interface PagedList<Item> {
  page(offset: number, asking: Asking): Promise<SpotifyPage<Item>>
  /** Its mark of change now; null for a list that has none. */
  readonly mark: ((asking: Asking) => Promise<string>) | null
  /** What tells an item from another one, as plain values: without what may be said differently each time. */
  readonly identityOf: (item: Item) => unknown
  /** Given where the same item stands in the list once at most: a second one shows that the list moved. */
  readonly keyOf?: (item: Item) => string | null
}

/**
 * Reads a list whole or not at all. It is watched for changes: by its mark, by its length, and where there is no mark by the entry at
 * which two pages meet, and by the first page, which is read again at the end. One that changed is read once more from the beginning. Throws a `FailureError`:
 * `spotify-list-changing` when it changed again, `spotify-list-short` when entries are kept back, and whatever a page fails with; the
 * reading goes on later `from` the last place.
 */
export async function* readList<Item>(
  list: PagedList<Item>,
  asking: Asking,
  from: ListPlace | null = null,
): AsyncGenerator<ListStep<Item>, void, undefined> {
  let seen = new Set<string>()
  let place = from ?? (await marked(list, beginning, asking))
  if (from === null) yield { kind: 'begin', place }
  else if (!isAtEnd(place)) {
    // It may have changed while nobody read.
    const now = await marked(list, place, asking)
    if (now.mark !== place.mark) {
      place = { ...beginning, reading: place.reading, mark: now.mark }
      yield { kind: 'begin', place }
    }
  }
  for (;;) {
    const next = isAtEnd(place) ? await confirmed(list, place, asking) : await nextPage(list, place, seen, asking)
    if (next.kind === 'moved') {
      const second = again(place)
      if (second === null) throw new FailureError(failure('spotify-list-changing'))
      place = await marked(list, second, asking)
      seen = new Set()
      yield { kind: 'begin', place }
      continue
    }
    yield next
    if (next.kind !== 'page') return
    place = next.place
  }
}

/** The place with the list's mark as it is now. */
async function marked<Item>({ mark }: PagedList<Item>, place: ListPlace, asking: Asking): Promise<ListPlace> {
  return mark === null ? place : { ...place, mark: await mark({ ...asking, isAnew: true }) }
}

interface Moved {
  readonly kind: 'moved'
}

async function nextPage<Item>(
  list: PagedList<Item>,
  place: ListPlace,
  seen: Set<string>,
  asking: Asking,
): Promise<(ListStep<Item> & { readonly kind: 'page' }) | Moved> {
  const offset = place.next - overlapAt(place)
  let page = await list.page(offset, asking)
  let check = checkPage(place, page, list.identityOf)
  if (check.kind === 'short' || (place.total === null && page.total === 0)) {
    // A server that is ill may get well. One that says that there is nothing at all has to say so twice.
    const { total } = page
    page = await list.page(offset, { ...asking, isAnew: true })
    if (page.total !== total) return { kind: 'moved' }
    check = checkPage(place, page, list.identityOf)
  }
  if (check.kind === 'short') throw new FailureError(failure('spotify-list-short', { total: page.total }))
  if (check.kind === 'moved' || hasRepeats(list, check.items, seen)) return { kind: 'moved' }
  return { kind: 'page', offset: place.next, items: check.items, place: check.place }
}

/** Whether an item that may stand in the list once was seen before. */
function hasRepeats<Item>({ keyOf }: PagedList<Item>, items: readonly Item[], seen: Set<string>): boolean {
  const keys = keyOf === undefined ? [] : items.map(keyOf).filter((key) => key !== null)
  const before = seen.size
  for (const key of keys) seen.add(key)
  return seen.size < before + keys.length
}

/** The end of a reading, if the list is still what was read. */
async function confirmed<Item>(
  list: PagedList<Item>,
  place: ListPlace,
  asking: Asking,
): Promise<(ListStep<Item> & { readonly kind: 'end' }) | Moved> {
  const total = place.total ?? 0
  if (isOnePage(place)) return { kind: 'end', total, mark: place.mark }
  if (list.mark !== null) {
    const { mark } = await marked(list, place, asking)
    // Some lists are marked anew each time they are asked for; two readings that found the same are proof enough.
    return mark === place.mark || isAsBefore(place) ? { kind: 'end', total, mark } : { kind: 'moved' }
  }
  const first = await list.page(0, { ...asking, isAnew: true })
  const isSame = first.total === total && digestOf('', first.items.map(list.identityOf)) === place.first
  return isSame ? { kind: 'end', total, mark: null } : { kind: 'moved' }
}
