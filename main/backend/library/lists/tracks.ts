import type { TrackQuery, TrackSort } from '../../../../src/library/index.ts'
import type { Store } from '../../store/index.ts'
import { breath } from '../../turns.ts'
import { createCache } from './cache.ts'
import { highest, readDurations, readFew, readMatches, readOrder } from './columns.ts'
import { filterWords } from './filter.ts'
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

/** Rows whose durations are summed in one step: about 1 ms. */
const summedRows = 20_000

/** Makes lists of one state of the library, and remembers what several lists share. */
export interface TrackLists {
  /** Length of all present tracks together, in ms. */
  totalMs(): Promise<number>
  list(query: TrackQuery & { readonly scope: LibraryScope }): Promise<TrackList>
}

export function createTrackLists(store: Store): TrackLists {
  const orders = createCache<Int32Array>(6)
  const shared = createCache<Float64Array>(1)
  const lists = createCache<TrackList>(12)
  const totals = createCache<number>(1)
  const missing = lazily(
    () => new Set(store.numbers('SELECT row_id FROM library_track WHERE missing_since IS NOT NULL')),
  )
  const durations = (): Promise<Float64Array> => shared.get('durations', () => readDurations(store))
  const totalMs = (): Promise<number> => totals.get('', () => readTotalMs(store))

  const orderOfAll = (asked: TrackSort, descending: boolean): Promise<Int32Array> => {
    const sort = asked === 'own' ? 'artist' : asked
    return orders.get(`${sort} ${descending}`, () =>
      sort === 'played' ? readPlayedOrder(store, descending) : readOrder(store, trackOrders[sort], descending),
    )
  }

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
      ? new Int32Array(descending ? inScope.toReversed() : inScope)
      : matches !== null && isByArtist && !descending
        ? new Int32Array(matches)
        : await orderOfAll(sort, descending)
    const wanted = [isOwn ? null : inScope, matches].filter((ids) => ids !== null)
    if (wanted.length === 0 && isHidden.size === 0) return order
    await breath()
    const masks = wanted.map((ids) => maskOf(ids, highest(order)))
    return pick(order, (id) => masks.every((mask) => mask[id] === 1) && !isHidden.has(id))
  }

  return {
    list: (query) =>
      lists.get(JSON.stringify(query), async () => {
        const rowIds = await make(query)
        await breath()
        const isAll = query.scope.kind === 'all' && filterWords(query.filter).length === 0
        return { rowIds, totalMs: isAll ? await totalMs() : await sum(store, rowIds, durations) }
      }),
    totalMs,
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
  let total = 0
  for (const id of rowIds) total += byRow[id] ?? 0
  return total
}

/** Length of all present tracks together, in ms: read off the index by duration, those that are missing taken off. */
async function readTotalMs(store: Store): Promise<number> {
  const step =
    'SELECT sum(duration_ms) FROM (SELECT duration_ms FROM library_track ORDER BY duration_ms DESC LIMIT ? OFFSET ?)'
  let total = 0
  for (let from = 0; ; from += summedRows) {
    // Of no rows, or of such without a length, which come last, there is no sum.
    const sum = store.numbers(step, summedRows, from)[0]
    if (sum === undefined) break
    total += sum
    await breath()
  }
  const missing = store.numbers('SELECT ifnull(sum(duration_ms), 0) FROM library_track WHERE missing_since IS NOT NULL')
  return Math.max(0, total - (missing[0] ?? 0))
}

/** Row ids looked at in one go: about 1 ms. */
const pickedAtOnce = 20_000

/** Those of the row ids that are wanted, in their order. */
async function pick(ids: Int32Array, isWanted: (id: number) => boolean): Promise<Int32Array> {
  const picked = new Int32Array(ids.length)
  let count = 0
  for (let from = 0; from < ids.length; from += pickedAtOnce) {
    if (from > 0) await breath()
    for (const id of ids.subarray(from, from + pickedAtOnce)) {
      if (!isWanted(id)) continue
      picked[count] = id
      count += 1
    }
  }
  return picked.slice(0, count)
}

function maskOf(ids: readonly number[], top: number): Uint8Array {
  const mask = new Uint8Array(top + 1)
  for (const id of ids) mask[id] = 1
  return mask
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => (made ??= { value: make() }).value
}
