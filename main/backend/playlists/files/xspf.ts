import { type FileEntry, type FilePart, emptyEntry, unreadable } from './parts.ts'
import { readXml } from './xml.ts'

/** Elements of a track that we know, and what they tell: https://xspf.org/spec */
const trackElements = new Set(['location', 'title', 'creator', 'album', 'duration', 'trackNum', 'identifier'])

/** Reads XSPF. Throws `playlist-file-unreadable` for what is not XML or no such playlist. */
export function* readXspf(text: string): Generator<FilePart> {
  const open: string[] = []
  let entry: FileEntry = emptyEntry
  let words = ''
  for (const token of readXml(text)) {
    switch (token.kind) {
      case 'open':
        open.push(token.name)
        if (open[0] !== 'playlist') throw unreadable()
        words = ''
        break
      case 'text':
        words += token.text
        break
      default: {
        const where = open.join('/')
        open.pop()
        if (where === 'playlist/title') yield { kind: 'title', title: words.trim() }
        if (where === 'playlist/trackList/track') {
          yield { kind: 'entry', entry }
          entry = emptyEntry
        }
        if (where === `playlist/trackList/track/${token.name}` && trackElements.has(token.name)) {
          entry = withElement(entry, token.name, words.trim())
        }
        words = ''
      }
    }
    yield null
  }
}

/** Adds what an element of a track says. The first of several counts. */
export function withElement(entry: FileEntry, name: string, value: string): FileEntry {
  switch (name) {
    case 'location':
      return { ...entry, location: entry.location ?? value }
    case 'title':
      return { ...entry, title: value }
    case 'creator':
      return { ...entry, artist: value }
    case 'album':
      return { ...entry, album: value }
    case 'duration':
      return { ...entry, durationMs: positive(value) }
    case 'trackNum':
      return { ...entry, trackNumber: positive(value) }
    case 'identifier': {
      const isrc = /^(?:urn:)?isrc:(?<isrc>[a-z\d-]{12,15})$/iu.exec(value)?.groups?.['isrc']
      return isrc === undefined ? entry : { ...entry, isrc: isrc.replaceAll('-', '').toUpperCase() }
    }
    default:
      return entry
  }
}

function positive(value: string): number | null {
  const number = Number(value)
  return number > 0 && Number.isFinite(number) ? number : null
}
