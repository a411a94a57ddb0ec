import { coreOf, formsOf, readable, TextForms } from '../normalise/index.ts'
import { classify, withPlainParts } from './classify.ts'
import { bracketPlace, segmentsOf } from './segments.ts'
import type { VersionMark } from './tags.ts'

/** A part of a title that stands between separators. */
export interface TitlePiece {
  readonly text: string
  readonly forms: TextForms
  /** What it says about the version; null where it is a name. */
  readonly marks: readonly VersionMark[] | null
}

/** A title, taken apart and classified. */
export interface ParsedTitle {
  readonly pieces: readonly TitlePiece[]
  /** Brackets that belong to the title: "(I Can’t Get No) Satisfaction", the title in another script. */
  readonly asides: readonly TextForms[]
  /** What is in quotation marks, and what stands beside it: as the pieces of a title. */
  readonly quoted: readonly { readonly title: TextForms; readonly beside: readonly TitlePiece[] }[]
  /** What the brackets say about the version. */
  readonly marks: readonly VersionMark[]
  /** Names after "feat.", as written. */
  readonly featured: readonly string[]
  /** All of it but featured artists and version brackets. */
  readonly whole: TextForms
}

const featuringInBrackets =
  /^(?:feat\.?|ft\.?|featuring|with|w\/|con|avec|mit|com|duet with|duetto con|starring|f\.)\s+(.+)$/iu
const featuringInText = /(?:^|\s)(?:feat\.?|ft\.?|featuring|w\/)\s+([^\u{E000}]+)/iu

/** Takes a title apart. Never throws, whatever the text. */
export function parseTitle(title: string): ParsedTitle {
  const { texts, brackets, quoted } = segmentsOf(readable(title).replaceAll(bracketPlace, ''))
  const featured: string[] = []
  const marks: VersionMark[] = []
  const asides: TextForms[] = []
  for (const bracket of brackets) {
    const names = featuringInBrackets.exec(bracket)?.[1]
    if (names !== undefined) {
      featured.push(names)
      continue
    }
    const forms = formsOf(bracket)
    const said = classify(forms.folded, bracket)
    if (said === null) asides.push(forms)
    else marks.push(...said)
  }
  const pieces: TitlePiece[] = []
  for (const text of texts) {
    const names = featuringInText.exec(text)
    if (names?.[1] !== undefined) featured.push(names[1].trim())
    const named = (names === null ? text : text.replace(names[0], ' '))
      .replaceAll(bracketPlace, ' ')
      .replaceAll(/ +/g, ' ')
      .trim()
    if (named === '') continue
    const piece = pieceOf(named)
    pieces.push(texts.length > 1 ? piece : { ...piece, marks: null })
  }
  // Something is the name of it: where every piece could say what version it is ("Intro", "Song - Live"), the first one is.
  const [first] = pieces
  if (first === undefined) pieces.push({ ...pieceOf(title), marks: null })
  else if (pieces.every((piece) => piece.marks !== null)) pieces[0] = { ...first, marks: null }
  return {
    pieces,
    asides,
    quoted: quoted.map(({ text, before, after }) => ({
      title: formsOf(text),
      beside: [before, after].filter((beside) => beside !== '').map(pieceOf),
    })),
    marks,
    featured,
    whole:
      pieces.length === 1 && pieces[0] !== undefined
        ? pieces[0].forms
        : formsOf(texts.join(' ').replaceAll(bracketPlace, '')),
  }
}

function pieceOf(text: string): TitlePiece {
  const forms = new TextForms(withPlainParts(coreOf(text)))
  const marks = classify(forms.folded, text)
  // A year alone is a name ("1979").
  return { text, forms, marks: marks?.length === 0 ? null : marks }
}
