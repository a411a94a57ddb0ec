export * from './library.ts'
export { rowsLimit } from './limits.ts'
export * from './playlist.ts'
export * from './query.ts'
