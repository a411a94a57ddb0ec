export { createPlaylistRoom } from './room.ts'
export type { CollectionChange, PlaylistRoom } from './room.ts'
