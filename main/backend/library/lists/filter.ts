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

/** A condition of SQL with a parameter for each word: all of them occur somewhere in the columns. `true` without any. */
export function containsAll(columns: readonly string[], words: readonly string[]): string {
  const text = columns.join(` || char(10) || `)
  return words.length === 0 ? 'true' : words.map(() => `instr(${text}, ?) > 0`).join(' AND ')
}
