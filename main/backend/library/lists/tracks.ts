import type { TrackQuery, TrackSort } from '../../../../src/library/index.ts'
import type { Store } from '../../store/index.ts'
import { createCache } from './cache.ts'
import { readDurations, readMatches, readOrder } from './columns.ts'
import { containsAll, filterWords } from './filter.ts'
import { orderBy, trackOrders } from './orders.ts'
import { readPlayedOrder } from './played.ts'
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
    const inScope = scope.kind === 'all' ? null : readScope(store, scope)
    if (inScope !== null && (inScope.length <= smallScope || sort === 'own') && sort !== 'played') {
      return small(inScope, sort, descending, words)
    }
    const order = await orderOfAll(sort, descending)
    const isIn = inScope === null ? null : maskOf(inScope, order)
    const isMatch = words.length === 0 ? null : maskOf(await readMatches(store, words), order)
    const isHidden = missing()
    if (isIn === null && isMatch === null && isHidden.size === 0) return order
    return order.filter(
      (id) => (isIn === null || isIn[id] === 1) && (isMatch === null || isMatch[id] === 1) && !isHidden.has(id),
    )
  }

  /** A few rows: their own order, or SQLite's. */
  function small(
    ids: readonly number[],
    sort: Exclude<TrackSort, 'played'>,
    descending: boolean,
    words: readonly string[],
  ) {
    const order = sort === 'own' ? 'key' : orderBy(trackOrders[sort], descending)
    const found = Int32Array.from(
      store.numbers(
        `SELECT row_id FROM json_each(?) JOIN library_track ON row_id = value
         WHERE missing_since IS NULL AND ${containsAll(['sort_title', 'sort_artist', 'sort_album'], words)}
         ORDER BY ${order}`,
        JSON.stringify(ids),
        ...words,
      ),
    )
    return sort === 'own' && descending ? found.reverse() : found
  }

  return {
    list: (query) =>
      lists.get(JSON.stringify(query), async () => {
        const rowIds = await make(query)
        return { rowIds, totalMs: await sum(store, rowIds, durations) }
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
