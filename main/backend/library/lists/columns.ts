import type { Store } from '../../store/index.ts'
import { containsAll } from './filter.ts'
import { type Order, orderBy } from './orders.ts'

/** Rows that one step reads: some 2 ms, so that whatever else waits for the thread hardly notices. */
const stepRows = 20_000

/** Lets everything else that waits have its turn. */
export function breath(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}

/** Reads a column of all library rows in an order that an index holds, in steps. */
async function readColumn(store: Store, column: string, order: string): Promise<readonly number[]> {
  const values: number[] = []
  for (let from = 0; ; from += stepRows) {
    const step = store.numbers(`SELECT ${column} FROM library_track ORDER BY ${order} LIMIT ? OFFSET ?`, stepRows, from)
    for (const value of step) values.push(value)
    if (step.length < stepRows) return values
    await breath()
  }
}

/** Row ids of all library rows, those that are missing too, from first to last. */
export async function readOrder(store: Store, order: Order, descending: boolean): Promise<Int32Array> {
  const ids = Int32Array.from(await readColumn(store, 'row_id', orderBy(order, false)))
  if (!descending) return ids
  await breath()
  const runs = store.numbers(`SELECT count(*) FROM library_track GROUP BY ${order.primary} ORDER BY ${order.primary}`)
  return reverseRuns(ids, runs)
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
  const durations = new Float64Array(ids.reduce((top, id) => Math.max(top, id + 1), 0))
  for (const [index, id] of ids.entries()) durations[id] = values[index] ?? 0
  return durations
}

/** Row ids of tracks whose title, artist and album hold all words, in no order that counts. */
export async function readMatches(store: Store, words: readonly string[]): Promise<readonly number[]> {
  const matches: number[] = []
  // The index by artist holds all three texts; the order makes SQLite walk it.
  const total = store.numbers('SELECT count(*) FROM library_track')[0] ?? 0
  for (let from = 0; from < total; from += stepRows) {
    const step = store.numbers(
      `SELECT row_id FROM (SELECT row_id, sort_title, sort_artist, sort_album FROM library_track
         ORDER BY sort_artist, sort_album, disc, number, sort_title LIMIT ? OFFSET ?)
       WHERE ${containsAll(['sort_title', 'sort_artist', 'sort_album'], words)}`,
      stepRows,
      from,
      ...words,
    )
    for (const id of step) matches.push(id)
    await breath()
  }
  return matches
}
