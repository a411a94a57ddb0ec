import { trimmed } from '../characters.ts'
import { longestTimeMs, type Lyrics, type LyricsLine, type LyricsSkipped, type LyricsWord } from '../document.ts'
import { noFacts } from '../facts.ts'
import { finished } from '../finished.ts'
import { decoded } from '../ttml/xml.ts'

/** Hours may be left out in WebVTT; SRT has a comma, and in the wild either has either. */
const timing =
  /^[ \t]*(?:(\d{1,4}):)?(\d{1,4}):(\d{1,2})[.,](\d{1,3})[ \t]*-->[ \t]*(?:(\d{1,4}):)?(\d{1,4}):(\d{1,2})[.,](\d{1,3})(?:[ \t]|$)/
const innerStamp = /^(?:(\d{1,4}):)?(\d{1,4}):(\d{1,2})[.,](\d{1,3})$/

/** Whether a line is the timing of a cue. */
export function isCueTiming(line: string): boolean {
  return line.length < 300 && timing.test(line)
}

/** Reads SRT and WebVTT: each cue is a line, `<v Name>` a voice, stamps within a cue are words. */
export function parseCues(
  text: string,
  format: 'srt' | 'webvtt',
  lengthMs: number | null,
  skipped: LyricsSkipped,
): Lyrics {
  const lines: LyricsLine[] = []
  let malformed = 0
  // Blocks are parted by empty lines; the timing is the first or second line of a cue.
  for (const block of blocksOf(text)) {
    const at = block.findIndex(isCueTiming)
    if (at < 0 || at > 1) {
      if (block.some((line) => line.includes('-->'))) malformed += 1
      continue
    }
    const times = timing.exec(block[at] ?? '')
    if (times === null) continue
    const startMs = msOf(times.slice(1, 5))
    const endMs = msOf(times.slice(5, 9))
    const content = block.slice(at + 1).join(' ')
    if (startMs > longestTimeMs) {
      malformed += 1
      continue
    }
    const line = lineOf(content, startMs, Math.min(Math.max(startMs, endMs), longestTimeMs))
    if (line.text !== '') lines.push(line)
  }
  return finished({ format, lines, plain: [], facts: noFacts, lengthMs, skipped: { ...skipped, malformed } })
}

function blocksOf(text: string): string[][] {
  const blocks: string[][] = []
  let block: string[] = []
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (trimmed(line, 0, line.length) !== '') block.push(line)
    else if (block.length > 0) {
      blocks.push(block)
      block = []
    }
  }
  if (block.length > 0) blocks.push(block)
  return blocks
}

function msOf([hours, minutes, seconds, fraction]: readonly (string | undefined)[]): number {
  const whole = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0)
  return whole * 1000 + Number((fraction ?? '').padEnd(3, '0'))
}

/** A cue's text without its markup: `<i>`, `<c.name>`, `{\an8}`. */
function lineOf(content: string, startMs: number, endMs: number): LyricsLine {
  const pieces: { startMs: number; text: string }[] = [{ startMs, text: '' }]
  let voice: string | null = null
  let at = 0
  while (at < content.length) {
    const open = content.indexOf('<', at)
    const close = open < 0 ? -1 : content.indexOf('>', open)
    say(content.slice(at, close < 0 ? content.length : open))
    if (close < 0) break
    const tag = content.slice(open + 1, close)
    const stamp = tag.length < 20 ? innerStamp.exec(tag) : null
    if (stamp !== null) stampAt(msOf(stamp.slice(1, 5)))
    else if (/^v[. ]/.test(tag)) voice = trimmed(tag, tag.indexOf(' ') + 1 || tag.length, tag.length) || null
    at = close + 1
  }
  const words = pieces.length > 1 ? wordsOf(pieces, endMs) : []
  const text =
    words.length > 0 ? words.map((word) => word.text).join('') : collapsed(pieces.map((piece) => piece.text).join(''))
  return { startMs, endMs, text, words, voice, role: 'main', language: null }

  function say(said: string): void {
    const last = pieces.at(-1)
    if (last !== undefined) last.text += decoded(said.replaceAll(/\{\\[^}]{0,40}\}/g, ''))
  }

  function stampAt(ms: number): void {
    const last = pieces.at(-1)
    if (last !== undefined && ms >= last.startMs && ms <= endMs) pieces.push({ startMs: ms, text: '' })
  }
}

function wordsOf(
  pieces: readonly { readonly startMs: number; readonly text: string }[],
  endMs: number,
): readonly LyricsWord[] {
  const words: { startMs: number; endMs: number; text: string }[] = []
  for (const [at, piece] of pieces.entries()) {
    const text = piece.text.replaceAll(/\s+/g, ' ')
    const last = words.at(-1)
    if (text.trim() !== '')
      words.push({
        startMs: piece.startMs,
        endMs: pieces[at + 1]?.startMs ?? endMs,
        text: last === undefined ? text.trimStart() : text,
      })
    else if (last !== undefined && !last.text.endsWith(' ')) last.text += text
  }
  const last = words.at(-1)
  if (last !== undefined) last.text = last.text.trimEnd()
  return words
}

function collapsed(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
