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
  let together = 0
  let groups = 0
  let ownGroups = 0
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at]
    if (line === undefined) continue
    if (line.startMs !== startMs) {
      nextMs = startMs
      startMs = line.startMs
      groups += 1
    } else {
      together += 1
      if (lines[at + 1]?.startMs !== lines[at + 2]?.startMs) ownGroups += 1
    }
    line.endMs = nextMs < 0 ? lastEnd(line, lengthMs) : nextMs
    if (line.words.length > 0) endWords(line)
  }
  if (together > 0) giveRoles(lines, ownGroups * 2 >= groups)
  return hasGaps ? lines.filter(({ text }) => text !== '') : lines
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
function giveRoles(lines: readonly DraftLine[], areMostDoubled: boolean): void {
  let first: DraftLine | null = null
  let script: string | null = null
  for (const line of lines) {
    if (line.role === 'background' || line.text === '') continue
    if (first === null || line.startMs !== first.startMs) {
      first = line
      script = null
    } else if (line.voice === null) {
      script ??= scriptOf(first.text)
      if (areMostDoubled || scriptOf(line.text) !== script) line.role = 'translation'
    }
  }
}
