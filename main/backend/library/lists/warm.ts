import type { TrackScope, TrackSort } from '../../../../src/library/index.ts'
import { breath } from '../../turns.ts'
import type { LibraryIndex } from './libraryIndex.ts'

const nothing = { from: 0, to: 0 }

/**
 * Makes ahead what the library's pages show first, so that opening one of them finds it made: all albums, artists and tracks,
 * what is liked, and the person's own folders. Goes on as long as `isWanted`.
 */
export async function warmLists(
  index: Pick<LibraryIndex, 'tracks' | 'albums' | 'artists' | 'subfolders'>,
  isWanted: () => boolean,
): Promise<void> {
  const tracksOf = (scope: TrackScope, sort: TrackSort = 'own') =>
    index.tracks({ query: { scope, sort, descending: false, filter: '' }, range: nothing })
  const steps: (() => Promise<unknown>)[] = [
    () => index.albums({ query: { sort: 'artist', descending: false, filter: '' }, range: nothing }),
    () => index.artists({ query: { sort: 'name', descending: false, filter: '' }, range: nothing }),
    () => tracksOf({ kind: 'all' }, 'artist'),
    () => tracksOf({ kind: 'liked' }),
    async () => {
      for (const { path } of await index.subfolders(null)) steps.push(() => tracksOf({ kind: 'folder', path }))
    },
  ]
  for (let step = steps.shift(); step !== undefined && isWanted(); step = steps.shift()) {
    await step()
    await breath()
  }
}
