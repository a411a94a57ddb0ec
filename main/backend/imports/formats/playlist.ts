import { FailureError } from '../../../../src/contract/index.ts'
import { type FileEntry, readPlaylistFile } from '../../playlists/files/index.ts'
import { readSpotifyLink } from '../../spotify/index.ts'
import { gather } from './gather.ts'
import { checkedRow, emptyRow, type ImportedFile, type ImportedRow, type ImportPart, unreadable } from './rows.ts'

/** Reads M3U, XSPF and JSPF with the readers that playlists have, as rows to be looked for. */
export async function readPlaylistRows(
  format: 'm3u' | 'xspf' | 'jspf',
  text: string,
  limit: number,
  signal: AbortSignal,
): Promise<ImportedFile> {
  const { title, entries } = await readPlaylistFile(text, limit, signal).catch((error: unknown) => {
    throw asImportError(error)
  })
  return gather(format, partsOf(title, entries), limit, signal)
}

function asImportError(error: unknown): unknown {
  if (!(error instanceof FailureError)) return error
  const { code, data } = error.failure
  if (code === 'playlist-file-unreadable') return unreadable()
  if (code === 'playlist-file-empty') return new FailureError({ code: 'import-file-empty' }, { cause: error })
  if (code === 'playlist-full') return new FailureError({ code: 'import-file-full', data }, { cause: error })
  return error
}

function* partsOf(title: string | null, entries: readonly FileEntry[]): Generator<ImportPart> {
  const name = title === null || title.trim() === '' ? null : title
  yield { kind: 'list', list: 'file', of: 'playlist', name }
  for (const entry of entries) yield { kind: 'row', list: 'file', row: rowOfEntry(entry) }
}

function rowOfEntry(entry: FileEntry): ImportedRow {
  const link = entry.location === null ? null : readSpotifyLink(entry.location)
  // A label is "Artist - Title" in one; matching takes it apart in the way that fits what it finds.
  const title = entry.title || entry.label || (link === null ? stemOf(entry.location ?? '') : '')
  return checkedRow({
    ...emptyRow,
    title,
    artists: entry.artist === null || entry.artist === '' ? [] : [entry.artist],
    album: entry.album,
    durationMs: entry.durationMs,
    isrc: entry.isrc,
    spotifyId: link?.kind === 'track' ? link.id : null,
    location: link === null ? entry.location : null,
  })
}

/** What a file is called, without its number and its ending; nothing for an address of the web. */
function stemOf(location: string): string {
  if (/^[a-z][a-z\d+.-]+:\/\//iu.test(location) && !/^file:/iu.test(location)) return ''
  const name = decoded(location.slice(0, longestPath).split(/[\\/]/u).at(-1) ?? '')
  return name
    .replace(/\.[a-z\d]{2,5}$/iu, '')
    .replace(/^\d{1,3}(?:[.)_-]\s*|\s+(?:-\s+)?)(?=\S)/u, '')
    .trim()
}

const longestPath = 32_767

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
