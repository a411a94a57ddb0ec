import type { KeyvEntry } from 'keyv'
import { breath } from '../turns.ts'
import type { EntryTable } from './table.ts'
import { createEntryWriter } from './writer.ts'

/** Keyv's storage adapter over better-sqlite3. Keyv's own type promises values of any type; what it is given back are the texts that it made. */
export interface SqliteAdapter {
  readonly opts: { readonly dialect: 'sqlite'; readonly url: string }
  /** Set by keyv. */
  namespace?: string | undefined
  get(key: string): Promise<string | undefined>
  getMany(keys: readonly string[]): Promise<(string | undefined)[]>
  set(key: string, value: unknown, ttlMs?: number): Promise<void>
  setMany(entries: readonly KeyvEntry[]): Promise<boolean[]>
  has(key: string): Promise<boolean>
  delete(key: string): Promise<boolean>
  deleteMany(keys: readonly string[]): Promise<boolean>
  /** Removes the entries of the namespace, and gives their room back to the disk. */
  clear(): Promise<void>
  iterator(namespace?: string): AsyncGenerator<[string, string], void>
  disconnect(): Promise<void>
  /** What the entries take on the disk, in bytes. */
  bytes(): number
}

export interface SqliteAdapterOptions {
  readonly table: EntryTable
  /** Beyond this, entries that were used longest ago are removed. */
  readonly limitBytes: number
  /** Unix time in ms. */
  readonly now?: () => number
}

/** The use of an entry is noted when the last note is older than this, in ms: reading seldom writes. */
const touchAfterMs = 3_600_000
/** Entries of which it is known when that was. */
const mostNoted = 20_000
/** Removing goes on below the limit, down to this share of it, so that it is not done at every write. */
const evictedShare = 0.95
/** Between two looks for expired entries, in ms. */
const expireAfterMs = 3_600_000

/**
 * Values are texts. What is set is readable at once, and written together with whatever else is set at the time. A commit
 * survives the end of the process, however it comes; a power cut costs the last ones.
 */
export function createSqliteAdapter(options: SqliteAdapterOptions): SqliteAdapter {
  const { table, limitBytes, now = () => Date.now() } = options
  const writer = createEntryWriter(table, evict)
  /** When the use of an entry was noted last. */
  const noted = new Map<string, number>()
  let expiredAtMs = -Infinity

  async function evict(): Promise<void> {
    try {
      // What nobody asks for any more is not kept for ever, however much room there is.
      if (now() >= expiredAtMs + expireAfterMs) {
        expiredAtMs = now()
        while (table.expireSome(now()) > 0) await breath()
      }
      if (table.bytes() <= limitBytes) return
      while (table.bytes() > limitBytes * evictedShare && table.evictSome() > 0) await breath()
    } catch {
      // What keeps it from removing, the next write meets as well and says so.
    }
  }

  function find(key: string): string | undefined {
    const atMs = now()
    const waiting = writer.waiting(key)
    if (waiting !== undefined) return (waiting.expiresAt ?? Infinity) < atMs ? undefined : waiting.value
    const value = table.find(key, atMs)
    if (value !== undefined) noteUse(key, atMs)
    return value
  }

  function noteUse(key: string, atMs: number): void {
    if (atMs < (noted.get(key) ?? -Infinity) + touchAfterMs) return
    // Forgetting them costs a few writes more.
    if (noted.size >= mostNoted) noted.clear()
    noted.set(key, atMs)
    writer.touch(key, atMs)
  }

  function put(key: string, value: unknown, ttlMs: number | undefined): Promise<void> {
    if (typeof value !== 'string') throw new TypeError('Entries are texts')
    const usedAt = now()
    return writer.put(key, { value, usedAt, expiresAt: ttlMs === undefined ? null : usedAt + ttlMs })
  }

  function remove(key: string): boolean {
    const wasWaiting = writer.withdraw(key)
    return table.remove(key) || wasWaiting
  }

  const prefixOf = (namespace: string | undefined): string => (namespace === undefined ? '' : `${namespace}:`)

  const adapter: SqliteAdapter = {
    opts: { dialect: 'sqlite', url: '' },
    get: async (key) => find(key),
    getMany: async (keys) => keys.map(find),
    set: async (key, value, ttlMs) => put(key, value, ttlMs),
    async setMany(entries) {
      const all = await Promise.allSettled(entries.map(async ({ key, value, ttl }) => put(key, value, ttl)))
      return all.map(({ status }) => status === 'fulfilled')
    },
    has: async (key) => find(key) !== undefined,
    delete: async (key) => remove(key),
    deleteMany: async (keys) => keys.map(remove).every(Boolean),
    async clear() {
      const prefix = prefixOf(adapter.namespace)
      writer.withdrawAll(prefix)
      while (table.clearSome(prefix) > 0) {
        await table.room()
        await breath()
      }
      while (table.shrinkSome()) await breath()
    },
    async *iterator(namespace?: string) {
      const prefix = prefixOf(namespace)
      let page = table.page(prefix, prefix)
      for (;;) {
        const last = page.at(-1)
        if (last === undefined) return
        for (const { key, value } of page) yield [key, value]
        page = table.page(prefix, last.key)
      }
    },
    async disconnect() {
      await writer.settled()
      table.close()
    },
    bytes: () => table.bytes(),
  }
  return adapter
}
