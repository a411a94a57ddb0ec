import { createCachedValues, type CacheParts } from './cached.ts'
import { type CacheCounters, createCounters } from './counters.ts'
import type { CacheAnswer, CacheDefinition, CachedValues } from './definition.ts'
import { createMemoryTier } from './memory.ts'
import type { Shelf } from './shelf.ts'

/** The cache, as rooms that ask something outside see it. */
export interface Cache {
  /** Values of one kind. Each name is defined once. */
  define<Value>(definition: CacheDefinition<Value>): CachedValues<Value>
}

/** The cache, as the one who keeps it sees it. */
export interface KeptCache extends Cache {
  readonly counters: Readonly<CacheCounters>
  /** Forgets everything in memory, as when the shelf behind it is another one; resolves when no write is under way to the old one. */
  forgetMemory(): Promise<void>
}

/** Room of the memory tier, in bytes. */
const memoryBytes = 16_000_000

/** Puts memory in front of a shelf, which is asked for each time: it may be another one tomorrow. */
export function createCache(options: {
  readonly shelf: () => Shelf
  /** Unix time in ms. */
  readonly now: () => number
  readonly memoryBytes?: number
}): KeptCache {
  const memory = createMemoryTier<CacheAnswer<unknown>>(options.memoryBytes ?? memoryBytes)
  const counters = createCounters()
  const writes = new Set<Promise<void>>()
  let generation = 0
  const parts: CacheParts = {
    shelf: options.shelf,
    memory,
    counters,
    writes,
    now: options.now,
    generation: () => generation,
  }
  return {
    define: (definition) => createCachedValues(definition, parts),
    counters,
    async forgetMemory() {
      generation += 1
      memory.clear()
      await Promise.all(writes)
    },
  }
}
