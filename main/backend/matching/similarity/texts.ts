import { isAscii, type TextForms } from '../normalise/index.ts'
import { editDistance } from './edits.ts'

/** Words that carry little: titles are quoted with and without them. */
const articles = new Set('a an the der die das el la los las le les un une il lo i o os as de den het en et'.split(' '))

const articleWeight = 0.5
const longestWeight = 8
/** Two characters of Chinese say as much as a word of so many letters. */
const pairWeight = 4
/** Words that are alike but for a slip of the pen count nearly whole; short ones less, as "Angel" and "Angels" may both exist. */
const slipValue = 0.9
const shortSlipValue = 0.8
const shortWord = 7
/** Words left over after the equal ones that are compared letter by letter. */
const mostCompared = 24
/** The same words in another order are likely, not surely, the same title. */
const otherOrder = 0.9

/**
 * How alike two texts are, from 0 to 1, by the words they share, each weighing as much as it is long. Symmetric. One word for
 * another makes texts different, however alike the letters ("Stay with Me", "Stay with Us"); a slip within a long word does not.
 */
export function similarityOf(one: TextForms, other: TextForms): number {
  if (one.folded === other.folded) return one.folded === '' ? 0 : 1
  if (one.compact === other.compact) return 0.99
  if (one.tokens.length === 0 || other.tokens.length === 0) return 0
  const total = weightOf(one.tokens) + weightOf(other.tokens)
  const counts = new Map<string, number>()
  for (const token of other.tokens) counts.set(token, (counts.get(token) ?? 0) + 1)
  let shared = 0
  const left: string[] = []
  for (const token of one.tokens) {
    const count = counts.get(token) ?? 0
    if (count > 0) {
      counts.set(token, count - 1)
      shared += 2 * weight(token)
    } else left.push(token)
  }
  const right = [...counts].flatMap(([token, count]) => Array.from({ length: count }, () => token))
  if (left.length === 0 && right.length === 0) return otherOrder
  const slips = left.length <= mostCompared && right.length <= mostCompared ? sharedBySlips(left, right) : 0
  return Math.min(0.98, (shared + slips) / total)
}

function sharedBySlips(left: readonly string[], right: readonly string[]): number {
  const open = new Set(right.keys())
  let shared = 0
  for (const token of left) {
    for (const at of open) {
      const other = right[at] ?? ''
      if (!isSlip(token, other)) continue
      open.delete(at)
      const isShort = Math.min(token.length, other.length) < shortWord
      shared += (isShort ? shortSlipValue : slipValue) * (weight(token) + weight(other))
      break
    }
  }
  return shared
}

/** One letter in a word of five or more, two in one of nine or more; digits are never a slip. */
export function isSlip(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length)
  if (length < 5 || /\d/.test(one) || /\d/.test(other)) return false
  const most = length >= 9 ? 2 : 1
  return editDistance(one, other, most) <= most
}

function weightOf(tokens: readonly string[]): number {
  return tokens.reduce((sum, token) => sum + weight(token), 0)
}

function weight(token: string): number {
  if (token.length <= 2 && !isAscii(token)) return pairWeight
  return articles.has(token) ? articleWeight : Math.min(token.length, longestWeight)
}
