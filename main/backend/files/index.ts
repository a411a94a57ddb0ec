export { createFiles } from './files.ts'
export type { Files, FilesOptions, OpenOptions } from './files.ts'
export { randomTrackId, trackIdOf } from './ids.ts'
