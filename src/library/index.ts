export * from './library.ts'
export * from './playlist.ts'
export * from './query.ts'
