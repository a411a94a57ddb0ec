import { failure, FailureError } from '../../../../src/contract/index.ts'
import type { ImportFormat } from '../../../../src/imports/index.ts'
import { breath } from '../../turns.ts'
import type { ImportedFile, ImportedRow, ImportPart } from './rows.ts'

/** Others run after so many ms. */
const budgetMs = 5
/** The clock is looked at after so many pieces. */
const piecesPerLook = 64

interface Gathered {
  readonly of: 'playlist' | 'liked'
  readonly name: string | null
  readonly rows: ImportedRow[]
}

/**
 * Gathers what a reader finds; others run in between. Throws `import-file-full` for a file with more than `limit` entries, and
 * `import-file-empty` for one without any song.
 */
export async function gather(
  format: ImportFormat,
  parts: Iterable<ImportPart>,
  limit: number,
  signal: AbortSignal,
): Promise<ImportedFile> {
  const lists = new Map<string, Gathered>()
  let leftOut = 0
  let entries = 0
  let pieces = 0
  let startedMs = performance.now()
  for (const part of parts) {
    pieces += 1
    if (pieces % piecesPerLook === 0 && performance.now() - startedMs > budgetMs) {
      signal.throwIfAborted()
      await breath()
      startedMs = performance.now()
    }
    if (part === null) continue
    if (part.kind === 'left-out') leftOut += part.count
    else if (part.kind === 'list') {
      if (!lists.has(part.list)) lists.set(part.list, { of: part.of, name: part.name, rows: [] })
    } else {
      entries += 1
      if (entries > limit) throw new FailureError(failure('import-file-full', { limit }))
      const list = lists.get(part.list) ?? { of: 'playlist', name: null, rows: [] }
      lists.set(part.list, list)
      list.rows.push(part.row)
    }
  }
  const found = [...lists.values()].filter(({ rows }) => rows.length > 0)
  if (!found.some(({ rows }) => rows.some(isSong))) throw new FailureError(failure('import-file-empty'))
  return { format, lists: found, leftOut, isWeak: isWeak(found.flatMap(({ rows }) => rows)) }
}

function isSong({ kind }: ImportedRow): boolean {
  return kind === 'track' || kind === 'local'
}

function isWeak(rows: readonly ImportedRow[]): boolean {
  const songs = rows.filter(isSong)
  return songs.filter(({ isrc, durationMs }) => isrc === null && durationMs === null).length * 2 > songs.length
}
