import { readSpotifyLink } from '../../spotify/index.ts'
import { checkedRow, emptyRow, type ImportedRow, type ImportPart } from './rows.ts'

/** Longer lines are no songs, in UTF-16 units. */
const longestLine = 1000
/** What stands before a song in a list that a person wrote: "1.", "(2)", "03 -", "•". */
const numbering = /^(?:\(?\d{1,4}\)?[.):]\s+|\d{1,4}\s+[-–—]\s+|[-–—•*·]\s+)/u
/** Between artist and title. */
const between = /\s+[-–—]\s+|\t+/u

/** Reads lines of "artist – title", and links. An empty line is none, and a line that is too long is one that tells nothing. */
export function* readText(text: string): Generator<ImportPart> {
  for (const line of linesOf(text)) yield line === '' ? null : { kind: 'row', list: 'text', row: rowOfLine(line) }
}

function* linesOf(text: string): Generator<string> {
  const ends = /[\r\n\u2028\u2029]+/gu
  let from = text.startsWith('\uFEFF') ? 1 : 0
  while (from < text.length) {
    ends.lastIndex = from
    const end = ends.exec(text)
    yield text.slice(from, end?.index ?? text.length).trim()
    from = end === null ? text.length : ends.lastIndex
  }
}

function rowOfLine(line: string): ImportedRow {
  if (line.length > longestLine) return { ...emptyRow, kind: 'unreadable' }
  const link = readSpotifyLink(line)
  if (link !== null) return checkedRow({ ...emptyRow, spotifyId: link.kind === 'track' ? link.id : null })
  if (/^https?:\/\/\S+$/iu.test(line)) return { ...emptyRow, location: line }
  const unnumbered = line.replace(numbering, '').trim()
  // A number before a dash may be whom it is by: "311 - Amber".
  const words = between.test(unnumbered) || !between.test(line) ? unnumbered : line
  const gap = between.exec(words)
  if (gap === null) return checkedRow({ ...emptyRow, title: words })
  const artist = words.slice(0, gap.index).trim()
  const title = words.slice(gap.index + gap[0].length).trim()
  return title === '' || artist === ''
    ? checkedRow({ ...emptyRow, title: words })
    : { ...emptyRow, title, artists: [artist] }
}
