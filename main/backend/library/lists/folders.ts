import path from 'node:path'
import { z } from 'zod'
import type { Store } from '../../store/index.ts'
import { below } from './scopes.ts'

/** A folder of the library that holds tracks somewhere below it. */
export interface Subfolder {
  readonly path: string
  readonly name: string
  readonly trackCount: number
}

const folderSchema = z.object({ path: z.string() })
const directorySchema = z.object({ directory: z.string(), tracks: z.number() })

/** The library's own folders (null), or those directly below a path, by name; each with the present tracks below it. */
export function readSubfolders(store: Store, parent: string | null): Subfolder[] {
  if (parent === null) {
    return store
      .all(`SELECT path FROM library_folder WHERE state <> 'removed' ORDER BY path`, folderSchema)
      .map((folder) => ({ path: folder.path, name: nameOf(folder.path), trackCount: tracksBelow(store, folder.path) }))
  }
  const { from, to } = below(parent)
  const separator = from.at(-1) ?? '/'
  const counts = new Map<string, number>()
  const count = (sign: 1 | -1, sql: string): void => {
    for (const { directory, tracks } of store.all(sql, directorySchema, from, to)) {
      const name = directory.slice(from.length).split(separator)[0] ?? ''
      counts.set(name, (counts.get(name) ?? 0) + sign * tracks)
    }
  }
  // All of them are read off an index, and those that are missing are few.
  count(
    1,
    `SELECT directory, count(*) AS tracks FROM library_track WHERE directory >= ? AND directory < ? GROUP BY directory`,
  )
  count(
    -1,
    `SELECT directory, count(*) AS tracks FROM library_track INDEXED BY library_track_by_missing
     WHERE missing_since IS NOT NULL AND directory >= ? AND directory < ? GROUP BY directory`,
  )
  const byName = new Intl.Collator(undefined, { numeric: true })
  return [...counts]
    .filter(([, trackCount]) => trackCount > 0)
    .sort(([one], [other]) => byName.compare(one, other))
    .map(([name, trackCount]) => ({ path: `${from}${name}`, name, trackCount }))
}

function tracksBelow(store: Store, directory: string): number {
  const { from, to } = below(directory)
  const one = (sql: string): number => store.numbers(sql, directory, from, to)[0] ?? 0
  const where = '(directory = ? OR (directory >= ? AND directory < ?))'
  return (
    one(`SELECT count(*) FROM library_track WHERE ${where}`) -
    one(
      `SELECT count(*) FROM library_track INDEXED BY library_track_by_missing
       WHERE missing_since IS NOT NULL AND ${where}`,
    )
  )
}

function nameOf(folder: string): string {
  return path.win32.basename(path.basename(folder)) || folder
}
