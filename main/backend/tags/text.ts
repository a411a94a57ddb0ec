/** Longest text that is kept of a tag, in characters. */
const textLimit = 300

/** Control characters, line breaks, and the marks that turn the direction of what follows: none belongs in a title. */
const unwanted = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]+/gu

/**
 * Text from outside, fit to be shown: composed (NFC), on one line, without control characters, of bounded length. Null
 * when nothing is left.
 */
export function cleanText(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null
  // Cut before the costly work: tags may hold megabytes.
  const start = text.slice(0, 4 * textLimit).toWellFormed()
  const line = start.normalize('NFC').replaceAll(unwanted, ' ').replaceAll(/\s+/gu, ' ').trim()
  const characters = Array.from(line)
  const bounded =
    characters.length > textLimit
      ? `${characters
          .slice(0, textLimit - 1)
          .join('')
          .trimEnd()}…`
      : line
  return bounded === '' ? null : bounded
}

/** A list of names, cleaned, without repeats, at most 20. */
export function cleanNames(names: readonly (string | null | undefined)[] | null | undefined): readonly string[] {
  const cleaned = (names ?? []).slice(0, 100).map(cleanText)
  return [...new Set(cleaned.filter((name) => name !== null))].slice(0, 20)
}
