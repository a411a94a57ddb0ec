import { scriptOf } from '../characters.ts'
import { lastLineMs } from '../document.ts'
import { type DraftLine, unknownEnd } from './draft.ts'

/**
 * Gives lines and words their ends, and those that begin together their roles; then takes out the lines without text, which
 * have ended those before. The lines are in order.
 */
export function settle(lines: DraftLine[], hasGaps: boolean, lengthMs: number | null): DraftLine[] {
  let nextMs = -1
  let startMs = -1
  let areTogether = false
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at]
    if (line === undefined) continue
    if (line.startMs !== startMs) {
      nextMs = startMs
      startMs = line.startMs
    } else areTogether = true
    line.endMs = nextMs < 0 ? lastEnd(line, lengthMs) : nextMs
    if (line.words.length > 0) endWords(line)
  }
  if (areTogether) {
    endTogether(lines)
    giveRoles(lines)
  }
  return hasGaps ? lines.filter(({ text }) => text !== '') : lines
}

/** Those that begin together at the end of the file end together. */
function endTogether(lines: readonly DraftLine[]): void {
  const startMs = lines.at(-1)?.startMs
  let endMs = 0
  for (let at = lines.length - 1; at >= 0 && lines[at]?.startMs === startMs; at -= 1)
    endMs = Math.max(endMs, lines[at]?.endMs ?? 0)
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at]
    if (line === undefined || line.startMs !== startMs) return
    line.endMs = endMs
  }
}

function lastEnd({ startMs, words }: DraftLine, lengthMs: number | null): number {
  const end = words.at(-1)?.endMs ?? unknownEnd
  if (end > startMs) return end
  return lengthMs !== null && lengthMs > startMs ? lengthMs : startMs + lastLineMs
}

function endWords(line: DraftLine): void {
  const last = line.words.at(-1)
  if (last === undefined) return
  if (last.endMs === unknownEnd) last.endMs = Math.max(line.endMs, last.startMs)
  line.endMs = Math.max(line.endMs, last.endMs)
}

/**
 * Of lines that begin together, the first is sung. The others translate it where most lines of the file are doubled, or where they
 * are in another script; else they are a second voice. Who is named as a voice sings.
 */
function giveRoles(lines: readonly DraftLine[]): void {
  const sung = lines.filter(({ role, text }) => role !== 'background' && text !== '')
  const areMostDoubled = doubledShare(sung) >= 0.5
  let first: DraftLine | null = null
  let script: string | null = null
  for (const line of sung) {
    if (first === null || line.startMs !== first.startMs) {
      first = line
      script = null
    } else if (line.voice === null) {
      script ??= scriptOf(first.text)
      if (areMostDoubled || scriptOf(line.text) !== script) line.role = 'translation'
    }
  }
}

/** The share of starts that several lines have. */
function doubledShare(lines: readonly DraftLine[]): number {
  let starts = 0
  let doubled = 0
  for (let at = 0; at < lines.length; at += 1) {
    const startMs = lines[at]?.startMs
    if (startMs !== lines[at - 1]?.startMs) starts += 1
    else if (startMs !== lines[at - 2]?.startMs) doubled += 1
  }
  return doubled / Math.max(1, starts)
}
