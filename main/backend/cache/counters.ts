/** How often the cache could answer, since the app was started. */
export interface CacheCounters {
  memoryHits: number
  storedHits: number
  /** Answered with something past its time, because the source could not be asked. */
  staleHits: number
  misses: number
}

export function createCounters(): CacheCounters {
  return { memoryHits: 0, storedHits: 0, staleHits: 0, misses: 0 }
}
