import { isSpace, trimmed } from '../characters.ts'
import { type DraftLine, type DraftWord, unknownEnd } from './draft.ts'
import { noStamp } from './stamp.ts'

/** Puts the words of one line together while it is scanned: `<…>` or `[…]` within a line say when what follows is sung. */
export interface WordCollector {
  /** A line begins, at this time (`noStamp` if it says none), with its text from here. */
  begin(startMs: number, from: number): void
  /** A stamp was met from `at` to `end`. False: it runs backwards, and is left out. */
  stamp(ms: number, at: number, end: number): boolean
  /** A stamp that is no time is left out of the text. */
  cut(at: number, end: number): void
  /** The line has no time of its own, nor of a word. */
  isTimeless(): boolean
  /** The line, whose text ends at `to`, without the mark of its voice, behind which is `from`. */
  finish(to: number, from: number, voice: string | null): DraftLine
}

export function createWordCollector(text: string): WordCollector {
  let lineMs = noStamp
  let from = 0
  let accepted = 0
  let isCut = false
  let pieces: DraftWord[] = []
  /** The piece that is being read, before its stamp is known to be another's end. */
  let piece = ''
  let hasText = false
  let pieceMs = noStamp

  function close(at: number): void {
    const more = text.slice(from, at)
    hasText ||= !isBlank(more)
    piece += more
  }

  return {
    begin(startMs, at) {
      lineMs = pieceMs = startMs
      from = at
      accepted = 0
      isCut = false
      hasText = false
      piece = ''
      if (pieces.length > 0) pieces = []
    },
    stamp(ms, at, end) {
      isCut = true
      close(at)
      from = end
      const isFirst = pieces.length === 0 && !hasText
      if (ms < pieceMs && !isFirst) return false
      accepted += 1
      if (pieceMs === noStamp) {
        // Text before the first stamp of a line without one of its own belongs to the first word.
        pieceMs = ms
        return true
      }
      if (!isFirst) pieces.push({ startMs: pieceMs, endMs: ms, text: piece })
      piece = ''
      hasText = false
      pieceMs = ms
      return true
    },
    cut(at, end) {
      isCut = true
      close(at)
      from = end
    },
    isTimeless: () => pieceMs === noStamp,
    finish(to, bodyFrom, voice) {
      if (!isCut) {
        const line = trimmed(text, bodyFrom, to)
        return { startMs: lineMs, endMs: 0, text: line, words: [], voice, role: 'main', language: null }
      }
      close(to)
      if (voice !== null) skipVoice()
      pieces.push({ startMs: pieceMs, endMs: unknownEnd, text: piece })
      const words = tidied(pieces)
      const line = words.map((word) => word.text).join('')
      const startMs = lineMs === noStamp ? (pieces[0]?.startMs ?? 0) : lineMs
      return { startMs, endMs: 0, text: line, words: accepted > 0 ? words : [], voice, role: 'main', language: null }
    },
  }

  /** Takes `F:` and the like off the beginning. */
  function skipVoice(): void {
    const first = pieces[0]
    if (first === undefined) piece = piece.slice(piece.indexOf(':') + 1)
    else first.text = first.text.slice(first.text.indexOf(':') + 1)
  }
}

function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (!isSpace(text.charCodeAt(at))) return false
  return true
}

/** Words without those of spaces only, which end the word before; and without spaces around the line. */
function tidied(pieces: readonly DraftWord[]): DraftWord[] {
  const words: DraftWord[] = []
  for (const piece of pieces) {
    const last = words.at(-1)
    if (!isBlank(piece.text)) words.push(last === undefined ? { ...piece, text: trimStart(piece.text) } : piece)
    else if (last !== undefined) last.text += piece.text
  }
  const last = words.at(-1)
  if (last !== undefined) last.text = trimEnd(last.text)
  return words
}

function trimStart(text: string): string {
  let at = 0
  while (isSpace(text.charCodeAt(at))) at += 1
  return text.slice(at)
}

function trimEnd(text: string): string {
  let at = text.length
  while (isSpace(text.charCodeAt(at - 1))) at -= 1
  return text.slice(0, at)
}
