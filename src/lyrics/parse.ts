import { longestLyrics, type Lyrics, type LyricsSkipped } from './document.ts'
import { parseLrc } from './lrc/lrc.ts'

export interface ParseOptions {
  /** Length of the track, in ms: where the last line ends if the file does not say. */
  readonly lengthMs?: number | null
}

/**
 * Reads lyrics of any format that is found in files, tags and services. Never throws, whatever the text; takes time in
 * proportion to its length, and reads no more than `longestLyrics` of it.
 */
export function parseLyrics(text: string, options: ParseOptions = {}): Lyrics {
  const { lengthMs = null } = options
  const read = bounded(text)
  const skipped: LyricsSkipped = { unstamped: 0, stamps: 0, malformed: 0, characters: text.length - read.length }
  return parseLrc(read, lengthMs, skipped)
}

/** The text up to the last whole line within the limit. */
function bounded(text: string): string {
  if (text.length <= longestLyrics) return text
  const end = text.lastIndexOf('\n', longestLyrics)
  return text.slice(0, end > 0 ? end : longestLyrics)
}
