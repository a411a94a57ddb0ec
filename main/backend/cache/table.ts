import path from 'node:path'
import { z } from 'zod'
import type { Log } from '../log/index.ts'
import { createSnapshot } from './snapshot.ts'
import { type DisposableStore, openDisposableStore } from '../store/index.ts'

/** An entry as it lies in the table; times are Unix times in ms. */
export interface StoredEntry {
  readonly value: string
  readonly usedAt: number
  /** Null: never. */
  readonly expiresAt: number | null
}

/** The table of entries. Each method is one short statement or a slice of work of a few ms. */
export interface EntryTable {
  /** The value under a key, unless it expired before `atMs`. */
  find(key: string, atMs: number): string | undefined
  /** Inside a transaction. */
  put(key: string, entry: StoredEntry): void
  /** Whether it was there. */
  remove(key: string): boolean
  /** Notes that an entry was used; inside a transaction. */
  touch(key: string, atMs: number): void
  /** Removes some of the entries that were used longest ago, for some ms; how many. */
  evictSome(): number
  /** Removes expired ones among the entries that were used longest ago, for some ms; how many. */
  expireSome(atMs: number): number
  /** Removes some of the entries whose keys begin so, for some ms; how many. */
  clearSome(prefix: string): number
  /** Gives room of removed entries back to the disk, some of it; whether there is more. */
  shrinkSome(): boolean
  /** Some entries whose keys begin so, after a key. */
  page(prefix: string, after: string): readonly { readonly key: string; readonly value: string }[]
  /** What the entries take on the disk, in bytes. */
  bytes(): number
  transaction<Result>(work: () => Result): Result
  /** Resolves when there is room for more writes. */
  room(): Promise<void>
  close(): void
}

/**
 * Several values of the usual 2 kB to a page. `used_at` has an index, since entries leave in its order; it is written at most
 * once an hour for each entry. The value comes last: what stands before it is read without the pages that a long one takes.
 */
const schema = `
  CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    used_at INTEGER NOT NULL,
    expires_at INTEGER,
    value TEXT NOT NULL
  ) STRICT;
  CREATE INDEX entry_used ON entry (used_at);
`
const schemaVersion = 1
const pageBytes = 8192

/** A slice of removing ends after this, in ms. */
const sliceMs = 2
/** Entries that are looked up for one slice of removing. */
const sliceEntries = 64

const pairSchema = z.object({ key: z.string(), value: z.string() })

/** Opens the table in a file of its own: see docs/architecture.md for why it is not the app's. */
export function openEntryTable(folder: string, log: Log): EntryTable {
  const file = path.join(folder, 'entries.sqlite')
  return createEntryTable(openDisposableStore({ file, schema, version: schemaVersion, pageBytes, log }))
}

function createEntryTable(store: DisposableStore): EntryTable {
  function removeSome(ids: readonly number[]): number {
    snapshot.end()
    const untilMs = performance.now() + sliceMs
    return store.transaction(() => {
      let removed = 0
      for (const id of ids) {
        if (removed > 0 && performance.now() > untilMs) break
        removed += store.run('DELETE FROM entry WHERE id = ?', id)
      }
      return removed
    })
  }

  const snapshot = createSnapshot(store)

  const valueOf = (key: string, atMs: number): string | undefined =>
    store.texts('SELECT value FROM entry WHERE key = ? AND (expires_at IS NULL OR expires_at >= ?)', key, atMs)[0]

  const pragma = (name: 'page_count' | 'freelist_count'): number =>
    store.numbers(`SELECT ${name} FROM pragma_${name}`)[0] ?? 0

  return {
    find(key, atMs) {
      try {
        snapshot.begin()
        return valueOf(key, atMs)
      } catch {
        // Outside a transaction the store can do something about damage.
        snapshot.end()
        return valueOf(key, atMs)
      }
    },
    put(key, { value, usedAt, expiresAt }) {
      store.run(
        `INSERT INTO entry (key, value, used_at, expires_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value, used_at = excluded.used_at, expires_at = excluded.expires_at`,
        key,
        value,
        usedAt,
        expiresAt,
      )
    },
    remove(key) {
      snapshot.end()
      return store.run('DELETE FROM entry WHERE key = ?', key) > 0
    },
    touch(key, atMs) {
      store.run('UPDATE entry SET used_at = ? WHERE key = ?', atMs, key)
    },
    evictSome: () => removeSome(store.numbers(`SELECT id FROM entry ORDER BY used_at LIMIT ${sliceEntries}`)),
    expireSome: (atMs) =>
      removeSome(
        store.numbers(
          `SELECT id FROM (SELECT id, expires_at FROM entry ORDER BY used_at LIMIT ${sliceEntries}) WHERE expires_at < ?`,
          atMs,
        ),
      ),
    clearSome: (prefix) =>
      removeSome(
        store.numbers(
          `SELECT id FROM entry WHERE key >= ? AND key < ? LIMIT ${sliceEntries}`,
          prefix,
          endOfPrefix(prefix),
        ),
      ),
    shrinkSome() {
      const before = pragma('freelist_count')
      if (before === 0) return false
      snapshot.end()
      const untilMs = performance.now() + sliceMs
      // SQLite frees one page a step, however many are asked for.
      store.transaction(() => {
        for (let page = 0; page < before && performance.now() < untilMs; page += 1)
          store.run('PRAGMA incremental_vacuum(1)')
      })
      const after = pragma('freelist_count')
      return after > 0 && after < before
    },
    page: (prefix, after) =>
      store.all(
        `SELECT key, value FROM entry WHERE key >= ? AND key < ? AND key > ? ORDER BY key LIMIT ${sliceEntries}`,
        pairSchema,
        prefix,
        endOfPrefix(prefix),
        after,
      ),
    bytes: () => (pragma('page_count') - pragma('freelist_count')) * pageBytes,
    transaction(work) {
      snapshot.end()
      return store.transaction(work)
    },
    room() {
      // Inside a transaction, even one that only reads, the store cannot tell how much waits to be written back.
      snapshot.end()
      return store.room()
    },
    close() {
      snapshot.end()
      store.close()
    },
  }
}

/** Behind all keys that begin so: SQLite compares texts by their bytes, and no text has a byte of 0xFF. */
function endOfPrefix(prefix: string): string {
  return `${prefix}\u{10FFFF}`
}
