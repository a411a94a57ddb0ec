import { fold } from '../../search/index.ts'

/** Words beyond these are not looked for. */
const mostWords = 8

/** The words of a filter as typed, folded as the sort keys are. */
export function filterWords(filter: string): readonly string[] {
  return filter
    .split(/\s+/u)
    .map(fold)
    .filter((word) => word !== '')
    .slice(0, mostWords)
}

/** A condition of SQL: all words occur somewhere in the columns. Its parameters are those of `wordParameters`. */
export function containsAll(columns: readonly string[], words: readonly string[]): string {
  const anywhere = columns.map((column) => `instr(${column}, ?)`).join(' OR ')
  return words.length === 0 ? 'true' : words.map(() => `(${anywhere})`).join(' AND ')
}

/** Each word once for every column. */
export function wordParameters(columns: readonly string[], words: readonly string[]): readonly string[] {
  return words.flatMap((word) => columns.map(() => word))
}
