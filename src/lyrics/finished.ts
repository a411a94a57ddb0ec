import {
  lastLineMs,
  type Lyrics,
  type LyricsFacts,
  type LyricsFormat,
  type LyricsLine,
  type LyricsSkipped,
} from './document.ts'

/** A document of what a reader of cues or markup found; ends that are missing are where the next line begins. */
export function finished(found: {
  readonly format: LyricsFormat
  readonly lines: readonly LyricsLine[]
  /** Lines without a time. */
  readonly plain: readonly string[]
  readonly facts: LyricsFacts
  readonly lengthMs: number | null
  readonly skipped: LyricsSkipped
}): Lyrics {
  const { format, facts, plain, lengthMs, skipped } = found
  if (found.lines.length === 0) return { kind: 'plain', format, lines: plain, facts, skipped }
  const lines = found.lines.toSorted((one, other) => one.startMs - other.startMs)
  let nextMs: number | null = null
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at]
    if (line === undefined) continue
    const after = lines[at + 1]
    if (after !== undefined && after.startMs > line.startMs) nextMs = after.startMs
    if (line.endMs > line.startMs) continue
    const last = lengthMs !== null && lengthMs > line.startMs ? lengthMs : line.startMs + lastLineMs
    lines[at] = { ...line, endMs: nextMs ?? last }
  }
  const kind = lines.some(({ words }) => words.length > 0) ? 'word' : 'line'
  return { kind, format, lines, facts, skipped: { ...skipped, unstamped: skipped.unstamped + plain.length } }
}
