import { decideRow, type DecidingParts } from './deciding.ts'
import type { StoredJob } from './jobs.ts'
import type { StoredRow } from './rows.ts'
import type { Looked } from './looked.ts'
import { settleFound, type SettlingParts } from './settling.ts'

export interface MatchingParts extends DecidingParts, SettlingParts {
  /** Rows that somebody looks at come first. */
  readonly looked: Pick<Looked, 'take'>
  readonly onProgress: () => void
}

/** Rows read in one go. */
const rowsAtOnce = 50
/** Rows that servers are asked about at the same time; the server's own pace is kept elsewhere. */
const atTheSameTime = 4

/**
 * Decides all rows that nothing was decided of. Each is written as soon as it is decided, so that whatever ends the process, it goes on with
 * the first one that was not. Rejects for `signal`, and where the store cannot be written.
 */
export async function matchRows(job: StoredJob, parts: MatchingParts, signal: AbortSignal): Promise<void> {
  const { rows, store, jobs, finder, onProgress } = parts
  for (;;) {
    await passThrough(job, parts, finder.isThere() ? atTheSameTime : 1, signal)
    signal.throwIfAborted()
    // A person may have opened one behind the others.
    const isDone = store.transaction(() => {
      if (rows.open(job.number, -1, 1).length > 0) return false
      jobs.setPhase(job.number, 'done')
      return true
    })
    onProgress()
    if (isDone) return
  }
}

/** Goes through the open rows once, some at the same time. */
async function passThrough(job: StoredJob, parts: MatchingParts, workers: number, signal: AbortSignal): Promise<void> {
  const { rows, store, looked, onProgress } = parts
  let waiting: readonly StoredRow[] = []
  let through = -1
  let seen: readonly number[] = []
  const underWay = new Set<number>()
  /** One that is in sight and still open. */
  const takeSeen = (): StoredRow | undefined => {
    const now = looked.take(job.number)
    if (now.length > 0) seen = now
    while (seen.length > 0) {
      const [place = 0, ...others] = seen
      seen = others
      const row = underWay.has(place) ? undefined : rows.get(job.number, place)
      if (row?.outcome === 'open') return row
    }
    return undefined
  }
  const takeNext = (): StoredRow | undefined => {
    for (;;) {
      if (waiting.length === 0) waiting = rows.open(job.number, through, rowsAtOnce)
      const [first, ...others] = waiting
      waiting = others
      if (first === undefined) return undefined
      through = first.place
      // One that jumped the line meanwhile is done, or is being done.
      if (!underWay.has(first.place) && rows.get(job.number, first.place)?.outcome === 'open') return first
    }
  }
  const take = (): StoredRow | undefined => {
    const row = takeSeen() ?? takeNext()
    if (row !== undefined) underWay.add(row.place)
    return row
  }
  /** One that fails ends the others. */
  const failing = new AbortController()
  const either = AbortSignal.any([signal, failing.signal])
  const work = async (): Promise<void> => {
    for (let row = take(); row !== undefined; row = take()) {
      const decided = await decideRow(row.wanted, parts, either)
      either.throwIfAborted()
      settleFound(job, row.place, decided, parts)
      underWay.delete(row.place)
      onProgress()
      await store.room()
    }
  }
  const ended = await Promise.allSettled(
    Array.from({ length: workers }, () =>
      work().catch((error: unknown) => {
        failing.abort()
        throw error
      }),
    ),
  )
  // The first to fail is the reason; the others were ended by it.
  signal.throwIfAborted()
  const reasons = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  const [reason] = reasons.toSorted((a, b) => Number(isAbort(a)) - Number(isAbort(b)))
  if (reason !== undefined) throw reason
}

function isAbort(reason: unknown): boolean {
  return reason instanceof Error && reason.name === 'AbortError'
}
