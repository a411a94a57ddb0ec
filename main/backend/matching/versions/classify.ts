import { arabicNumber } from '../normalise/index.ts'
import { languagesIn } from './languages.ts'
import { phraseAt, segmentWords, type Phrase } from './phrases.ts'
import { classOf, type VersionMark, type VersionTag } from './tags.ts'

/** Words that say nothing by themselves beside others that do. */
const fillers = new Set(
  'version ver vers edition the a an of on at in from by and with to for feat ft my new full la le el les los der die das im am de del du di da do en no na и в с από في من pt ep'.split(
    ' ',
  ),
)

const partWords = new Set(
  'part pt pts parts vol volume teil parte partie часть частина deel del chapter act'.split(' '),
)

const styles = new Set(
  'dub vip salsa cumbia bachata banda mariachi reggaeton forro lofi lo hardstyle phonk drill amapiano techno dj'.split(
    ' ',
  ),
)

/** Words for a style that a remix is in, which no other remix shares. */
export function isStyle(word: string): boolean {
  return styles.has(word)
}

const possessive = /['’]s version/iu

/**
 * What a segment of a title (a bracket, what follows a dash, what is left beside the known title) says about the version:
 * null where it says nothing of that and belongs to the title. `text` is the segment as written, `folded` its folded form.
 */
export function classify(folded: string, text: string): readonly VersionMark[] | null {
  const words = segmentWords(folded)
  if (words.length === 0 || words.length > mostWords) return null
  const part = partOf(words)
  if (part !== null) return [part]
  const { found, known, detail, years } = scan(words)
  if (possessive.test(text)) return [mark('re-recording', [], years)]
  const isAllKnown = known === words.length
  const counting = found.filter(
    ({ phrase, at }) =>
      isAllKnown ||
      phrase.holds ||
      (phrase.begins && at === 0) ||
      (phrase.ends && at + phrase.words.length === words.length),
  )
  if (counting.length === 0) return isAllKnown && years.length > 0 && words.length === years.length ? [] : null
  const tags = new Set(counting.map(({ phrase }) => phrase.tag))
  return [...tags].map((tag) => {
    const said = counting.flatMap(({ phrase }) => (phrase.tag === tag ? phrase.words : []))
    if (tag === 'language') return marked(tag, tags, languagesIn(said), years)
    // What kind of remix it is belongs to its name: "Nick Ferro Dub" is not "Nick Ferro Remix".
    const named = tag === 'remix' ? [...detail, ...said.filter((word) => isStyle(word))] : detail
    return marked(tag, tags, named, years)
  })
}

/** Segments are shorter; longer ones are sentences. */
const mostWords = 24

interface Scan {
  readonly found: readonly { readonly phrase: Phrase; readonly at: number }[]
  /** How many words are of a phrase, a filler or a year. */
  readonly known: number
  readonly detail: readonly string[]
  readonly years: readonly string[]
}

function scan(words: readonly string[]): Scan {
  const found: { phrase: Phrase; at: number }[] = []
  const detail: string[] = []
  const years: string[] = []
  let known = 0
  for (let at = 0; at < words.length;) {
    const word = words[at] ?? ''
    const phrase = phraseAt(words, at)
    if (phrase !== undefined) {
      found.push({ phrase, at })
      known += phrase.words.length
      at += phrase.words.length
      continue
    }
    if (isYear(word)) years.push(word)
    else if (!fillers.has(word)) detail.push(word)
    if (isYear(word) || fillers.has(word)) known += 1
    at += 1
  }
  return { found, known, detail, years }
}

function marked(
  tag: VersionTag,
  tags: ReadonlySet<VersionTag>,
  detail: readonly string[],
  years: readonly string[],
): VersionMark {
  // A mix by year ("2019 Mix") is the same recording, mixed anew; a "X Edit" by a name is that person's remix.
  if (tag === 'remix' && detail.length === 0 && years.length > 0) return mark('remaster', detail, years)
  if (tag === 'edit' && detail.length > 0 && tags.size === 1) return mark('remix', detail, years)
  return mark(tag, tagsWithDetail.has(tag) ? detail.filter((word) => !fillers.has(word)) : [], years)
}

/** Versions of which there are several, told apart by the words beside them. */
const tagsWithDetail: ReadonlySet<VersionTag> = new Set([
  'live',
  'cover',
  'remix',
  'language',
  'other-version',
  'mashup',
  'session',
])

function partOf(words: readonly string[]): VersionMark | null {
  const [first = '', second = '', third] = words
  const number = partWords.has(first) ? arabicNumber(second) : null
  if (number === null || (third !== undefined && words.length > 2 && classOfRest(words.slice(2)) === null)) return null
  return mark('part', [number], [])
}

/** "Pt. II", "Part Two" and "Teil 2" within a core form are all "part 2". */
export function withPlainParts(core: string): string {
  const words = core.split(' ')
  for (let at = 1; at < words.length; at += 1) {
    const number = partWords.has(words[at - 1] ?? '') ? arabicNumber(words[at] ?? '') : null
    if (number === null) continue
    words[at - 1] = 'part'
    words[at] = number
  }
  return words.join(' ')
}

/** "Part 1 & 2" and the like are another part than 1. */
function classOfRest(words: readonly string[]): string | null {
  return words.every((word) => fillers.has(word) || arabicNumber(word) !== null) ? 'part' : null
}

function isYear(word: string): boolean {
  return /^(?:19|20)\d\d$/.test(word)
}

function mark(tag: VersionTag, detail: readonly string[], years: readonly string[]): VersionMark {
  return { tag, detail, years }
}

/** Whether marks say something that is heard. */
export function isHeard({ tag }: VersionMark): boolean {
  const kind = classOf(tag)
  return kind === 'hard' || kind === 'medium'
}
