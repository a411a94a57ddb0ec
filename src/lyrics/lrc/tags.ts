import { trimmed } from '../characters.ts'

const longestName = 24
const mostTags = 200
const colon = 58
const closeBracket = 93
const openBracket = 91

/**
 * Takes a line such as `[ar:Paper Boats]` as tags: also several in a line, and values with brackets. False where it is something
 * else. `from` is at the bracket.
 */
export function addTag(text: string, from: number, to: number, tags: Map<string, string>): boolean {
  const line = trimmed(text, from, to)
  const last = line.length - 1
  if (line.charCodeAt(last) !== closeBracket) return false
  let nameAt = 1
  let colonAt = nameEnd(line, nameAt)
  if (colonAt < 0) return false
  for (let at = colonAt; at <= last; at += 1) {
    if (line.charCodeAt(at) !== closeBracket) continue
    const next = at < last && line.charCodeAt(at + 1) === openBracket ? nameEnd(line, at + 2) : -1
    if (at < last && next < 0) continue
    const name = line.slice(nameAt, colonAt).toLowerCase()
    if (tags.size < mostTags && !tags.has(name)) tags.set(name, trimmed(line, colonAt + 1, at))
    nameAt = at + 2
    colonAt = next
  }
  return true
}

/** Where the colon behind the name is that begins here; -1 where there is none. */
function nameEnd(line: string, from: number): number {
  let hasLetter = false
  for (let at = from; at <= from + longestName; at += 1) {
    const code = line.charCodeAt(at)
    if (code === colon) return hasLetter ? at : -1
    const lower = code | 32
    const isLetter = (lower >= 97 && lower <= 122) || code === 35
    const isOther = (code >= 48 && code <= 57) || code === 95 || code === 45
    if (!isLetter && !isOther) return -1
    hasLetter ||= isLetter
  }
  return -1
}
