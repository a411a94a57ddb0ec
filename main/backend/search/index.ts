export { fold, foldingVersion } from './fold.ts'
export type { Searchable } from './indexText.ts'
export { createSearchIndex } from './searchIndex.ts'
export type { SearchIndex } from './searchIndex.ts'
