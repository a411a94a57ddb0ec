import { failure, FailureError } from '../../../../src/contract/index.ts'
import { createCache, type KeptCache } from '../cache.ts'
import type { Shelf } from '../shelf.ts'

/** A shelf in memory whose entries can be looked into. */
export function memoryShelf(): Shelf & { readonly entries: Map<string, unknown> } {
  const entries = new Map<string, unknown>()
  return {
    entries,
    kind: 'disk',
    get: async (key) => entries.get(key),
    set: async (key, entry) => void entries.set(key, structuredClone(entry)),
    clear: async () => entries.clear(),
    bytes: () => 0,
    isReachable: () => true,
    close: async () => undefined,
  }
}

/** A cache over a shelf in memory, with a clock that is set by hand. */
export function testCache(): {
  readonly cache: KeptCache
  readonly shelf: ReturnType<typeof memoryShelf>
  readonly clock: { now: number }
} {
  const shelf = memoryShelf()
  const clock = { now: 1_000_000 }
  return { cache: createCache({ shelf: () => shelf, now: () => clock.now }), shelf, clock }
}

/** A source that is out of reach. */
export function outOfReach(): never {
  throw new FailureError(failure('spotify-unreachable'))
}
