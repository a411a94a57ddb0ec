import { type FileEntry, type FilePart, emptyEntry, longestLocation } from './parts.ts'

/** Longer lines are no lines of a playlist. */
const longestLine = longestLocation + 100

/** `#EXTINF:123 key="a, b",Artist - Title`: seconds, attributes that some programs write, words. */
const infoLine = /^#EXTINF:\s*(?<seconds>-?\d+(?:\.\d+)?)?(?:[^",]|"[^"]*")*,(?<label>.*)$/iu
const startLine = /^#EXTVLCOPT:start-time=(?<seconds>\d+(?:\.\d+)?)$/iu
const wordsLine = /^#(?<what>PLAYLIST|EXTALB|EXTART):(?<words>.*)$/iu

/** Reads M3U, plain or extended. Takes whatever it is given: a line that says nothing is skipped. */
export function* readM3u(text: string): Generator<FilePart> {
  let entry: FileEntry = emptyEntry
  for (const line of lines(text)) {
    if (line === '') yield null
    else if (line.startsWith('#')) {
      const words = wordsLine.exec(line)?.groups
      if (words?.['what']?.toUpperCase() === 'PLAYLIST') {
        yield { kind: 'title', title: words['words']?.trim() ?? '' }
      } else {
        entry = withDirective(entry, line)
        yield null
      }
    } else {
      yield { kind: 'entry', entry: { ...entry, location: line } }
      entry = emptyEntry
    }
  }
}

function withDirective(entry: FileEntry, line: string): FileEntry {
  const info = infoLine.exec(line)?.groups
  if (info !== undefined) {
    const seconds = Number(info['seconds'] ?? -1)
    return { ...entry, label: info['label']?.trim() ?? null, durationMs: seconds > 0 ? seconds * 1000 : null }
  }
  const start = startLine.exec(line)?.groups
  if (start !== undefined) return { ...entry, startMs: Number(start['seconds']) * 1000 }
  const words = wordsLine.exec(line)?.groups
  if (words?.['what']?.toUpperCase() === 'EXTALB') return { ...entry, album: words['words']?.trim() ?? null }
  if (words?.['what']?.toUpperCase() === 'EXTART') return { ...entry, artist: words['words']?.trim() ?? null }
  return entry
}

/** Trimmed lines, however they end; too long ones are empty, and many empty ones are one. */
function* lines(text: string): Generator<string> {
  const ends = /[\r\n]+/g
  let from = text.startsWith('\uFEFF') ? 1 : 0
  while (from <= text.length) {
    ends.lastIndex = from
    const end = ends.exec(text)
    const to = end?.index ?? text.length
    yield to - from > longestLine ? '' : text.slice(from, to).trim()
    from = end === null ? text.length + 1 : ends.lastIndex
  }
}
