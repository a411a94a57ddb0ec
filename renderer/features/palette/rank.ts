import { folded, match } from './match.ts'
import type { Folded, Mark } from './match.ts'

/** Something that can be chosen by its words. `Value` is what choosing it does. */
export interface Candidate<Value> {
  /** Remembered for "used lately". */
  readonly key: string
  readonly words: string
  readonly value: Value
}

export interface Ranked<Value> extends Candidate<Value> {
  readonly marks: readonly Mark[]
  readonly score: number
}

/** What being used lately is worth; less than a word's beginning, so that habit only decides between near equals. */
const recencyBonus = 5

/**
 * Candidates that answer to a text, best first. Of equals, what was used lately comes first, then the given order. An empty
 * text is answered by all of them in the given order.
 */
export function rank<Value>(
  text: string,
  candidates: readonly Candidate<Value>[],
  recent: readonly string[],
): readonly Ranked<Value>[] {
  const query = folded(text)
  if (query.letters === '') return text.trim() === '' ? candidates.map(unmarked) : []
  return candidates
    .flatMap((candidate) => {
      const found = match(query, foldedOnce(candidate.words))
      if (!found) return []
      const place = recent.indexOf(candidate.key)
      const bonus = place === -1 ? 0 : recencyBonus * (1 - place / recent.length)
      return [{ ...candidate, marks: found.marks, score: found.score + bonus }]
    })
    .toSorted((one, other) => other.score - one.score)
}

function unmarked<Value>(candidate: Candidate<Value>): Ranked<Value> {
  return { ...candidate, marks: [], score: 0 }
}

const known = new Map<string, Folded>()

/** Words of commands are the same with every letter typed. */
function foldedOnce(words: string): Folded {
  const found = known.get(words) ?? folded(words)
  known.set(words, found)
  return found
}

/** The list with `key` in front, once, and no longer than `limit`. */
export function withUsed(recent: readonly string[], key: string, limit: number): readonly string[] {
  return [key, ...recent.filter((other) => other !== key)].slice(0, limit)
}
