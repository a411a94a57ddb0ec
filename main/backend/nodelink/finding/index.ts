export { createFoundLists } from './lists.ts'
export type { FoundLists } from './lists.ts'
export { createNodeSource } from './source.ts'
