import { creditOf, sureness, type Credit } from '../artists/index.ts'
import { formsOf, type TextForms } from '../normalise/index.ts'
import { similarityOf } from '../similarity/index.ts'
import { parseTitle, type ParsedTitle, type TitlePiece, type VersionMark } from '../versions/index.ts'
import { joined, type PreparedWanted } from './prepare.ts'
import { compareTitles, type TitleAgreement } from './title.ts'

/** One way of reading a candidate's title: which part is the title, and who is named beside it. */
interface Reading {
  readonly title: TextForms
  readonly named: readonly string[]
  readonly marks: readonly VersionMark[]
}

export interface ReadTitle {
  readonly agreement: TitleAgreement
  readonly marks: readonly VersionMark[]
  /** Whom the title says it is by: names beside it, and wanted ones within it. */
  readonly credits: readonly Credit[]
  readonly featured: readonly Credit[]
  readonly subtitle: 'agrees' | 'missing' | 'different'
}

/** Titles with more parts are lists. */
const mostPieces = 5
const withoutSubtitle = 0.95
const withOtherSubtitle = 0.75

/** A reading with what its title says; whom it names is looked at for the best one only. */
interface Read {
  readonly reading: Reading
  readonly agreement: TitleAgreement
  readonly subtitle: ReadTitle['subtitle']
}

/** Reads a candidate's title in the way that fits the wanted one best. */
export function readTitle(title: string, wanted: PreparedWanted): ReadTitle {
  const parsed = parseTitle(title)
  let best: Read | null = null
  for (const reading of readingsOf(parsed, wanted)) {
    const read = readAs(reading, parsed, wanted)
    if (best === null || read.agreement.similarity > best.agreement.similarity) best = read
    if (best.agreement.similarity === 1) break
  }
  best ??= readAs({ title: parsed.whole, named: [], marks: parsed.marks }, parsed, wanted)
  return withNames(best, parsed, wanted)
}

function readAs(reading: Reading, parsed: ParsedTitle, wanted: PreparedWanted): Read {
  const agreement = compareTitles(wanted.title, reading.title, wanted.credits, parsed.pieces.length === 1)
  const asides = parsed.asides.filter((aside) => aside !== reading.title && !isArtist(aside, wanted))
  const { subtitle, similarity } = withAsides(agreement.similarity, reading.title, asides, wanted)
  const kind = similarity > agreement.similarity ? 'alike' : agreement.kind
  return { reading, agreement: { ...agreement, similarity, kind }, subtitle }
}

function withNames({ reading, agreement, subtitle }: Read, parsed: ParsedTitle, wanted: PreparedWanted): ReadTitle {
  const others = reading.named.flatMap((name) => creditOf(name) ?? [])
  // A bracket may name the artist once more: "IU(아이유)".
  const inBrackets = parsed.asides
    .filter((aside) => isArtist(aside, wanted))
    .flatMap(({ core }) => creditOf(core) ?? [])
  // A name beside the title that is none of the wanted artists may make it another one ("Title - Part of a Suite").
  const isBesideIt = others.some((other) => sureness(other, wanted.credits) === 0)
  return {
    agreement,
    marks: [...reading.marks, ...agreement.candidateMarks],
    credits: [...others, ...inBrackets, ...agreement.held],
    featured: parsed.featured.flatMap((names) => creditOf(names) ?? []),
    subtitle: isBesideIt && subtitle === 'agrees' ? 'missing' : subtitle,
  }
}

function isArtist({ compact }: TextForms, { credits }: PreparedWanted): boolean {
  return credits.some(({ whole }) => whole.compact === compact)
}

function* readingsOf(parsed: ParsedTitle, wanted: PreparedWanted): Generator<Reading> {
  const { pieces } = parsed
  const named = pieces.filter(({ marks }) => marks === null)
  const marked = pieces.filter(({ marks }) => marks !== null)
  const said = (but?: TitlePiece): VersionMark[] => [
    ...parsed.marks,
    ...marksOf(marked.filter((piece) => piece !== but)),
  ]
  const marks = said()
  // A title that is called as versions are ("Interlude", "Live") is read so where it is what is wanted.
  for (const piece of marked) {
    if (!piece.forms.folded.includes(wanted.title.folded)) continue
    yield { title: piece.forms, named: textsOf(named), marks: said(piece) }
  }
  if (named.length > 1) {
    for (const piece of named.slice(0, mostPieces)) {
      const beside = named.filter((other) => other !== piece)
      // A piece that is called as the artist is the artist, unless the artist stands beside it once more.
      if (isArtist(piece.forms, wanted) && !beside.some(({ forms }) => isArtist(forms, wanted))) continue
      yield { title: piece.forms, named: textsOf(beside), marks }
    }
  }
  for (const { title, beside } of parsed.quoted) {
    yield { title, named: textsOf(beside), marks: [...marks, ...marksOf(beside)] }
  }
  yield { title: joined(named), named: [], marks }
  if (parsed.asides.length > 0 && parsed.asides.length <= mostPieces) {
    for (const aside of parsed.asides) yield { title: aside, named: textsOf(named), marks }
  }
}

/** The texts of pieces that are names. */
function textsOf(pieces: readonly TitlePiece[]): string[] {
  return pieces.filter(({ marks }) => marks === null).map(({ text }) => text)
}

function marksOf(pieces: readonly TitlePiece[]): VersionMark[] {
  return pieces.flatMap(({ marks }) => marks ?? [])
}

/** Brackets that belong to a title: both sides, one side, or another name for it. */
function withAsides(
  similarity: number,
  title: TextForms,
  theirs: readonly TextForms[],
  wanted: PreparedWanted,
): { subtitle: ReadTitle['subtitle']; similarity: number } {
  const mine = wanted.parsed.asides
  if (mine.length === 0 && theirs.length === 0) return { subtitle: 'agrees', similarity }
  const isOtherName =
    theirs.some((aside) => similarityOf(aside, wanted.title) > 0.95) ||
    mine.some((aside) => similarityOf(aside, title) > 0.95 || theirs.some((other) => similarityOf(aside, other) > 0.8))
  if (isOtherName && similarity < 0.9) return { subtitle: 'agrees', similarity: Math.max(similarity, 0.97) }
  if (similarity < 0.6)
    return { subtitle: 'agrees', similarity: Math.max(similarity, withTheirOwn(mine, theirs, title, wanted)) }
  if (isOtherName) return { subtitle: 'agrees', similarity }
  if (mine.length > 0 && theirs.length > 0) return { subtitle: 'different', similarity: similarity * withOtherSubtitle }
  const whole = withTheirOwn(mine, theirs, title, wanted)
  if (whole > 0.95) return { subtitle: 'agrees', similarity: Math.max(similarity, whole) }
  return { subtitle: 'missing', similarity: similarity * withoutSubtitle }
}

/** With the brackets' words as part of the title, before or behind it. */
function withTheirOwn(
  mine: readonly TextForms[],
  theirs: readonly TextForms[],
  title: TextForms,
  wanted: PreparedWanted,
): number {
  if (mine.length > 0) return Math.max(...bothOrders(wanted.title, mine).map((text) => similarityOf(text, title)))
  return Math.max(...bothOrders(title, theirs).map((text) => similarityOf(text, wanted.title)))
}

function bothOrders(text: TextForms, asides: readonly TextForms[]): TextForms[] {
  const inside = asides.map(({ core }) => core).join(' ')
  return [formsOf(`${inside} ${text.core}`), formsOf(`${text.core} ${inside}`)]
}
