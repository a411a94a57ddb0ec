import { FailureError, failure } from '../../../../src/contract/index.ts'
import { readJspf } from './jspf.ts'
import { readM3u } from './m3u.ts'
import { type FilePart, type PlaylistFile, gather, unreadable } from './parts.ts'
import { readXspf } from './xspf.ts'

/**
 * Reads a playlist file; its content, not its name, says what it is. Throws `playlist-file-unreadable`,
 * `playlist-file-empty`, and `playlist-full` for one with more than `limit` entries.
 */
export async function readPlaylistFile(text: string, limit: number, signal: AbortSignal): Promise<PlaylistFile> {
  const file = await gather(reader(text), limit, signal)
  if (file.entries.length === 0) throw new FailureError(failure('playlist-file-empty'))
  return file
}

/** As much of the beginning as tells what a file is. */
const headLength = 4096

function reader(text: string): Iterable<FilePart> {
  const head = text.slice(0, headLength).replace('\uFEFF', '').trimStart()
  // No text has these; music, pictures and programs do within their first bytes.
  if (/[^\P{Cc}\s\u0085]/u.test(head)) throw unreadable()
  if (head.startsWith('<')) return readXspf(text.replace(/^[\uFEFF\s]+/u, ''))
  return head.startsWith('{') ? readJspf(text) : readM3u(text)
}
