import path from 'node:path'
import { z } from 'zod'
import type { Store } from '../../store/index.ts'
import { breath } from '../../turns.ts'
import type { Cache } from './cache.ts'
import { below } from './scopes.ts'

/** A folder of the library that holds tracks somewhere below it. */
export interface Subfolder {
  readonly path: string
  readonly name: string
  readonly trackCount: number
}

const folderSchema = z.object({ path: z.string() })
const directorySchema = z.object({ directory: z.string(), tracks: z.number() })

/** Directories whose tracks are counted in one step: 1 or 2 ms. */
const countedDirectories = 800

/**
 * The library's own folders (null), or those directly below a path, by name; each with the present tracks below it. Tracks are
 * counted once per `counted`, which is forgotten when the library changes.
 */
export async function readSubfolders(
  store: Store,
  parent: string | null,
  counted: Cache<readonly Subfolder[]>,
): Promise<readonly Subfolder[]> {
  if (parent !== null) return counted.get(parent, () => countBelow(store, parent))
  const roots = store.all(`SELECT path FROM library_folder WHERE state <> 'removed' ORDER BY path`, folderSchema)
  const found: Subfolder[] = []
  for (const root of roots) {
    const inside = await counted.get(root.path, () => countBelow(store, root.path))
    const trackCount = inside.reduce((sum, folder) => sum + folder.trackCount, presentIn(store, root.path))
    found.push({ path: root.path, name: nameOf(root.path), trackCount })
  }
  return found
}

/** The folders directly below a path, by name, each with the present tracks below it. */
async function countBelow(store: Store, parent: string): Promise<readonly Subfolder[]> {
  const { from, to } = below(parent)
  const separator = from.at(-1) ?? '/'
  const counts = new Map<string, number>()
  const count = (sign: 1 | -1, { directory, tracks }: z.infer<typeof directorySchema>): void => {
    const end = directory.indexOf(separator, from.length)
    const name = directory.slice(from.length, end < 0 ? undefined : end)
    counts.set(name, (counts.get(name) ?? 0) + sign * tracks)
  }
  for (let last = from; ;) {
    // Read off an index; no directory is called as the parent with a separator behind it.
    const step = store.all(
      `SELECT directory, count(*) AS tracks FROM library_track WHERE directory > ? AND directory < ?
       GROUP BY directory ORDER BY directory LIMIT ${countedDirectories}`,
      directorySchema,
      last,
      to,
    )
    for (const row of step) count(1, row)
    last = step.at(-1)?.directory ?? last
    await breath()
    if (step.length < countedDirectories) break
  }
  // Those that are missing are few.
  const missing = store.all(
    `SELECT directory, count(*) AS tracks FROM library_track INDEXED BY library_track_by_missing
     WHERE missing_since IS NOT NULL AND directory > ? AND directory < ? GROUP BY directory`,
    directorySchema,
    from,
    to,
  )
  for (const row of missing) count(-1, row)
  const byName = new Intl.Collator(undefined, { numeric: true })
  return [...counts]
    .filter(([, trackCount]) => trackCount > 0)
    .sort(([one], [other]) => byName.compare(one, other))
    .map(([name, trackCount]) => ({ path: `${from}${name}`, name, trackCount }))
}

/** Present tracks that lie directly in a directory. */
function presentIn(store: Store, directory: string): number {
  const [count] = store.numbers(
    'SELECT count(*) FROM library_track WHERE directory = ? AND missing_since IS NULL',
    directory,
  )
  return count ?? 0
}

function nameOf(folder: string): string {
  return path.win32.basename(path.basename(folder)) || folder
}
