import { setImmediate } from 'node:timers/promises'
import { FailureError, failure } from '../../../../src/contract/index.ts'

/** What a playlist file says of one of its tracks. */
export interface FileEntry {
  /** A path or an address, as it is written. */
  readonly location: string | null
  readonly title: string | null
  readonly artist: string | null
  /** Artist and title in one, as M3U has them. */
  readonly label: string | null
  readonly album: string | null
  readonly durationMs: number | null
  readonly trackNumber: number | null
  readonly isrc: string | null
  /** Where in its file the track begins, when it is a part of it. */
  readonly startMs: number | null
}

/** An entry of which nothing is known. */
export const emptyEntry: FileEntry = {
  location: null,
  title: null,
  artist: null,
  label: null,
  album: null,
  durationMs: null,
  trackNumber: null,
  isrc: null,
  startMs: null,
}

/** What readers of playlist files find, piece by piece. Null is a moment to let others run. */
export type FilePart =
  | { readonly kind: 'title'; readonly title: string }
  | { readonly kind: 'entry'; readonly entry: FileEntry }
  | null

/** A playlist file as it was read. */
export interface PlaylistFile {
  readonly title: string | null
  readonly entries: readonly FileEntry[]
}

/** Longest address or path that is taken seriously, in UTF-16 units: Windows allows 32,767. */
export const longestLocation = 32_767
/** Others run after so many ms. */
const budgetMs = 6
/** The clock is looked at after so many pieces. */
const piecesPerLook = 128

/** Gathers what a reader finds; others run in between. Throws `playlist-full` for a file with more than `limit` entries. */
export async function gather(parts: Iterable<FilePart>, limit: number, signal: AbortSignal): Promise<PlaylistFile> {
  const entries: FileEntry[] = []
  let title: string | null = null
  let pieces = 0
  let startedMs = performance.now()
  for (const part of parts) {
    pieces += 1
    if (pieces % piecesPerLook === 0 && performance.now() - startedMs > budgetMs) {
      await setImmediate(undefined, { signal })
      startedMs = performance.now()
    }
    if (part?.kind === 'title') title ??= part.title
    if (part?.kind === 'entry') entries.push(part.entry)
    if (entries.length > limit) throw new FailureError(failure('playlist-full', { limit }))
  }
  return { title, entries }
}

/** This is not a playlist file, or a damaged one. */
export function unreadable(): FailureError {
  return new FailureError(failure('playlist-file-unreadable'))
}
