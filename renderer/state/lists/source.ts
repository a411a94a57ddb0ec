import { rowsLimit } from '../../../src/library/limits.ts'
import type { Failure, Reply, Unsubscribe } from '../../../src/contract/index.ts'
import { blockRows, emptyList, missingBlocks, outdate, rowAt, touch, withPage } from './sparse.ts'
import type { SparseList } from './sparse.ts'

/** What a list shows; a new object on every change. */
export interface ListView<Row> {
  /** `loading` and `failed` only while nothing at all can be shown. */
  readonly kind: 'loading' | 'ready' | 'failed'
  /** Why the last request failed; null when it did not. */
  readonly error: Failure | null
  readonly total: number
  /** Length of all rows together in ms; null where the list has none. */
  readonly totalMs: number | null
  readonly rowAt: (index: number) => Row | undefined
}

/** An answer of the backend. */
export interface ListAnswer<Row> {
  readonly revision: number
  readonly total: number
  readonly rows: readonly Row[]
  readonly totalMs?: number
}

export interface ListOptions<Row> {
  readonly fetch: (
    range: { readonly from: number; readonly to: number },
    signal: AbortSignal,
  ) => Promise<Reply<ListAnswer<Row>>>
  /** Calls back whenever the rows may have changed. */
  readonly follow: (onChanged: () => void) => Unsubscribe
}

/** A long list of the backend, of which the rows in sight and some around them are here. Works while somebody listens. */
export interface ListSource<Row> {
  readonly view: () => ListView<Row>
  readonly subscribe: (listener: () => void) => Unsubscribe
  /** These rows are in sight: fetches what is missing, lets go of what is no longer needed. */
  readonly look: (first: number, end: number) => void
  /** Rows for an action, wherever they are; fewer when the list ends or the backend fails. */
  readonly take: (first: number, end: number, signal?: AbortSignal) => Promise<readonly Row[]>
  /** Everything may have changed, or the last request failed and is worth another try. */
  readonly refresh: () => void
}

/** Requests under way at once. */
const requestsAtOnce = 2
/** Rows fetched beyond those in sight, so that they are there before they are. */
const aheadRows = 50

/** Creates the source of one list. */
export function createListSource<Row>({ fetch, follow }: ListOptions<Row>): ListSource<Row> {
  let list: SparseList<Row> = emptyList
  let totalMs: number | null = null
  let error: Failure | null = null
  let sight = { first: 0, end: blockRows }
  let unfollow: Unsubscribe | null = null
  const underWay = new Map<number, AbortController>()
  const listeners = new Set<() => void>()
  let view = viewNow()

  function viewNow(): ListView<Row> {
    const known = list
    const kind = known.total !== null ? 'ready' : error === null ? 'loading' : 'failed'
    return { kind, error, total: known.total ?? 0, totalMs, rowAt: (index) => rowAt(known, index) }
  }

  function tell(): void {
    view = viewNow()
    for (const listener of listeners) listener()
  }

  function abortAll(): void {
    for (const control of underWay.values()) control.abort()
    underWay.clear()
  }

  function fill(): void {
    if (listeners.size === 0 || error !== null) return
    const needed = new Set(missingBlocks(list, sight.first - aheadRows, sight.end + aheadRows))
    for (const [block, control] of underWay) {
      if (needed.has(block)) continue
      control.abort()
      underWay.delete(block)
    }
    for (const block of needed) {
      if (underWay.size >= requestsAtOnce) return
      if (!underWay.has(block)) void fetchBlock(block)
    }
  }

  async function fetchBlock(block: number): Promise<void> {
    const control = new AbortController()
    underWay.set(block, control)
    const from = block * blockRows
    const reply = await fetch({ from, to: from + blockRows }, control.signal)
    if (control.signal.aborted) return
    underWay.delete(block)
    let isNew = true
    if (reply.ok) {
      const { total, totalMs: lengthMs = null } = reply.value
      const before = list.outdated.get(block)
      const rows = sameOr(before, reply.value.rows)
      isNew = rows !== before || total !== view.total || lengthMs !== totalMs || view.error !== null
      list = withPage(list, { from, ...reply.value, rows })
      totalMs = lengthMs
      error = null
    } else {
      abortAll()
      error = reply.error
    }
    fill()
    // What was on screen is still so: nothing needs to be drawn anew.
    if (isNew) tell()
  }

  function refresh(): void {
    abortAll()
    list = outdate(list)
    error = null
    fill()
  }

  async function take(first: number, end: number, signal: AbortSignal): Promise<readonly Row[]> {
    const rows: Row[] = []
    for (let index = first; index < end; index += 1) {
      const row = rowAt(list, index)
      if (row !== undefined) {
        rows.push(row)
        continue
      }
      const reply = await fetch({ from: index, to: Math.min(end, index + rowsLimit) }, signal)
      if (!reply.ok || reply.value.rows.length === 0) return rows
      rows.push(...reply.value.rows)
      index += reply.value.rows.length - 1
    }
    return rows
  }

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      if (unfollow === null) {
        unfollow = follow(refresh)
        // Nobody listened for changes until now.
        refresh()
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        unfollow?.()
        unfollow = null
        abortAll()
      }
    },
    look(first, end) {
      sight = { first, end }
      list = touch(list, first, end)
      fill()
    },
    take: (first, end, signal = new AbortController().signal) => take(first, end, signal),
    refresh() {
      const wasFailed = view.kind === 'failed'
      refresh()
      if (wasFailed) tell()
    },
  }
}

/** The rows as they were where nothing about them is different. Each row that is the same stays the same object, so that it is not drawn anew. */
function sameOr<Row>(before: readonly Row[] | undefined, now: readonly Row[]): readonly Row[] {
  if (before === undefined) return now
  const rows = now.map((row, index) => {
    const known = before[index]
    return known !== undefined && JSON.stringify(known) === JSON.stringify(row) ? known : row
  })
  return rows.length === before.length && rows.every((row, index) => row === before[index]) ? before : rows
}
