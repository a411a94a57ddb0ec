import type { CallInput } from '../../../../src/contract/index.ts'
import type { ReadFile } from './reading.ts'

/** A list of one of the files, to be chosen. */
export interface ListEntry {
  readonly key: string
  /** Places of its file, and of the list within it. */
  readonly file: number
  readonly at: number
  readonly name: string
  readonly isLiked: boolean
  readonly songs: number
  readonly others: number
  readonly first: ReadFile['told']['lists'][number]['first']
}

/** Names of lists that were chosen. */
export type Chosen = ReadonlySet<string>

/** The lists of all files, in their order. */
export function entriesOf(files: readonly ReadFile[], likedName: string): readonly ListEntry[] {
  return files.flatMap(({ fileName, told }, file) =>
    told.lists.map(({ of, name, songs, others, first }, at) => ({
      key: `${file}/${at}`,
      file,
      at,
      name: name ?? (of === 'liked' ? likedName : withoutEnding(fileName)),
      isLiked: of === 'liked',
      songs,
      others,
      first,
    })),
  )
}

/** All lists in which there is something to look for. */
export function allChosen(entries: readonly ListEntry[]): Chosen {
  return new Set(entries.filter(({ songs }) => songs > 0).map(({ key }) => key))
}

export function toggled(chosen: Chosen, key: string): Chosen {
  const next = new Set(chosen)
  if (!next.delete(key)) next.add(key)
  return next
}

export function chosenSongs(entries: readonly ListEntry[], chosen: Chosen): number {
  return entries.reduce((sum, { key, songs }) => sum + (chosen.has(key) ? songs : 0), 0)
}

/** What is to be started: one for each file of which a list was chosen. */
export function startsOf(
  files: readonly ReadFile[],
  entries: readonly ListEntry[],
  chosen: Chosen,
  likedName: string,
): readonly CallInput<'imports.start'>[] {
  return files.flatMap(({ fileName, text, told }, file) => {
    const lists = entries.filter((entry) => entry.file === file && chosen.has(entry.key)).map(({ at }) => at)
    if (lists.length === 0) return []
    return [
      { kind: 'file' as const, fileName, text, likedName, lists: lists.length === told.lists.length ? null : lists },
    ]
  })
}

function withoutEnding(fileName: string): string {
  return fileName.replace(/\.[a-z\d]{1,5}$/iu, '') || fileName
}
