import type { Store } from '../store/index.ts'

/**
 * A read transaction that many reads share. SQLite locks and unlocks the file for each read outside a transaction, which costs
 * several times as much as finding a row. Nobody but this process writes, and whatever it writes ends the snapshot before.
 */
export interface Snapshot {
  begin(): void
  end(): void
}

/** It ends by itself after this, in ms: while it is open, the log cannot be begun anew. */
const longestMs = 20

export function createSnapshot(store: Pick<Store, 'run' | 'generation'>): Snapshot {
  /** The database that it was begun in; null when there is none. */
  let begunIn: number | null = null
  let timer: NodeJS.Timeout | undefined

  function end(): void {
    clearTimeout(timer)
    if (begunIn === null) return
    const isThere = begunIn === store.generation()
    begunIn = null
    if (isThere) store.run('COMMIT')
  }

  function endLate(): void {
    try {
      end()
    } catch {
      // A disk that cannot be read has ended it already. Nobody hears of an error here; whoever reads next does.
    }
  }

  return {
    begin() {
      if (begunIn === store.generation()) return
      end()
      store.run('BEGIN')
      begunIn = store.generation()
      timer = setTimeout(endLate, longestMs).unref()
    },
    end,
  }
}
