export type { Touched } from './messages.ts'
export { createWatcher } from './watcher.ts'
export type { Watcher } from './watcher.ts'
