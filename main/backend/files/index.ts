export { createFiles } from './files.ts'
export type { Files, FilesOptions, OpenOptions } from './files.ts'
export { trackIdOf } from './ids.ts'
