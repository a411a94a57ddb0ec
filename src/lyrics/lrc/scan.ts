import { isSpace, trimmed } from '../characters.ts'
import { takeVoice } from './voices.ts'
import { splitBackground } from './background.ts'
import { absurdStamp, noStamp, StampReader } from './stamp.ts'
import { addTag } from './tags.ts'
import { type DraftLine, type Scanned, unknownEnd } from './draft.ts'
import { createWordCollector } from './words.ts'

const lineFeed = 10
const carriageReturn = 13
const colon = 58
const openAngle = 60
const closeAngle = 62
const openBracket = 91
const closeBracket = 93
const closeParenthesis = 41
const closeWideParenthesis = 0xff_09

/** Reads all lines of an LRC text in one pass over its characters. */
export function scanLrc(text: string): Scanned {
  const stamps = new StampReader(text)
  const words = createWordCollector(text)
  const scanned: Scanned = {
    lines: [],
    tags: new Map(),
    unstamped: [],
    absurd: 0,
    hasGaps: false,
    isSorted: true,
    hasWords: false,
  }
  const starts: number[] = []
  const { length } = text
  let lastStart = 0
  let repeatedWords = 0
  let at = 0

  while (at < length) {
    let code = text.charCodeAt(at)
    while (isSpace(code)) code = text.charCodeAt((at += 1))
    const lineAt = at
    starts.length = 0
    let absurd = 0
    // Stamps of the line, which may have spaces between them.
    let body = at
    while (code === openBracket) {
      const ms = stamps.read(at, closeBracket)
      if (ms === noStamp) break
      if (ms === absurdStamp) absurd += 1
      else starts.push(ms)
      at = body = stamps.end
      code = text.charCodeAt(at)
      while (isSpace(code)) code = text.charCodeAt((at += 1))
    }
    at = body
    // The rest, up to the end of the line.
    words.begin(starts.length > 0 ? (starts[0] ?? 0) : noStamp, body)
    for (; at < length; at += 1) {
      code = text.charCodeAt(at)
      if (code === lineFeed || code === carriageReturn) break
      if (code !== openAngle && code !== openBracket) continue
      const ms = stamps.read(at, code === openAngle ? closeAngle : closeBracket)
      if (ms === noStamp) continue
      if (ms === absurdStamp) {
        words.cut(at, stamps.end)
        absurd += 1
      } else if (!words.stamp(ms, at, stamps.end)) absurd += 1
      at = stamps.end - 1
    }
    const end = at
    if (at < length) at += code === carriageReturn && text.charCodeAt(at + 1) === lineFeed ? 2 : 1
    scanned.absurd += absurd

    if (words.isTimeless()) {
      if (text.charCodeAt(lineAt) === openBracket && addTag(text, lineAt, end, scanned.tags)) continue
      scanned.unstamped.push(trimmed(text, body, end))
      continue
    }

    const line = finish(end)
    if (starts.length === 0) starts.push(line.startMs)
    const parts = hasParenthesis(line.text) ? splitBackground(line) : null
    for (let place = 0; place < starts.length; place += 1) {
      const start = starts[place] ?? 0
      if (start < lastStart) scanned.isSorted = false
      lastStart = start
      if (parts !== null) for (const part of parts) push(part, start, place)
      else push(line, start, place)
    }
  }
  return scanned

  function finish(end: number): DraftLine {
    const line = words.finish(end)
    if (line.text.charCodeAt(1) === colon) takeVoice(line)
    if (line.text === '') scanned.hasGaps = true
    if (line.words.length > 0) scanned.hasWords = true
    return line
  }

  function push(line: DraftLine, startMs: number, place: number): void {
    if (place === 0) scanned.lines.push(line)
    else {
      repeatedWords += line.words.length
      scanned.lines.push(moved(line, startMs, repeatedWords <= mostRepeatedWords))
    }
  }
}

/** Words that come again with further stamps of their line; a file can say so much more of it than it is long. */
const mostRepeatedWords = 100_000

function hasParenthesis(text: string): boolean {
  const last = text.charCodeAt(text.length - 1)
  return last === closeParenthesis || last === closeWideParenthesis
}

/** The same line at another time. */
function moved(line: DraftLine, startMs: number, withWords: boolean): DraftLine {
  const byMs = startMs - line.startMs
  const move = (timeMs: number): number => (timeMs === unknownEnd ? unknownEnd : timeMs + byMs)
  const words = withWords
    ? line.words.map(({ text, ...word }) => ({ startMs: move(word.startMs), endMs: move(word.endMs), text }))
    : []
  return { ...line, startMs, words }
}
