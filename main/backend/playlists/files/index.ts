export { findTracks } from './find.ts'
export type { FileEntry, PlaylistFile } from './parts.ts'
export { readPlaylistFile } from './read.ts'
export { writePlaylistFile } from './write.ts'
