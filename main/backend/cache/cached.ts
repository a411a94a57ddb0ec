import { z } from 'zod'
import { isBlocked } from './blocked.ts'
import type { CacheCounters } from './counters.ts'
import { type CacheAnswer, type CacheDefinition, type CachedValues, usualLifetimes } from './definition.ts'
import { createFlights } from './flights.ts'
import type { MemoryTier } from './memory.ts'
import type { Shelf } from './shelf.ts'

/** What all kinds of values share. */
export interface CacheParts {
  readonly shelf: () => Shelf
  readonly memory: MemoryTier<CacheAnswer<unknown>>
  readonly counters: CacheCounters
  /** Writes that are under way: what is removed must not come back with one of them. */
  readonly writes: Set<Promise<void>>
  /** Unix time in ms. */
  readonly now: () => number
  /** Counts up when the cache is cleared: what was asked for before is not kept afterwards. */
  readonly generation: () => number
}

/** Longer entries are not kept, in characters: writing one must not hold the thread. */
const longestEntry = 1_000_000

/** What an entry takes in memory besides its key and its value, in bytes: there may be very many that say that there is none. */
const entryBytes = 300

/** Answers from memory for this long at most, in ms; then the shelf is asked again, and so hears that the entry is in use. */
const rememberedMs = 3_600_000

/** Values of one kind. */
export function createCachedValues<Value>(definition: CacheDefinition<Value>, parts: CacheParts): CachedValues<Value> {
  const { memory, counters, now } = parts
  const { name, version, schema } = definition
  const lifetimes = { ...usualLifetimes, ...definition }
  const entrySchema = z.object({
    version: z.literal(version),
    at: z.number(),
    /** Of the value as JSON, in characters. */
    length: z.number(),
    value: schema.nullable(),
  })
  const flights = createFlights<CacheAnswer<Value>>()
  /** Answers of this kind that lie in the memory that all kinds share, and until when they do. */
  const own = new WeakMap<CacheAnswer<unknown>, { readonly answer: CacheAnswer<Value>; readonly untilMs: number }>()

  const ttlOf = ({ value }: CacheAnswer<Value>): number => (value === null ? lifetimes.negativeTtlMs : lifetimes.ttlMs)
  const freshUntil = (answer: CacheAnswer<Value>): number => answer.atMs + ttlOf(answer)
  // What claims to be of a later time was written while the clock was wrong.
  const isFresh = (answer: CacheAnswer<Value>): boolean => answer.atMs <= now() && now() < freshUntil(answer)
  const keyOf = (key: string): string => `${name}:${key}`

  function remembered(fullKey: string): CacheAnswer<Value> | undefined {
    const found = memory.get(fullKey)
    const kept = found === undefined ? undefined : own.get(found)
    return kept !== undefined && now() < kept.untilMs ? kept.answer : undefined
  }

  function remember(fullKey: string, answer: CacheAnswer<Value>, length: number): void {
    own.set(answer, { answer, untilMs: Math.min(freshUntil(answer), now() + rememberedMs) })
    // Two bytes a character, and about as much again for the objects.
    memory.put(fullKey, answer, (fullKey.length + length) * 4 + entryBytes)
  }

  async function stored(fullKey: string): Promise<CacheAnswer<Value> | undefined> {
    const begun = parts.generation()
    const entry = entrySchema.safeParse(await parts.shelf().get(fullKey))
    if (!entry.success) return undefined
    const answer = { value: entry.data.value, atMs: entry.data.at, isStale: false }
    if (isFresh(answer) && begun === parts.generation()) remember(fullKey, answer, entry.data.length)
    return answer
  }

  function keep(fullKey: string, value: Value | null): CacheAnswer<Value> {
    const answer = { value: value === null ? null : schema.parse(value), atMs: now(), isStale: false }
    const { length } = JSON.stringify(answer.value)
    if (length > longestEntry) return answer
    remember(fullKey, answer, length)
    // Nobody waits for the disk: until it is written, the memory has it.
    const entry = { version, at: answer.atMs, length, value: answer.value }
    const write = parts.shelf().set(fullKey, entry, ttlOf(answer) + lifetimes.staleMs)
    parts.writes.add(write)
    void write.finally(() => parts.writes.delete(write))
    return answer
  }

  return {
    async peek(key) {
      const known = remembered(keyOf(key)) ?? (await stored(keyOf(key)))
      return known !== undefined && isFresh(known) ? known : undefined
    },
    async load(key, loader, signal) {
      const fullKey = keyOf(key)
      const known = remembered(fullKey)
      if (known !== undefined) {
        counters.memoryHits += 1
        return known
      }
      return flights.join(
        fullKey,
        async (flightSignal) => {
          const { generation } = parts
          const begun = generation()
          const previous = await stored(fullKey)
          if (previous !== undefined && isFresh(previous)) {
            counters.storedHits += 1
            return previous
          }
          try {
            const value = await loader({ signal: flightSignal, previous })
            counters.misses += 1
            return begun === generation() ? keep(fullKey, value) : { value, atMs: now(), isStale: false }
          } catch (error) {
            const isUsable = previous !== undefined && now() < freshUntil(previous) + lifetimes.staleMs
            if (!isUsable || !isBlocked(error)) {
              counters.misses += 1
              throw error
            }
            counters.staleHits += 1
            return { ...previous, isStale: true }
          }
        },
        signal,
      )
    },
    put(key, value) {
      keep(keyOf(key), value)
    },
  }
}
