export { entriesLimit } from './changes.ts'
export type { GrowingPlaylists } from './growing.ts'
export { createPlaylistRoom } from './room.ts'
export type { CollectionChange, PlaylistRoom } from './room.ts'
