const romanValues = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ')
const words = 'one two three four five six seven eight nine ten'.split(' ')

/** A number as digits, in whichever way it is written: "IV", "4", "04", "4th", "four"; null for what is none. */
export function arabicNumber(token: string): string | null {
  const digits = /^(?:no)?0*(\d{1,6})(?:st|nd|rd|th)?$/.exec(token)?.[1]
  if (digits !== undefined) return digits
  const roman = romanValues.indexOf(token)
  if (roman >= 0) return String(roman + 1)
  const word = words.indexOf(token)
  return word >= 0 ? String(word + 1) : null
}

/**
 * The numbers in a title that tell it from others: digits wherever they stand, roman numerals of more than one letter, and
 * those of one letter at the end ("Symphony No. 5", "Chapter IV", "Rocky V", but not the pronoun in "I Will").
 */
export function numbersOf(tokens: readonly string[]): readonly string[] {
  const numbers: string[] = []
  tokens.forEach((token, at) => {
    const isLast = at === tokens.length - 1 && at > 0
    const counts = /^\d/.test(token) || (romanValues.includes(token) && (isLast ? token !== 'i' : token.length > 1))
    const number = counts ? arabicNumber(token) : null
    if (number !== null) numbers.push(number)
  })
  return numbers
}
