/** How well a text answers to a query, and where: places in the text itself, so that they can be shown. */
export interface Match {
  readonly score: number
  /** Runs of the text that answered, in order: first place and the place after the last. */
  readonly marks: readonly Mark[]
}

export type Mark = readonly [from: number, to: number]

/** A text in the form in which it is compared, and for each of its letters the place in the text it came from. */
export interface Folded {
  readonly text: string
  readonly letters: string
  readonly places: readonly number[]
  /** For each letter whether a word begins there. */
  readonly starts: readonly boolean[]
}

const apart = new Map(Object.entries({ ß: 'ss', ø: 'o', đ: 'd', ł: 'l', ı: 'i', æ: 'ae', œ: 'oe', þ: 'th' }))

/** Scripts that put no spaces between words: there any letter may begin one. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** Without case and accents, letter by letter. What stands between words stays out: it only makes the next letter a beginning. */
export function folded(text: string): Folded {
  let letters = ''
  const places: number[] = []
  const starts: boolean[] = []
  let place = 0
  let isStart = true
  for (const sign of text) {
    const plain = sign.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
    const found = (apart.get(plain) ?? plain).replace(/[^\p{L}\p{N}]/gu, '')
    for (const letter of found.split('')) {
      letters += letter
      places.push(place)
      starts.push(isStart || unspaced.test(sign))
      isStart = false
    }
    // An accent of its own belongs to the letter before it; everything else without letters divides words.
    if (found === '' && plain !== '') isStart = true
    place += sign.length
  }
  return { text, letters, places, starts }
}

const atBeginning = 10
const atWord = 8
const next = 6
const within = -4

/** Below this for each letter of the query, the letters only happen to be in the text. */
const leastPerLetter = 2

/**
 * Finds the letters of a query in a text, in order: side by side, or at the beginnings of words (`npl` finds "Now
 * playing"). Null when they are not there, or scattered. An empty query answers to everything.
 */
export function match(query: Folded, text: Folded): Match | null {
  const wanted = query.letters
  if (wanted.length === 0) return { score: 0, marks: [] }
  // A best chain of letters up to each place: its score, and the place of the letter before.
  let scores: number[] = []
  const before: number[][] = []
  for (let at = 0; at < wanted.length; at += 1) {
    const row: number[] = []
    const from: number[] = []
    let best = -Infinity
    let bestPlace = -1
    for (let place = 0; place < text.letters.length; place += 1) {
      // The best chain that ends anywhere before this place, not counting the letter just before it.
      const side = at === 0 ? -Infinity : (scores[place - 1] ?? -Infinity)
      const gap = at === 0 ? 0 : best
      const startBonus = place === 0 ? atBeginning : text.starts[place] === true ? atWord : null
      const apartScore = gap + (startBonus ?? (at === 0 ? 0 : within))
      const sideScore = side + Math.max(next, startBonus ?? 0)
      const fits = text.letters[place] === wanted[at]
      row.push(fits ? Math.max(apartScore, sideScore) : -Infinity)
      from.push(sideScore >= apartScore ? place - 1 : bestPlace)
      if (side > best) {
        best = side
        bestPlace = place - 1
      }
    }
    scores = row
    before.push(from)
  }
  const score = Math.max(...scores)
  if (score < leastPerLetter * wanted.length) return null
  const chain: number[] = []
  let place = scores.indexOf(score)
  for (let at = wanted.length - 1; at >= 0; at -= 1) {
    chain.unshift(place)
    place = before[at]?.[place] ?? -1
  }
  // Of two that answer equally well, the shorter one is closer to what was asked for.
  return { score: score - text.letters.length / 64, marks: marksOf(chain, text) }
}

function marksOf(chain: readonly number[], { text, places }: Folded): Mark[] {
  const marks: Mark[] = []
  for (const at of chain) {
    const from = places[at] ?? 0
    const to = from + String.fromCodePoint(text.codePointAt(from) ?? 0).length
    const last = marks.at(-1)
    if (last && from <= last[1]) marks[marks.length - 1] = [last[0], Math.max(to, last[1])]
    else marks.push([from, to])
  }
  return marks
}
