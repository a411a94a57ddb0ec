import { FailureError, failure } from '../../../src/contract/index.ts'

/** Longest name of a playlist, in UTF-16 units, as in the contract. */
const longestName = 200

/** A name without control characters, line breaks and space around it. Throws `bad-input` when nothing is left. */
export function cleanName(name: string): string {
  const clean = cut(
    name
      .toWellFormed()
      .replaceAll(/[\p{Cc}\s]+/gu, ' ')
      .trim(),
    longestName,
  )
  if (clean === '') throw new FailureError(failure('bad-input'))
  return clean
}

/**
 * The name, with a number behind it when it is taken: "Mix", "Mix 2", "Mix 3". A number that is already there is counted up
 * only where the name without it is taken too: "Level 42" becomes "Level 42 2".
 */
export function distinctName(name: string, taken: Iterable<string>): string {
  const known = new Set([...taken].map(comparable))
  if (!known.has(comparable(name))) return name
  const numbered = /^(?<base>.+) (?<number>\d{1,4})$/u.exec(name)?.groups
  const { base = name, number = '1' } =
    numbered !== undefined && known.has(comparable(numbered['base'] ?? '')) ? numbered : {}
  for (let next = Number(number) + 1; ; next += 1) {
    const suffix = ` ${next}`
    const candidate = `${cut(base, longestName - suffix.length)}${suffix}`
    if (!known.has(comparable(candidate))) return candidate
  }
}

/** Names that look the same to a person are the same name. */
function comparable(name: string): string {
  return name.normalize('NFKC').toLowerCase()
}

/** The beginning of a text, without half a character at its end. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text
  const end = /[\uD800-\uDBFF]/u.test(text.charAt(length - 1)) ? length - 1 : length
  return text.slice(0, end).trim()
}
