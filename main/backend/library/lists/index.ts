export { createListHandlers } from './handlers.ts'
export { createLibraryIndex } from './libraryIndex.ts'
export type { LibraryIndex, LibraryIndexOptions } from './libraryIndex.ts'
