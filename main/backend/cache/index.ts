export { type Cache, createCache } from './cache.ts'
export { type CacheRoom, createCacheRoom } from './room.ts'
export type { CacheAnswer, CacheDefinition, CachedValues, Loader } from './definition.ts'
export { openDiskShelf } from './disk.ts'
