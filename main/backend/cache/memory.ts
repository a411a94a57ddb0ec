/** Values in memory, those used last kept, bounded in bytes. */
export interface MemoryTier<Value> {
  get(key: string): Value | undefined
  /** `bytes`: about what it takes. Something too large to be worth it is not kept. */
  put(key: string, value: Value, bytes: number): void
  remove(key: string): void
  clear(): void
}

/** A value may take this share of all the room at most. */
const largestShare = 1 / 8

export function createMemoryTier<Value>(limitBytes: number): MemoryTier<Value> {
  // A map keeps the order of insertion: the first is the one that was used longest ago.
  const kept = new Map<string, { readonly value: Value; readonly bytes: number }>()
  let total = 0

  function remove(key: string): void {
    total -= kept.get(key)?.bytes ?? 0
    kept.delete(key)
  }

  return {
    get(key) {
      const found = kept.get(key)
      if (found === undefined) return undefined
      kept.delete(key)
      kept.set(key, found)
      return found.value
    },
    put(key, value, bytes) {
      remove(key)
      if (bytes > limitBytes * largestShare) return
      kept.set(key, { value, bytes })
      total += bytes
      for (const oldest of kept.keys()) {
        if (total <= limitBytes) return
        remove(oldest)
      }
    },
    remove,
    clear() {
      kept.clear()
      total = 0
    },
  }
}
