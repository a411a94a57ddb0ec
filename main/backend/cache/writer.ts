import { breath } from '../turns.ts'
import type { EntryTable, StoredEntry } from './table.ts'

/** Writes what is put in the same turn, or while it is busy, together: one transaction for many. */
export interface EntryWriter {
  /** What waits to be written under a key. */
  waiting(key: string): StoredEntry | undefined
  /** Resolves when it is committed; rejects when it could not be. */
  put(key: string, entry: StoredEntry): Promise<void>
  /** Notes the use of an entry, sometime. */
  touch(key: string, atMs: number): void
  /** Forgets what waits to be written under a key; whether there was something. */
  withdraw(key: string): boolean
  /** The same for all keys that begin so. */
  withdrawAll(prefix: string): void
  /** Resolves when nothing waits any more. */
  settled(): Promise<void>
}

/** A transaction ends after this, in ms, and others have their turn. */
const sliceMs = 4
/** Notes of use wait this long for a write to go with, in ms. */
const touchDelayMs = 2000

interface Waiting {
  readonly entry: StoredEntry
  readonly done: PromiseWithResolvers<void>
}

/** `written` is told after each transaction, and awaited before the next. */
export function createEntryWriter(table: EntryTable, written: () => Promise<void>): EntryWriter {
  const entries = new Map<string, Waiting>()
  const uses = new Map<string, number>()
  let running: Promise<void> | null = null
  let timer: NodeJS.Timeout | undefined

  function start(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    running ??= run().finally(() => {
      running = null
    })
    return running
  }

  async function run(): Promise<void> {
    // What is put in this turn goes together.
    await breath()
    while (entries.size > 0 || uses.size > 0) {
      await table.room()
      writeSome()
      await written()
      await breath()
    }
  }

  /** One transaction; those who wait for it hear how it went. */
  function writeSome(): void {
    const untilMs = performance.now() + sliceMs
    const taken: Waiting[] = []
    try {
      table.transaction(() => {
        for (const [key, waiting] of entries) {
          if (taken.length > 0 && performance.now() > untilMs) return
          entries.delete(key)
          taken.push(waiting)
          table.put(key, waiting.entry)
        }
        for (const [key, atMs] of uses) {
          if (performance.now() > untilMs) return
          uses.delete(key)
          table.touch(key, atMs)
        }
      })
      for (const { done } of taken) done.resolve()
    } catch (error) {
      // A use that cannot be noted is no loss, and must not be tried for ever.
      uses.clear()
      for (const { done } of taken) done.reject(error)
    }
  }

  function withdraw(key: string): boolean {
    entries.get(key)?.done.resolve()
    return entries.delete(key)
  }

  return {
    waiting: (key) => entries.get(key)?.entry,
    put(key, entry) {
      const done = entries.get(key)?.done ?? Promise.withResolvers<void>()
      entries.set(key, { entry, done })
      void start()
      return done.promise
    },
    touch(key, atMs) {
      uses.set(key, atMs)
      if (running === null) timer ??= setTimeout(() => void start(), touchDelayMs).unref()
    },
    withdraw,
    withdrawAll(prefix) {
      for (const key of entries.keys()) if (key.startsWith(prefix)) withdraw(key)
    },
    async settled() {
      if (entries.size > 0 || uses.size > 0 || running !== null) await start()
    },
  }
}
