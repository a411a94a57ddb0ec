import type { Failure } from '../../../src/contract/index.ts'
import { FailureError } from '../../../src/contract/index.ts'
import { SharedWork } from './flight.ts'

/** What Spotify told of one kind, for as long as it holds. Values are shared by all who ask: they must not be changed. */
export interface Kept<Value> {
  /** What is kept and holds; undefined where that is nothing. Asks nobody. */
  peek(key: string): Promise<{ readonly value: Value | null } | undefined>
  /** What is kept and holds; else what `loader` gets, once for all who wait for it. Null: there is nothing of that name. */
  load(
    key: string,
    loader: (asked: { readonly signal: AbortSignal }) => Promise<Value | null>,
    signal?: AbortSignal,
  ): Promise<{ readonly value: Value | null }>
  forget(key: string): Promise<void>
}

/** How long values hold, in ms: those that are there, and that there is none. */
export const lifetimes = { ttlMs: 24 * 3_600_000, negativeTtlMs: 3_600_000 } as const

/** Values that are kept at the same time. */
const mostKept = 500

interface Entry<Value> {
  readonly value: Value | null
  readonly atMs: number
}

/** Keeps values for as long as the app runs. A value that is past its time still does while `isAway` says so of why there is no newer one. */
export function keepInMemory<Value>(now: () => number, isAway: (error: Failure) => boolean): Kept<Value> {
  const entries = new Map<string, Entry<Value>>()
  const shared = new SharedWork<Entry<Value>>({ goesOn: false })
  const never = new AbortController().signal

  function fresh(key: string): Entry<Value> | undefined {
    const entry = entries.get(key)
    if (entry === undefined) return undefined
    const ageMs = now() - entry.atMs
    const ttlMs = entry.value === null ? lifetimes.negativeTtlMs : lifetimes.ttlMs
    return ageMs >= 0 && ageMs < ttlMs ? entry : undefined
  }

  function keep(key: string, value: Value | null): Entry<Value> {
    const entry = { value, atMs: now() }
    entries.delete(key)
    entries.set(key, entry)
    for (const oldest of entries.keys()) {
      if (entries.size <= mostKept) break
      entries.delete(oldest)
    }
    return entry
  }

  return {
    peek: async (key) => fresh(key),
    load: async (key, loader, signal = never) =>
      fresh(key) ??
      shared.run(key, signal, async (ending) => {
        try {
          return keep(key, await loader({ signal: ending }))
        } catch (error) {
          const before = entries.get(key)
          if (before !== undefined && error instanceof FailureError && isAway(error.failure)) return before
          throw error
        }
      }),
    forget: async (key) => void entries.delete(key),
  }
}
