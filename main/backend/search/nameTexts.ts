import { z } from 'zod'
import type { Store } from '../store/index.ts'
import { breath } from '../turns.ts'
import { createRemembered } from './remembered.ts'

/** The folded names of the library's albums or artists, kept in memory: they are few against tracks. */
export interface NameTexts {
  /** Reads the names again, in slices, when one came, changed or went. */
  refresh(): Promise<void>
  /** The first rows, `limit` at most, whose names hold all the texts. As of the last `refresh`. */
  rowsWith(texts: readonly string[], limit: number): readonly number[]
}

const portionSchema = z.object({ last: z.number().nullable(), lines: z.string().nullable() })

/** Names read in one go: under 1 ms, some 5 from the disk. */
const namesPerGo = 400

/** A line for each name: the row's number, and the folded name behind a space. */
const statements = {
  album: `SELECT max(row) AS last, group_concat(row || ' ' || replace(name, char(10), ' '), char(10)) AS lines FROM (
    SELECT rowid AS row, sort_title || ' ' || sort_artist AS name FROM album WHERE rowid > ? ORDER BY rowid LIMIT ?)`,
  artist: `SELECT max(row) AS last, group_concat(row || ' ' || replace(name, char(10), ' '), char(10)) AS lines FROM (
    SELECT rowid AS row, sort_name AS name FROM artist WHERE rowid > ? ORDER BY rowid LIMIT ?)`,
} as const

/** The names over the store. */
export function createNameTexts(store: Store, table: keyof typeof statements): NameTexts {
  const stamp = (): string => {
    const [revision] = store.numbers('SELECT revision FROM name_revision WHERE name = ?', table)
    return `${store.generation()} ${revision}`
  }

  /** Some hundred lines to a text: looking through few long texts is several times as fast as through many short ones. */
  const read = async (): Promise<readonly string[]> => {
    const portions: string[] = []
    for (let after: number | null = 0; after !== null;) {
      const portion: z.infer<typeof portionSchema> | undefined = store.get(
        statements[table],
        portionSchema,
        after,
        namesPerGo,
      )
      if (portion?.lines) portions.push(`\n${portion.lines}\n`)
      after = portion?.last ?? null
      await breath()
    }
    return portions
  }

  const portions = createRemembered<readonly string[]>([], stamp, read)
  return {
    refresh: () => portions.refresh(),
    rowsWith(texts, limit) {
      const rows: number[] = []
      for (const portion of portions.value()) {
        for (const line of linesWith(portion, texts)) {
          rows.push(Number.parseInt(line, 10))
          if (rows.length === limit) return rows
        }
      }
      return rows
    },
  }
}

/** Lines that hold all the texts. The first text is the one that is looked for: the fewer lines have it the better. */
function* linesWith(lines: string, [first = '', ...others]: readonly string[]): Generator<string> {
  let from = 0
  for (;;) {
    const at = lines.indexOf(first, from)
    if (at < 0) return
    const end = lines.indexOf('\n', at)
    const line = lines.slice(lines.lastIndexOf('\n', at) + 1, end)
    if (others.every((text) => line.includes(text))) yield line
    from = end
  }
}
