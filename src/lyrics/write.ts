import type { Lyrics, LyricsLine, LyricsWord, TimedLyrics } from './document.ts'

export interface WriteOptions {
  /** With the times of words (A2), where the lyrics have them. */
  readonly words?: boolean
}

/**
 * Writes LRC. Read again, it has the same lines: what is sung in the background stands in parentheses behind its line, a
 * translation has the stamp of its line, and a stamp without text ends a line before the next one begins. LRC cannot say which
 * language a line is in, nor name voices besides female, male and duet, nor let a line without words go on into the next.
 */
export function writeLrc(lyrics: Lyrics, options: WriteOptions = {}): string {
  const written = tagLines(lyrics)
  if (lyrics.kind === 'plain') return [...written, ...lyrics.lines, ''].join('\n')
  writeTimed(lyrics, options.words === true, written)
  written.push('')
  return written.join('\n')
}

function tagLines({ facts }: Lyrics): string[] {
  return Array.from(facts.tags, ([name, value]) => `[${name}:${oneLine(value)}]`)
}

function writeTimed({ lines }: TimedLyrics, withWords: boolean, written: string[]): void {
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]
    if (line === undefined) continue
    const next = lines[at + 1]
    const background = next !== undefined && belongsTo(line, next) ? next : null
    written.push(
      `[${stamp(line.startMs)}]${mark(line)}${content(line, withWords)}${inParentheses(background, withWords)}`,
    )
    if (background !== null) at += 1
    const after = lines[at + 1]
    const endMs = Math.max(line.endMs, background?.endMs ?? 0)
    if (after === undefined ? true : endMs < after.startMs) written.push(`[${stamp(endMs)}]`)
  }
}

/** Whether a line is what is sung behind another. */
function belongsTo(line: LyricsLine, next: LyricsLine): boolean {
  return (
    line.role !== 'background' &&
    next.role === 'background' &&
    next.startMs === line.startMs &&
    // Words of one and none of the other cannot stand in one line.
    next.words.length > 0 === line.words.length > 0
  )
}

function mark({ voice }: LyricsLine): string {
  if (voice === 'female') return 'F: '
  if (voice === 'male') return 'M: '
  return voice === 'duet' ? 'D: ' : ''
}

function content(line: LyricsLine, withWords: boolean): string {
  const [open, close] = line.role === 'background' ? ['(', ')'] : ['', '']
  if (!withWords || line.words.length === 0) return `${open}${unstamped(line.text)}${close}`
  return stampedWords(line.words, open, close)
}

function inParentheses(background: LyricsLine | null, withWords: boolean): string {
  return background === null ? '' : ` ${content(background, withWords)}`
}

/** Each word behind its stamp; a stamp where a pause begins, and one behind the last. */
function stampedWords(words: readonly LyricsWord[], open: string, close: string): string {
  let written = ''
  for (const [at, word] of words.entries()) {
    const next = words[at + 1]
    const before = at === 0 ? open : ''
    const after = next === undefined ? close : ''
    written += `<${stamp(word.startMs)}>${before}${unstamped(word.text)}${after}`
    if (next === undefined || word.endMs < next.startMs) written += `<${stamp(word.endMs)}>`
  }
  return written
}

/** Text of another format that looks like a stamp is kept from being one by a space. */
function unstamped(text: string): string {
  return oneLine(text).replace(/([[<])(?=-?\d+:\d+(?::\d+)?(?:[.,]\d*)?[\]>])/g, '$1 ')
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ')
}

/** Hundredths where they say it all, else ms. */
function stamp(timeMs: number): string {
  const ms = Math.max(0, Math.round(timeMs))
  const minutes = String(Math.floor(ms / 60_000)).padStart(2, '0')
  const seconds = String(Math.floor(ms / 1000) % 60).padStart(2, '0')
  const fraction = ms % 10 === 0 ? String((ms % 1000) / 10).padStart(2, '0') : String(ms % 1000).padStart(3, '0')
  return `${minutes}:${seconds}.${fraction}`
}
