export { dependencies } from './rules.ts'
export { createSmartLists } from './smart.ts'
export type { SmartLists } from './smart.ts'
