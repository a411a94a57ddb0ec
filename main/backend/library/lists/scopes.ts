import type { TrackScope } from '../../../../src/library/index.ts'
import type { Store } from '../../store/index.ts'
import { readInSteps } from './columns.ts'

/** Scopes whose tracks are rows of the library. */
export type LibraryScope = Exclude<TrackScope, { kind: 'liked' | 'playlist' }>

/** Scopes that name tracks wherever they are: missing ones and such outside the library stay in them. */
export type NamedScope = Extract<TrackScope, { kind: 'liked' | 'playlist' }>

export function isNamedScope(scope: TrackScope): scope is NamedScope {
  return scope.kind === 'liked' || scope.kind === 'playlist'
}

/** Row ids of a scope in its own order; missing tracks among them. */
export async function readScope(
  store: Store,
  scope: Exclude<LibraryScope, { kind: 'all' }>,
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
  const deeper = await readInSteps(
    store,
    `SELECT row_id FROM library_track WHERE directory >= ? AND directory < ? ${order}`,
    from,
    to,
  )
  return own.concat(deeper)
}

/** Between these lie all directories below a path, and no others, in the order of their bytes. */
export function below(directory: string): { readonly from: string; readonly to: string } {
  // A root ends with its separator already.
  const separator = directory.includes('\\') && !directory.includes('/') ? '\\' : '/'
  const from = directory.endsWith(separator) ? directory : `${directory}${separator}`
  return { from, to: `${from.slice(0, -1)}${String.fromCodePoint(separator.charCodeAt(0) + 1)}` }
}

/** Ids of the tracks of a scope in its own order: the latest like first, a playlist as it was arranged. */
export function readNamed(store: Store, scope: NamedScope): readonly string[] {
  return scope.kind === 'liked'
    ? store.texts('SELECT track_id FROM track_like ORDER BY liked_at DESC, rowid')
    : store.texts('SELECT track_id FROM playlist_entry WHERE playlist_id = ? ORDER BY place, entry_id', scope.id)
}
