import type { Catalogue } from './catalogue.ts'
import type { FoundFile } from './types.ts'

/** What a portion of found files means for the library. */
export interface Difference {
  /** New ones and changed ones, with the rows that are known at their path. */
  readonly toRead: readonly FoundFile[]
  /** Rows of files that are as they were. */
  readonly unchanged: readonly number[]
  /** Of those, rows that were missing or belonged to another folder of the library, by the folder they are in now. */
  readonly back: ReadonlyMap<number, readonly number[]>
  /** Files that could not be read and have not changed since. */
  readonly stillBad: readonly string[]
}

/** Compares found files with the library: by size and time of the file and of what lies beside it. */
export function compare(
  files: readonly FoundFile[],
  catalogue: Pick<Catalogue, 'tracksAt' | 'problemsAt'>,
  folderOf: (file: FoundFile) => number,
): Difference {
  const paths = files.map(({ path }) => path)
  const known = catalogue.tracksAt(paths)
  const problems = catalogue.problemsAt(paths)
  const toRead: FoundFile[] = []
  const unchanged: number[] = []
  const back = new Map<number, number[]>()
  const stillBad: string[] = []
  for (const file of files) {
    const problem = problems.get(file.path)
    if (problem?.sizeBytes === file.sizeBytes && problem.modifiedMs === file.modifiedMs) {
      stillBad.push(file.path)
      continue
    }
    // An empty stamp is a track that this file no longer is.
    const tracks = (known.get(file.path) ?? []).filter(({ besideStamp }) => besideStamp !== '')
    // Not the track's own size and time: those are renewed too when somebody opens the file by itself.
    const isSame = tracks.every((track) => track.besideStamp === file.besideStamp)
    if (tracks.length === 0 || !isSame) {
      toRead.push(file)
      continue
    }
    const folderId = folderOf(file)
    for (const track of tracks) {
      unchanged.push(track.rowId)
      if (!track.isMissing && track.folderId === folderId) continue
      const rows = back.get(folderId) ?? []
      rows.push(track.rowId)
      back.set(folderId, rows)
    }
  }
  return { toRead, unchanged, back, stillBad }
}
