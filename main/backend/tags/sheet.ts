import { isrcOf } from './common.ts'
import { cleanText } from './text.ts'
import { yearOf } from './years.ts'

/** One track of a cue sheet: a part of an audio file. */
export interface SheetTrack {
  /** As the sheet numbers it, from 1. */
  readonly number: number
  readonly startMs: number
  /** Null for the end of the file. */
  readonly endMs: number | null
  readonly title: string | null
  readonly artist: string | null
  readonly isrc: string | null
  readonly album: SheetAlbum
}

/** What a sheet says of all its tracks. */
export interface SheetAlbum {
  readonly title: string | null
  readonly artist: string | null
  readonly genre: string | null
  readonly year: number | null
}

/** A file that a sheet names, with the tracks in it. */
export interface SheetFile {
  readonly name: string
  readonly tracks: readonly SheetTrack[]
}

/** Two digits in the format; some programs write three. */
const trackLimit = 999
/** A sheet of a whole CD with all its remarks has a few kilobytes. */
const sheetLimit = 1_000_000

interface OpenTrack {
  readonly number: number
  title: string | null
  artist: string | null
  isrc: string | null
  /** Set by its index: the gap before it may lie in the file before. */
  start: { readonly file: string; readonly timeMs: number } | null
}

/**
 * Reads a cue sheet as CD writers and rippers make them (FILE, TRACK, INDEX 01, TITLE, PERFORMER, ISRC, REM GENRE, REM DATE;
 * everything else is passed over). Null when it makes no sense: no file, a track without a beginning, beginnings that run
 * backwards. Gaps before a track (INDEX 00) belong to the one before, as on a CD player.
 */
export function parseSheet(text: string): readonly SheetFile[] | null {
  const album: Mutable<SheetAlbum> = { title: null, artist: null, genre: null, year: null }
  const tracks: OpenTrack[] = []
  let file: string | null = null
  for (const line of text.slice(0, sheetLimit).split(/\r\n?|\n/u)) {
    const [word, value] = commandOf(line)
    const track = tracks.at(-1)
    if (word === 'FILE') file = unquoted(value.replace(/\s+\w+$/u, ''))
    else if (word === 'TRACK') {
      tracks.push({ number: Number.parseInt(value, 10), title: null, artist: null, isrc: null, start: null })
    } else if (word === 'INDEX' && /^0*1\s/u.test(value)) {
      const startMs = timeMs(value)
      if (track === undefined || file === null || startMs === null) return null
      track.start = { file, timeMs: startMs }
    } else if (word === 'TITLE') (track ?? album).title = cleanText(unquoted(value))
    else if (word === 'PERFORMER') (track ?? album).artist = cleanText(unquoted(value))
    else if (word === 'ISRC' && track !== undefined) track.isrc = isrcOf([value])
    else if (word === 'GENRE') album.genre ??= cleanText(unquoted(value))
    else if (word === 'DATE') album.year ??= yearOf(value)
  }
  return filesOf(tracks, album)
}

type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] }

function filesOf(open: readonly OpenTrack[], album: SheetAlbum): readonly SheetFile[] | null {
  const files = new Map<string, SheetTrack[]>()
  const numbers = new Set<number>()
  for (const [index, { number, title, artist, isrc, start }] of open.entries()) {
    if (start === null || !(number >= 1 && number <= trackLimit) || numbers.has(number)) return null
    numbers.add(number)
    const next = open[index + 1]?.start
    const endMs = next?.file === start.file ? next.timeMs : null
    if (endMs !== null && endMs <= start.timeMs) return null
    const tracks = files.get(start.file) ?? []
    tracks.push({ number, startMs: start.timeMs, endMs, title, artist, isrc, album })
    files.set(start.file, tracks)
  }
  return files.size === 0 ? null : [...files].map(([name, tracks]) => ({ name, tracks }))
}

/** A line's command and the rest of it. Remarks carry commands of their own. */
function commandOf(line: string): readonly [string, string] {
  const match = /^\s*\uFEFF?\s*(?:REM\s+)?(?<word>[A-Z]+)\s+(?<value>.*\S)\s*$/iu.exec(line)
  return [match?.groups?.['word']?.toUpperCase() ?? '', match?.groups?.['value'] ?? '']
}

function unquoted(value: string): string {
  const trimmed = value.trim()
  return /^".*"$/u.test(trimmed) ? trimmed.slice(1, -1) : trimmed
}

/** `mm:ss:ff` with 75 frames in a second, as on a CD; minutes may have any number of digits. */
function timeMs(value: string): number | null {
  const match = /\s(?<minutes>\d{1,5}):(?<seconds>\d{1,2}):(?<frames>\d{1,2})\s*$/u.exec(value)
  if (match?.groups === undefined) return null
  const { minutes, seconds, frames } = match.groups
  return ((Number(minutes) * 60 + Number(seconds)) * 75 + Number(frames)) * (1000 / 75)
}
