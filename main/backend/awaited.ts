import { failure, FailureError } from '../../src/contract/index.ts'

/** Calls whose room is still being built: they answer with a failure. Each goes from here when its room opens. */
function awaited(): never {
  throw new FailureError(failure('not-found'))
}

export const awaitedHandlers = {
  'library.summary': awaited,
  'library.tracks': awaited,
  'library.albums': awaited,
  'library.artists': awaited,
  'library.album': awaited,
  'library.artist': awaited,
  'library.subfolders': awaited,
  'library.newAlbums': awaited,
  'playlists.export': awaited,
  'playlists.import': awaited,
  'storage.summary': awaited,
  'storage.clear': awaited,
}
