export * from './library.ts'
export { rowsLimit, sessionTracksLimit } from './limits.ts'
export * from './playlist.ts'
export * from './query.ts'
