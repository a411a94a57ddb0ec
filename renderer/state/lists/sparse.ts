/** Rows of one block: what one request asks for. */
export const blockRows = 100

/** Blocks kept in memory: 8,000 rows, a few screens' worth of scrolling in any direction. */
export const keptBlocks = 80

type Blocks<Row> = ReadonlyMap<number, readonly Row[]>

/** A long list of which only some blocks are here. Blocks that were asked for last stand last. */
export interface SparseList<Row> {
  /** The state of the backend that the blocks belong to; null when none has come or all may be outdated. */
  readonly revision: number | null
  /** Rows of the whole list; null before the first answer. */
  readonly total: number | null
  readonly blocks: Blocks<Row>
  /** Blocks of an earlier state, shown until theirs come. */
  readonly outdated: Blocks<Row>
}

/** Nothing is known yet. */
export const emptyList: SparseList<never> = { revision: null, total: null, blocks: new Map(), outdated: new Map() }

/** An answer: rows from `from` on, which is the start of a block. */
export interface Page<Row> {
  readonly from: number
  readonly revision: number
  readonly total: number
  readonly rows: readonly Row[]
}

/** The row at a place, of an earlier state where the present one has not come; undefined while neither is here. */
export function rowAt<Row>({ total, blocks, outdated }: SparseList<Row>, index: number): Row | undefined {
  if (total === null || index < 0 || index >= total) return undefined
  const block = Math.floor(index / blockRows)
  return (blocks.get(block) ?? outdated.get(block))?.[index % blockRows]
}

/** Blocks of rows `first` to before `end` that are not here, or only as they were. */
export function missingBlocks<Row>(list: SparseList<Row>, first: number, end: number): readonly number[] {
  const last = Math.min(end, list.total ?? end) - 1
  const missing: number[] = []
  for (let block = Math.floor(Math.max(0, first) / blockRows); block * blockRows <= last; block += 1) {
    if (!list.blocks.has(block)) missing.push(block)
  }
  // Of a list about which nothing is known the first block says how long it is.
  return missing.length === 0 && list.revision === null ? [0] : missing
}

/** The list with an answer in it. Rows of different revisions do not fit together: a new one outdates the others. */
export function withPage<Row>(list: SparseList<Row>, { from, revision, total, rows }: Page<Row>): SparseList<Row> {
  const base = list.revision === null || list.revision === revision ? list : outdate(list)
  const blocks = new Map(base.blocks)
  for (let start = 0; start < Math.max(1, rows.length); start += blockRows) {
    const block = Math.floor((from + start) / blockRows)
    blocks.delete(block)
    blocks.set(block, rows.slice(start, start + blockRows))
  }
  return { revision, total, blocks: bounded(blocks), outdated: base.outdated }
}

/** Everything may have changed: what is here stays on screen until its successor comes. */
export function outdate<Row>(list: SparseList<Row>): SparseList<Row> {
  if (list.blocks.size === 0) return { ...list, revision: null }
  return {
    revision: null,
    total: list.total,
    blocks: new Map(),
    outdated: bounded(new Map([...list.outdated, ...list.blocks])),
  }
}

/** Marks the blocks of these rows as used last, so that they are forgotten last. */
export function touch<Row>(list: SparseList<Row>, first: number, end: number): SparseList<Row> {
  const used: [number, readonly Row[]][] = []
  for (let block = Math.floor(Math.max(0, first) / blockRows); block * blockRows < end; block += 1) {
    const rows = list.blocks.get(block)
    if (rows) used.push([block, rows])
  }
  const isLast = [...list.blocks.keys()].slice(-used.length).every((block, at) => block === used[at]?.[0])
  if (used.length === 0 || isLast) return list
  const blocks = new Map(list.blocks)
  for (const [block, rows] of used) {
    blocks.delete(block)
    blocks.set(block, rows)
  }
  return { ...list, blocks }
}

function bounded<Row>(blocks: Map<number, readonly Row[]>): Blocks<Row> {
  for (const block of blocks.keys()) {
    if (blocks.size <= keptBlocks) break
    blocks.delete(block)
  }
  return blocks
}
