import type { LyricsRole } from '../document.ts'

/** A line on its way into a document. An end that is not known yet is `unknownEnd`. */
export interface DraftLine {
  startMs: number
  endMs: number
  text: string
  words: DraftWord[]
  voice: string | null
  role: LyricsRole
  language: string | null
}

export interface DraftWord {
  startMs: number
  endMs: number
  text: string
}

export const unknownEnd = -1

/** What one pass over an LRC text found. */
export interface Scanned {
  /** In the order of the file; those without text end the line before. */
  readonly lines: DraftLine[]
  readonly tags: Map<string, string>
  /** Lines without a time, empty ones among them. */
  readonly unstamped: string[]
  /** Stamps that are no times. */
  absurd: number
  /** Whether some lines have no text. */
  hasGaps: boolean
  isSorted: boolean
  hasWords: boolean
}
