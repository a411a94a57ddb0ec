import { creditOf, type Credit } from '../artists/index.ts'
import { formsOf, type TextForms } from '../normalise/index.ts'
import type { WantedRecording } from '../types.ts'
import { classify, parseTitle, type ParsedTitle, type VersionMark, type VersionTag } from '../versions/index.ts'

/** A wanted recording taken apart once, for any number of candidates. */
export interface PreparedWanted {
  readonly recording: WantedRecording
  readonly parsed: ParsedTitle
  readonly title: TextForms
  readonly marks: readonly VersionMark[]
  readonly credits: readonly Credit[]
  readonly album: TextForms | null
  readonly albumMarks: readonly VersionMark[]
  readonly isrc: string | null
  readonly explicit: boolean | null
}

export function prepareWanted(recording: WantedRecording): PreparedWanted {
  const parsed = parseTitle(recording.title)
  const named = parsed.pieces.filter(({ marks }) => marks === null)
  const [first, ...rest] = named
  // A list of mere lines of text: "Artist - Title".
  const isArtistFirst = recording.artists.every((name) => name.trim() === '') && first !== undefined && rest.length > 0
  const artists = isArtistFirst ? [first.text] : recording.artists
  const marks = [...parsed.marks, ...parsed.pieces.flatMap((piece) => piece.marks ?? [])]
  return {
    recording,
    parsed,
    title: joined(isArtistFirst ? rest : named),
    marks,
    credits: [...artists, ...parsed.featured].map(creditOf).filter((credit) => credit !== null),
    album: textOf(recording.album),
    albumMarks: albumMarksOf(recording.album),
    isrc: isrcOf(recording.isrc),
    explicit: explicitOf(recording.explicit, marks),
  }
}

/** Pieces of a title as one text. */
export function joined(pieces: readonly { readonly text: string; readonly forms: TextForms }[]): TextForms {
  const [only] = pieces
  return pieces.length === 1 && only !== undefined ? only.forms : formsOf(pieces.map(({ text }) => text).join(' '))
}

export function textOf(text: string | null | undefined): TextForms | null {
  return text === null || text === undefined || text.trim() === '' ? null : formsOf(text)
}

const albumTags: ReadonlySet<VersionTag> = new Set(['live', 'karaoke', 'cover', 'instrumental', 'acoustic', 'sped-up'])

/** What the name of an album says about all of its recordings: "Live at Leeds", "Karaoke Hits". */
export function albumMarksOf(album: string | null | undefined): readonly VersionMark[] {
  if (album === null || album === undefined || album === '') return []
  const { marks, pieces } = parseTitle(album)
  const all = [...marks, ...pieces.flatMap(({ text, forms }) => classify(forms.folded, text) ?? [])]
  return all.filter(({ tag }) => albumTags.has(tag))
}

/** Upper case without hyphens; null for what is no code. */
export function isrcOf(text: string | null | undefined): string | null {
  if (text === null || text === undefined || text.length > 20) return null
  const code = text.replaceAll(/[\s-]/g, '').toUpperCase()
  return /^[A-Z]{2}[A-Z\d]{3}\d{7}$/.test(code) ? code : null
}

export function explicitOf(known: boolean | null | undefined, marks: readonly VersionMark[]): boolean | null {
  if (marks.some(({ tag }) => tag === 'clean')) return false
  if (marks.some(({ tag }) => tag === 'explicit')) return true
  return known ?? null
}
