import { readCsv } from './csv.ts'
import { type Field, fieldOf, rowOf } from './fields.ts'
import type { ImportPart } from './rows.ts'

/** How a table is written, and what its columns tell. */
export interface TableShape {
  readonly separator: string
  readonly columns: readonly (Field | null)[]
  /** Place after what some programs put in front: `sep=;`. */
  readonly from: number
}

const separators = [',', ';', '\t', '|'] as const
/** The line of names is shorter, in UTF-16 units. */
const longestHeader = 20_000

/** Recognises a table by its first line, which has to name the songs and something by which to know them; null for anything else. */
export function shapeOf(text: string): TableShape | null {
  const mark = /^\uFEFF?(?:sep=(?<separator>.)[\r\n]+)?/u.exec(text)
  const from = mark?.[0].length ?? 0
  const head = text.slice(from, from + longestHeader)
  let best: TableShape | null = null
  for (const separator of separators) {
    const columns = columnsOf(head, separator)
    const isTable = columns.includes('title') && columns.some((field) => isBeside(field))
    const known = (shape: TableShape): number => shape.columns.filter((field) => field !== null).length
    const shape = { separator, columns, from }
    if (isTable && (best === null || known(shape) > known(best))) best = shape
  }
  return best
}

function isBeside(field: Field | null): boolean {
  return field === 'artist' || field === 'isrc' || field === 'spotify' || field === 'location'
}

/** What the columns tell; of several that tell the same the first counts. */
function columnsOf(head: string, separator: string): readonly (Field | null)[] {
  const seen = new Set<Field>()
  return firstRecord(head, separator).map((name) => {
    const field = fieldOf(name)
    if (field === null || seen.has(field)) return null
    seen.add(field)
    return field
  })
}

function firstRecord(head: string, separator: string): readonly string[] {
  try {
    for (const record of readCsv(head, separator)) if (record !== null) return record
  } catch {
    // Quotes that do not close: with another separator they may.
  }
  return []
}

/** Reads the rows of a table. One file may hold several lists, told apart by a column. */
export function* readTable(text: string, { separator, columns, from }: TableShape): Generator<ImportPart> {
  let isHeader = true
  for (const record of readCsv(text.slice(from), separator)) {
    if (record === null) {
      yield null
      continue
    }
    if (isHeader || record.every((value) => value.trim() === '')) {
      isHeader = false
      yield null
      continue
    }
    const fields = new Map<Field, string>()
    for (const [index, field] of columns.entries()) {
      const value = record[index]
      if (field !== null && value !== undefined) fields.set(field, value)
    }
    yield* partsOf(fields)
  }
}

function* partsOf(fields: ReadonlyMap<Field, string>): Generator<ImportPart> {
  const type = (fields.get('type') ?? '').trim().toLowerCase()
  // TuneMyMusic lists albums and artists beside songs.
  if (type === 'album' || type === 'artist') {
    yield { kind: 'left-out', count: 1 }
    return
  }
  const of = type === 'favorite' || type === 'favourite' || type === 'liked' ? 'liked' : 'playlist'
  const name = (fields.get('playlist') ?? '').trim()
  const list = `${of} ${name}`
  yield { kind: 'list', list, of, name: name === '' ? null : name }
  yield { kind: 'row', list, row: rowOf(fields) }
}
