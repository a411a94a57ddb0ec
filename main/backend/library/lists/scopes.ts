import { z } from 'zod'
import type { TrackScope } from '../../../../src/library/index.ts'
import type { Store } from '../../store/index.ts'
import { breath } from '../../turns.ts'
import { readInSteps } from './columns.ts'

/** Scopes whose tracks are rows of the library. */
export type LibraryScope = Exclude<TrackScope, { kind: 'liked' | 'playlist' | 'found' }>

/** Scopes that name tracks wherever they are: missing ones and such outside the library stay in them. */
export type NamedScope = Extract<TrackScope, { kind: 'liked' | 'playlist' | 'found' }>

export function isNamedScope(scope: TrackScope): scope is NamedScope {
  return scope.kind === 'liked' || scope.kind === 'playlist' || scope.kind === 'found'
}

/** Rows of a folder that one step reads: 1 or 2 ms. */
const usualStepRows = 5000

/** Row ids of a scope in its own order; missing tracks among them. */
export async function readScope(
  store: Store,
  scope: Exclude<LibraryScope, { kind: 'all' }>,
  stepRows = usualStepRows,
): Promise<readonly number[]> {
  if (scope.kind === 'album') {
    return store.numbers(
      'SELECT row_id FROM library_track WHERE album_id = ? ORDER BY disc, number, sort_title, row_id',
      scope.id,
    )
  }
  if (scope.kind === 'artist') {
    return store.numbers(
      `SELECT row_id FROM library_track WHERE row_id IN (SELECT row_id FROM track_artist WHERE artist_id = ?)
       ORDER BY sort_artist, sort_album, disc, number, sort_title, row_id`,
      scope.id,
    )
  }
  const { from, to } = below(scope.path)
  const order = 'ORDER BY directory, disc, number, sort_title, row_id LIMIT ? OFFSET ?'
  const own = await readInSteps(store, `SELECT row_id FROM library_track WHERE directory = ? ${order}`, scope.path)
  return own.concat(await readBelow(store, from, to, stepRows))
}

const placeSchema = z.object({
  directory: z.string(),
  disc: z.number(),
  number: z.number(),
  sort_title: z.string(),
})

/**
 * Row ids of tracks in directories from one to before another. Each step begins behind the last row of the one before: paths
 * make this index so large that passing over what was read would cost more than reading.
 */
async function readBelow(store: Store, from: string, to: string, stepRows: number): Promise<readonly number[]> {
  const found: number[] = []
  let place = { directory: from, disc: -1, number: -1, sort_title: '' }
  for (;;) {
    const last = found.at(-1) ?? -1
    const step = store.numbers(
      `SELECT row_id FROM library_track
       WHERE directory < ? AND (directory, disc, number, sort_title, row_id) > (?, ?, ?, ?, ?)
       ORDER BY directory, disc, number, sort_title, row_id LIMIT ?`,
      to,
      place.directory,
      place.disc,
      place.number,
      place.sort_title,
      last,
      stepRows,
    )
    for (const id of step) found.push(id)
    if (step.length < stepRows) return found
    const end = store.get(
      'SELECT directory, disc, number, sort_title FROM library_track WHERE row_id = ?',
      placeSchema,
      found.at(-1) ?? -1,
    )
    if (end === undefined) return found
    place = end
    await breath()
  }
}

/** Between these lie all directories below a path, and no others, in the order of their bytes. */
export function below(directory: string): { readonly from: string; readonly to: string } {
  // A root ends with its separator already.
  const separator = directory.includes('\\') && !directory.includes('/') ? '\\' : '/'
  const from = directory.endsWith(separator) ? directory : `${directory}${separator}`
  return { from, to: `${from.slice(0, -1)}${String.fromCodePoint(separator.charCodeAt(0) + 1)}` }
}

/** Ids of the tracks of a scope in its own order: the latest like first, a playlist as it was arranged. */
export function readNamed(store: Store, scope: Exclude<NamedScope, { kind: 'found' }>): readonly string[] {
  return scope.kind === 'liked'
    ? store.texts('SELECT track_id FROM track_like ORDER BY liked_at DESC, rowid')
    : store.texts('SELECT track_id FROM playlist_entry WHERE playlist_id = ? ORDER BY place, entry_id', scope.id)
}
