import { z } from 'zod'
import type { Store } from '../../store/index.ts'
import { breath } from '../../turns.ts'
import { containsAll, wordParameters } from './filter.ts'
import { type Order, orderBy, trackOrders } from './orders.ts'

/** Rows that one step reads: 1 or 2 ms, so that whatever else waits for the thread hardly notices. */
const stepRows = 5000

/** All that a statement answers, in steps; it ends with `LIMIT ? OFFSET ?`, and an index holds its order. */
export async function readInSteps(
  store: Store,
  sql: string,
  ...values: readonly (string | number)[]
): Promise<readonly number[]> {
  const found: number[] = []
  for (let from = 0; ; from += stepRows) {
    const step = store.numbers(sql, ...values, stepRows, from)
    for (const value of step) found.push(value)
    if (step.length < stepRows) return found
    await breath()
  }
}

/** Reads a column of all library rows. */
function readColumn(store: Store, column: string, order: string): Promise<readonly number[]> {
  return readInSteps(store, `SELECT ${column} FROM library_track ORDER BY ${order} LIMIT ? OFFSET ?`)
}

/** Row ids of all library rows, those that are missing too, from first to last. */
export async function readOrder(store: Store, order: Order, descending: boolean): Promise<Int32Array> {
  const ids = new Int32Array(await readColumn(store, 'row_id', orderBy(order, false)))
  if (!descending) return ids
  if (!order.keepsTies) return ids.reverse()
  await breath()
  return reverseRuns(ids, await readRuns(store, order.primary))
}

const runSchema = z.object({ value: z.union([z.string(), z.number()]).nullable(), length: z.number() })

/** How many rows have each value of a column, by value. */
export async function readRuns(store: Store, column: string, rowsAtOnce = stepRows): Promise<readonly number[]> {
  const lengths: number[] = []
  let last: z.infer<typeof runSchema>['value'] | undefined
  for (let from = 0; ; from += rowsAtOnce) {
    const runs = store.all(
      `SELECT value, count(*) AS length FROM
         (SELECT ${column} AS value FROM library_track ORDER BY ${column} LIMIT ? OFFSET ?) GROUP BY value ORDER BY value`,
      runSchema,
      rowsAtOnce,
      from,
    )
    if (runs.length === 0) return lengths
    for (const { value, length } of runs) {
      // A step may end in the middle of a run.
      if (value === last) lengths.push((lengths.pop() ?? 0) + length)
      else lengths.push(length)
      last = value
    }
    await breath()
  }
}

/** Turns the order of runs round and keeps the order within each. `lengths` are those of the runs, first to last. */
export function reverseRuns(ids: Int32Array, lengths: readonly number[]): Int32Array {
  const reversed = new Int32Array(ids.length)
  let from = 0
  for (const length of lengths) {
    reversed.set(ids.subarray(from, from + length), Math.max(0, ids.length - from - length))
    from += length
  }
  return reversed
}

/** Durations by row id, in ms; 0 where none is known. */
export async function readDurations(store: Store): Promise<Float64Array> {
  const order = 'duration_ms, sort_title, row_id'
  const ids = await readColumn(store, 'row_id', order)
  await breath()
  const values = await readColumn(store, 'ifnull(duration_ms, 0)', order)
  await breath()
  const durations = new Float64Array(highest(ids) + 1)
  for (let at = 0; at < ids.length; at += 1) durations[ids[at] ?? 0] = values[at] ?? 0
  return durations
}

/** The highest of some row ids; 0 when there are none. */
export function highest(ids: Iterable<number>): number {
  let top = 0
  for (const id of ids) if (id > top) top = id
  return top
}

const textColumns = ['sort_title', 'sort_artist', 'sort_album']

/** Rows whose texts one step looks through. */
const matchedRows = 4000

/** Row ids of tracks whose title, artist and album hold all words, in the order by artist. */
export async function readMatches(store: Store, words: readonly string[]): Promise<readonly number[]> {
  const matches: number[] = []
  const total = store.numbers('SELECT count(*) FROM library_track')[0] ?? 0
  const { primary, tie } = trackOrders.artist
  // The index of this order holds all three texts.
  const sql = `SELECT row_id FROM (SELECT row_id, ${textColumns.join(', ')} FROM library_track
      ORDER BY ${primary}, ${tie} LIMIT ? OFFSET ?)
    WHERE ${containsAll(textColumns, words)}`
  for (let from = 0; from < total; from += matchedRows) {
    if (from > 0) await breath()
    for (const id of store.numbers(sql, matchedRows, from, ...wordParameters(textColumns, words))) matches.push(id)
  }
  return matches
}

/** Of some rows those that are there and hold all words, in an order of SQL (`key`: as they are named). */
export function readFew(
  store: Store,
  ids: readonly number[],
  words: readonly string[],
  order: string,
): Int32Array<ArrayBuffer> {
  return new Int32Array(
    store.numbers(
      `SELECT row_id FROM json_each(?) JOIN library_track ON row_id = value
       WHERE missing_since IS NULL AND ${containsAll(textColumns, words)} ORDER BY ${order}`,
      JSON.stringify(ids),
      ...wordParameters(textColumns, words),
    ),
  )
}
