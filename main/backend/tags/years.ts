/** A year of four digits, alone or at the head of a date without separators; not part of a longer number. */
const yearPattern = /(?<!\d)(?<year>[12]\d{3})(?:[01]\d[0-3]\d)?(?!\d)/u

/** Reads a year in the forms people write: `1999`, `1999-05-01`, `19990501`, `c. 1999`, `(P) 1999`. Null when there is none. */
export function yearOf(text: string | number | null | undefined): number | null {
  if (text === null || text === undefined) return null
  // NFKC: Japanese taggers write full-width digits.
  const found = yearPattern.exec(String(text).slice(0, 200).normalize('NFKC'))
  return found?.groups === undefined ? null : Number(found.groups['year'])
}
