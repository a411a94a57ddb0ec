/** The last few values that were made, by key; each is made once, also when it is asked for while under way. */
export interface Cache<Value> {
  get(key: string, make: () => Promise<Value>): Promise<Value>
}

/** Keeps `size` values, those asked for last. What could not be made is not kept. */
export function createCache<Value>(size: number): Cache<Value> {
  const kept = new Map<string, Promise<Value>>()
  return {
    get(key, make) {
      const known = kept.get(key)
      const value = known ?? make()
      kept.delete(key)
      kept.set(key, value)
      if (known === undefined) value.catch(() => kept.get(key) === value && kept.delete(key))
      const [oldest] = kept.keys()
      if (kept.size > size && oldest !== undefined) kept.delete(oldest)
      return value
    },
  }
}
