import { isSpace, trimmed, withoutEnd, withoutStart } from '../characters.ts'
import { type DraftLine, type DraftWord, unknownEnd } from './draft.ts'
import { noStamp } from './stamp.ts'

/** Puts the words of one line together while it is scanned: `<…>` or `[…]` within a line say when what follows is sung. */
export interface WordCollector {
  /** A line begins, at this time (`noStamp` if it says none), with its text from here. */
  begin(startMs: number, from: number): void
  /** A stamp was met from `at` to `end`. False: it runs backwards, or comes before its line, and is left out. */
  stamp(ms: number, at: number, end: number): boolean
  /** A stamp that is no time is left out of the text. */
  cut(at: number, end: number): void
  /** The line has no time of its own, nor of a word. */
  isTimeless(): boolean
  /** The line, whose text ends at `to`. */
  finish(to: number): DraftLine
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
      if (ms < pieceMs) return false
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
    finish(to) {
      if (!isCut) return lineOf(lineMs, trimmed(text, from, to), noWords)
      close(to)
      pieces.push({ startMs: pieceMs, endMs: unknownEnd, text: piece })
      const words = tidied(pieces)
      const startMs = lineMs === noStamp ? (pieces[0]?.startMs ?? 0) : lineMs
      return lineOf(startMs, words.map((word) => word.text).join(''), accepted > 0 ? words : noWords)
    },
  }
}

/** Of most lines. Nobody adds to it. */
const noWords: DraftWord[] = []

function lineOf(startMs: number, text: string, words: DraftWord[]): DraftLine {
  return { startMs, endMs: 0, text, words, voice: null, role: 'main', language: null }
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
    if (!isBlank(piece.text)) words.push(last === undefined ? { ...piece, text: withoutStart(piece.text, 0) } : piece)
    else if (last !== undefined) last.text += piece.text
  }
  const last = words.at(-1)
  if (last !== undefined) last.text = withoutEnd(last.text)
  return words
}
