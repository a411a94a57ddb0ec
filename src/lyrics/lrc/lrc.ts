import type { Lyrics, LyricsSkipped } from '../document.ts'
import { factsOf } from '../facts.ts'
import { scanLrc } from './scan.ts'
import { settle } from './settle.ts'

/** Reads LRC in all its variants; a text without any times as plain lyrics. `lengthMs`: of the track, where it is known. */
export function parseLrc(text: string, lengthMs: number | null, skipped: LyricsSkipped): Lyrics {
  const scanned = scanLrc(text)
  const facts = factsOf(scanned.tags)
  const counted = { ...skipped, stamps: skipped.stamps + scanned.absurd }
  if (!scanned.isSorted) scanned.lines.sort((one, other) => one.startMs - other.startMs)
  const lines = settle(scanned.lines, scanned.hasGaps, lengthMs ?? facts.lengthMs)
  if (lines.length === 0) {
    const format = scanned.tags.size > 0 ? 'lrc' : 'text'
    return { kind: 'plain', format, lines: withoutEdges(scanned.unstamped), facts, skipped: counted }
  }
  const unstamped = scanned.unstamped.reduce((count, line) => (line === '' ? count : count + 1), 0)
  return {
    kind: scanned.hasWords ? 'word' : 'line',
    format: 'lrc',
    lines,
    facts,
    skipped: { ...counted, unstamped },
  }
}

/** Without empty lines at the beginning and the end; several between verses are one. */
function withoutEdges(lines: readonly string[]): readonly string[] {
  const kept: string[] = []
  for (const line of lines) if (line !== '' || (kept.length > 0 && kept.at(-1) !== '')) kept.push(line)
  if (kept.at(-1) === '') kept.pop()
  return kept
}
