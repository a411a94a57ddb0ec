import type { TrackQuery, TrackSort } from '../../../../src/library/index.ts'
import type { Store } from '../../store/index.ts'
import { createCache } from './cache.ts'
import { readDurations, readFew, readMatches, readOrder } from './columns.ts'
import { filterWords } from './filter.ts'
import { orderBy, trackOrders } from './orders.ts'
import { readPlayedOrder } from './played.ts'
import { readTotalMs } from './summary.ts'
import { isNamedScope, type LibraryScope, readScope } from './scopes.ts'

/** A list of library tracks as one state of the library has it. */
export interface TrackList {
  readonly rowIds: Int32Array
  readonly totalMs: number
}

/** Scopes up to this size are ordered by SQLite; a larger one is picked out of the order of all. */
const smallScope = 2000

/** Makes lists of one state of the library, and remembers what several lists share. */
export interface TrackLists {
  list(query: TrackQuery & { readonly scope: LibraryScope }): Promise<TrackList>
}

export function createTrackLists(store: Store): TrackLists {
  const orders = createCache<Int32Array>(6)
  const shared = createCache<Float64Array>(1)
  const lists = createCache<TrackList>(12)
  const missing = lazily(
    () => new Set(store.numbers('SELECT row_id FROM library_track WHERE missing_since IS NOT NULL')),
  )
  const durations = (): Promise<Float64Array> => shared.get('durations', () => readDurations(store))

  const orderOfAll = (sort: TrackSort, descending: boolean): Promise<Int32Array> =>
    orders.get(`${sort} ${descending}`, () =>
      sort === 'played'
        ? readPlayedOrder(store, descending)
        : readOrder(store, trackOrders[sort === 'own' ? 'artist' : sort], descending),
    )

  async function make(query: TrackQuery & { readonly scope: LibraryScope }): Promise<Int32Array> {
    const { scope, sort, descending } = query
    const words = filterWords(query.filter)
    const inScope = scope.kind === 'all' ? null : await readScope(store, scope)
    if (inScope !== null && inScope.length <= smallScope && sort !== 'played') {
      const isOwn = sort === 'own'
      const few = readFew(store, inScope, words, isOwn ? 'key' : orderBy(trackOrders[sort], descending))
      return isOwn && descending ? few.reverse() : few
    }
    const matches = words.length === 0 ? null : await readMatches(store, words)
    const isHidden = missing()
    const isOwn = sort === 'own' && inScope !== null
    // A scope's own order is the order in which it was read; matches come in the order by artist.
    const isByArtist = sort === 'artist' || (sort === 'own' && inScope === null)
    const order = isOwn
      ? Int32Array.from(descending ? inScope.toReversed() : inScope)
      : matches !== null && isByArtist && !descending
        ? Int32Array.from(matches)
        : await orderOfAll(sort, descending)
    const masks = [isOwn ? null : inScope, matches].filter((ids) => ids !== null).map((ids) => maskOf(ids, order))
    if (masks.length === 0 && isHidden.size === 0) return order
    return order.filter((id) => masks.every((mask) => mask[id] === 1) && !isHidden.has(id))
  }

  return {
    list: (query) =>
      lists.get(JSON.stringify(query), async () => {
        const rowIds = await make(query)
        const isAll = query.scope.kind === 'all' && filterWords(query.filter).length === 0
        return { rowIds, totalMs: isAll ? readTotalMs(store) : await sum(store, rowIds, durations) }
      }),
  }
}

/** Whether a query is about rows of the library alone. */
export function isLibraryQuery(query: TrackQuery): query is TrackQuery & { readonly scope: LibraryScope } {
  return !isNamedScope(query.scope)
}

async function sum(store: Store, rowIds: Int32Array, durations: () => Promise<Float64Array>): Promise<number> {
  if (rowIds.length <= smallScope) {
    return (
      store.numbers(
        'SELECT ifnull(sum(duration_ms), 0) FROM json_each(?) JOIN library_track ON row_id = value',
        JSON.stringify([...rowIds]),
      )[0] ?? 0
    )
  }
  const byRow = await durations()
  return rowIds.reduce((total, id) => total + (byRow[id] ?? 0), 0)
}

function maskOf(ids: readonly number[], all: Int32Array): Uint8Array {
  const mask = new Uint8Array(all.reduce((top, id) => Math.max(top, id + 1), 0))
  for (const id of ids) mask[id] = 1
  return mask
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => (made ??= { value: make() }).value
}
