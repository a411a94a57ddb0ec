/**
 * Levenshtein distance of two texts in UTF-16 units, as long as it is `most` at the most; `most + 1` where it is more.
 * Looks only at the band of the table in which such a distance can lie: time grows with length × `most`.
 */
export function editDistance(one: string, other: string, most: number): number {
  if (one === other) return 0
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > most) return most + 1
  let previous = Array.from({ length: short.length + 1 }, (_, at) => at)
  for (let row = 1; row <= long.length; row += 1) {
    const current = Array.from({ length: short.length + 1 }, () => most + 1)
    if (row <= most) current[0] = row
    const last = Math.min(short.length, row + most)
    let least = current[0] ?? most + 1
    for (let at = Math.max(1, row - most); at <= last; at += 1) {
      const change = long.charCodeAt(row - 1) === short.charCodeAt(at - 1) ? 0 : 1
      const distance = Math.min(
        (previous[at - 1] ?? most) + change,
        (previous[at] ?? most) + 1,
        (current[at - 1] ?? most) + 1,
      )
      current[at] = distance
      least = Math.min(least, distance)
    }
    if (least > most) return most + 1
    previous = current
  }
  return Math.min(previous[short.length] ?? most + 1, most + 1)
}
