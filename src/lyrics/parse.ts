import { longestLyrics, type Lyrics, type LyricsFormat, type LyricsSkipped } from './document.ts'
import { isCueTiming, parseCues } from './cues/cues.ts'
import { parseLrc } from './lrc/lrc.ts'
import { parseTtml } from './ttml/ttml.ts'

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
  switch (formatOf(read)) {
    case 'ttml':
      return parseTtml(read, lengthMs, skipped)
    case 'webvtt':
      return parseCues(read, 'webvtt', lengthMs, skipped)
    case 'srt':
      return parseCues(read, 'srt', lengthMs, skipped)
    default:
      return parseLrc(read, lengthMs, skipped)
  }
}

/** The text up to the last whole line within the limit. */
function bounded(text: string): string {
  if (text.length <= longestLyrics) return text
  const end = text.lastIndexOf('\n', longestLyrics)
  return text.slice(0, end > 0 ? end : longestLyrics)
}

/** How far into a text its format shows, in characters. */
const headLength = 2000

/** LRC, and plain text, are what nothing else is. */
function formatOf(text: string): LyricsFormat {
  const head = text.slice(0, headLength).replace(/^[\s\uFEFF]+/, '')
  if (head.startsWith('WEBVTT')) return 'webvtt'
  if (head.startsWith('<') && /<(?:\w{1,20}:)?tt[\s>]/.test(head)) return 'ttml'
  return head.includes('-->') && head.split(/[\r\n]+/, 3).some(isCueTiming) ? 'srt' : 'lrc'
}
