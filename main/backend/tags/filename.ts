import { cleanText } from './text.ts'

/** What a file's name says when its tags say nothing. */
export interface NameGuess {
  readonly title: string
  readonly artist: string | null
  readonly trackNumber: number | null
  readonly discNumber: number | null
}

/** `1-03 …`: disc and track. */
const withDisc = /^(?<disc>[1-9])[-.](?<track>\d{2})(?:\s*[-–—.)]\s*|\s+)(?<rest>\S.*)$/u
/** `03 …`, `03-…`, `03. …`: with a leading zero it can be nothing else. */
const padded = /^(?<track>0\d{1,2})(?:\s*[-–—.)]\s*|\s+)(?<rest>\S.*)$/u
/** `3 - …`, `3. …`, `3) …`. A bare number is no track number: `99 Luftballons`, `7-Eleven`. */
const separated = /^(?<track>\d{1,3})(?:\s+[-–—]\s+|[.)]\s+)(?<rest>\S.*)$/u
/** A part between dashes that is only a number: `Artist - Album - 03 - Title`. */
const onlyNumber = /^\d{1,3}$/u

/** Reads artist, title and number out of a file name, with or without its ending. */
export function guessFromName(fileName: string): NameGuess {
  const base = fileName.replace(/\.[a-z0-9]{1,5}$/iu, '')
  const text = cleanText(base.includes(' ') ? base : base.replaceAll('_', ' ')) ?? cleanText(fileName) ?? '–'
  const match = withDisc.exec(text) ?? padded.exec(text) ?? separated.exec(text)
  const { disc, track, rest = text } = match?.groups ?? {}
  const parts = rest.split(/\s+[-–—]\s+/u)
  const middle = parts.findIndex((part, index) => index > 0 && index < parts.length - 1 && onlyNumber.test(part))
  const number = track ?? parts[middle]
  const title = middle > 0 ? parts.slice(middle + 1) : parts.length > 1 ? parts.slice(1) : parts
  return {
    title: title.join(' - '),
    artist: parts.length > 1 ? (parts[0] ?? null) : null,
    trackNumber: number === undefined ? null : Number(number),
    discNumber: disc === undefined ? null : Number(disc),
  }
}
