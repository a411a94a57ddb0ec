import { unreadable } from './rows.ts'

/** Longest value, in UTF-16 units. */
const longestValue = 1_000_000
/** Values of a line that are kept: no table of songs has more columns. */
const mostValues = 1000

/**
 * Reads CSV line by line: values in quotes may hold line ends, separators and doubled quotes; lines end in any way. Null is a moment to
 * let others run. Throws `import-file-unreadable` for quotes that never close: everything after them would be lost in one value.
 */
export function* readCsv(text: string, separator: string): Generator<readonly string[] | null> {
  let at = text.startsWith('\uFEFF') ? 1 : 0
  let record: string[] = []
  while (at < text.length) {
    const isQuoted = text[at] === '"'
    let value = ''
    if (isQuoted) {
      at += 1
      for (;;) {
        const quote = text.indexOf('"', at)
        if (quote < 0 || quote - at > longestValue) throw unreadable()
        value += text.slice(at, quote)
        at = quote + 1
        if (text[at] !== '"') break
        value += '"'
        at += 1
        if (value.length > longestValue) throw unreadable()
        yield null
      }
    }
    // What follows a closing quote belongs to the value too: "Heroes" (live).
    const end = nextEnd(text, at, separator)
    if (record.length < mostValues) record.push(value + text.slice(at, end))
    at = end
    if (text[at] === separator) {
      at += 1
      yield null
      // A separator at the very end opens one more, empty value.
      if (at < text.length) continue
      if (record.length < mostValues) record.push('')
    }
    if (text.startsWith('\r\n', at)) at += 2
    else at += 1
    yield record
    record = []
  }
}

/** Where a value without quotes ends: at a separator, at the end of the line, or at the end of it all. */
function nextEnd(text: string, from: number, separator: string): number {
  let at = from
  for (; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === separator || sign === '\n' || sign === '\r') break
    if (at - from > longestValue) throw unreadable()
  }
  return at
}
