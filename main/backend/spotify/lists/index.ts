export { readLikedSongs, readPlaylist, readPlaylists } from './lists.ts'
export type { ListPlace } from './order.ts'
export type { ListStep } from './read.ts'
