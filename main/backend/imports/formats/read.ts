import { isOfAccount, readAccount } from './account.ts'
import { gather } from './gather.ts'
import { readSongsJson } from './json.ts'
import { readPlaylistRows } from './playlist.ts'
import { type ImportedFile, unreadable } from './rows.ts'
import { readTable, shapeOf } from './table.ts'
import { readText } from './text.ts'
import { isShallow } from './shallow.ts'

/** As much of the beginning as tells what a file is. */
const headLength = 4096

/**
 * Reads the lists of songs in a file. Its content says what it is; the name's ending only where that alone does not. Throws
 * `import-file-unreadable`, `import-file-empty`, and `import-file-full` for one with more than `limit` entries. Others run in between, but
 * for JSON, which is parsed in one go: what is large goes through `readAnyImportFile`.
 */
export async function readImportFile(
  file: { readonly name: string; readonly text: string },
  limit: number,
  signal: AbortSignal,
): Promise<ImportedFile> {
  const { text } = file
  const ending = /\.(?<ending>[a-z\d]{1,5})$/iu.exec(file.name)?.groups?.['ending']?.toLowerCase()
  const head = text.slice(0, headLength).replace('\uFEFF', '').trimStart()
  // No text has these; archives, music and pictures do within their first bytes.
  if (/[^\P{Cc}\s\u0085]/u.test(head)) throw unreadable()
  if (head.startsWith('<')) return readPlaylistRows('xspf', text, limit, signal)
  if (head.startsWith('{') || head.startsWith('[')) return readJson(text, limit, signal)
  if (/^#EXT(?:M3U|INF)/imu.test(head) || ending === 'm3u' || ending === 'm3u8')
    return readPlaylistRows('m3u', text, limit, signal)
  const shape = shapeOf(text)
  if (shape !== null) return gather('csv', readTable(text, shape), limit, signal)
  // A table whose columns nobody knows would become one odd title a line.
  if (ending === 'csv' || ending === 'tsv') throw unreadable()
  return gather('text', readText(text), limit, signal)
}

async function readJson(text: string, limit: number, signal: AbortSignal): Promise<ImportedFile> {
  // A file that is nothing but brackets would hold the platform's parser for seconds.
  if (!(await isShallow(text, signal))) throw unreadable()
  const value = parsed(text)
  if (typeof value === 'object' && value !== null && 'playlist' in value)
    return readPlaylistRows('jspf', text, limit, signal)
  if (isOfAccount(value)) return gather('spotify-account', readAccount(value), limit, signal)
  return gather('json', readSongsJson(value), limit, signal)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''))
  } catch {
    throw unreadable()
  }
}
