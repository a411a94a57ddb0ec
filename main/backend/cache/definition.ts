import type { z } from 'zod'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** One kind of values in the cache. */
export interface CacheDefinition<Value> {
  /** Of this kind alone; part of every key. */
  readonly name: string
  /** Counts up when the meaning of values changes: older entries are misses from then on. */
  readonly version: number
  /**
   * What a value looks like. It is checked on the way in (what the schema does not name is left out, so that nothing gets
   * into the cache by accident) and on the way out (what does not fit is a miss). Never of anything secret.
   */
  readonly schema: z.ZodType<Value, Value>
  /** How long a value is fresh, in ms; a day where left out. */
  readonly ttlMs?: number
  /** How long it is remembered that there is none, in ms; an hour where left out. */
  readonly negativeTtlMs?: number
  /** For how long after that a value still does while the source is blocked or out of reach, in ms; thirty days where left out. */
  readonly staleMs?: number
}

export const usualLifetimes = { ttlMs: dayMs, negativeTtlMs: hourMs, staleMs: 30 * dayMs } as const

/** What the cache, or the source behind it, knows. Values are shared by all who ask: they must not be changed. */
export interface CacheAnswer<Value> {
  /** Null: there is none. */
  readonly value: Value | null
  /** When the source said so, Unix time in ms. */
  readonly atMs: number
  /** The value is past its time, and served because the source cannot be asked now. */
  readonly isStale: boolean
}

/** Asks the source; null says that there is none. */
export type Loader<Value> = (asked: {
  /** Aborted when nobody waits any more. */
  readonly signal: AbortSignal
  /** What was known before and is past its time: for sources that can say "unchanged". */
  readonly previous: CacheAnswer<Value> | undefined
}) => Promise<Value | null>

/** The values of one definition. */
export interface CachedValues<Value> {
  /** What is kept and fresh, or undefined. Asks nobody. */
  peek(key: string): Promise<CacheAnswer<Value> | undefined>
  /**
   * What is kept and fresh; else asks the source, once for all who wait for the same key. When the source is blocked or out of
   * reach, an older value is served with its age; without one, or for any other reason, it rejects as the loader did.
   */
  load(key: string, loader: Loader<Value>, signal?: AbortSignal): Promise<CacheAnswer<Value>>
  /** Keeps what came by another way. */
  put(key: string, value: Value | null): void
}
