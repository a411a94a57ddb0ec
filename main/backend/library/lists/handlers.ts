import type { Handlers } from '../../../../src/contract/index.ts'
import type { LibraryIndex } from './libraryIndex.ts'

/** The calls that the library's lists answer. */
export function createListHandlers(
  index: LibraryIndex,
): Pick<
  Handlers,
  | 'library.summary'
  | 'library.tracks'
  | 'library.albums'
  | 'library.artists'
  | 'library.album'
  | 'library.artist'
  | 'library.subfolders'
  | 'library.newAlbums'
> {
  return {
    'library.summary': () => index.summary(),
    'library.tracks': (input) => index.tracks(input),
    'library.albums': (input) => index.albums(input),
    'library.artists': (input) => index.artists(input),
    'library.album': ({ id }) => index.album(id),
    'library.artist': ({ id }) => index.artist(id),
    'library.subfolders': ({ path }) => index.subfolders(path),
    'library.newAlbums': ({ limit }) => index.newAlbums(limit),
  }
}
