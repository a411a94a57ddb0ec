import type { NodeFinder } from '../nodelink/finding/index.ts'
import { decideRow, type DecidingParts } from './deciding.ts'
import type { StoredJob } from './jobs.ts'
import type { StoredRow } from './rows.ts'
import type { Looked, LookedRow } from './looked.ts'
import { settleFound, type SettlingParts } from './settling.ts'

export interface MatchingParts extends DecidingParts, SettlingParts {
  /** Rows that somebody looks at come first, also those of an import that waits for this one. */
  readonly looked: Pick<Looked, 'take' | 'onLook'>
  /** Asks for rows in sight, ahead of what goes on in the background; none where left out: they come first there. */
  readonly finderOfSeen?: NodeFinder | undefined
  readonly onProgress: (job: StoredJob) => void
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
    onProgress(job)
    if (isDone) return
  }
}

/** A row that is looked for, of whichever import. */
interface Taken {
  readonly owner: StoredJob
  readonly row: StoredRow
}

/** Goes through the open rows once, some at the same time. */
async function passThrough(job: StoredJob, parts: MatchingParts, workers: number, signal: AbortSignal): Promise<void> {
  const { rows, jobs, store, looked, onProgress } = parts
  let waiting: readonly StoredRow[] = []
  let through = -1
  let seen: readonly LookedRow[] = []
  const underWay = new Set<string>()
  const keyOf = (owner: StoredJob, place: number): string => `${owner.number}/${place}`
  /** An import whose rows can be found now: this one, or one that waits and is read. */
  const ownerOf = (number: number): StoredJob | undefined => {
    if (number === job.number) return job
    const other = jobs.byNumber(number)
    return other?.phase === 'matching' && !other.isStopped ? other : undefined
  }
  /** One that is in sight and still open. */
  const takeSeen = (): Taken | undefined => {
    const now = looked.take()
    if (now.length > 0) seen = now
    while (seen.length > 0) {
      const [first, ...others] = seen
      seen = others
      const owner = first === undefined ? undefined : ownerOf(first.job)
      if (first === undefined || owner === undefined || underWay.has(keyOf(owner, first.place))) continue
      const row = rows.get(owner.number, first.place)
      if (row?.outcome === 'open') return { owner, row }
    }
    return undefined
  }
  const takeNext = (): Taken | undefined => {
    for (;;) {
      if (waiting.length === 0) waiting = rows.open(job.number, through, rowsAtOnce)
      const [first, ...others] = waiting
      waiting = others
      if (first === undefined) return undefined
      through = first.place
      // One that jumped the line meanwhile is done, or is being done.
      if (underWay.has(keyOf(job, first.place))) continue
      if (rows.get(job.number, first.place)?.outcome === 'open') return { owner: job, row: first }
    }
  }
  const note = (taken: Taken | undefined): Taken | undefined => {
    if (taken !== undefined) underWay.add(keyOf(taken.owner, taken.row.place))
    return taken
  }
  // Taken in the background, a row in sight would wait there for the server's pace.
  const isAttended = parts.finderOfSeen?.isThere() === true
  const take = (): Taken | undefined => note((isAttended ? undefined : takeSeen()) ?? takeNext())
  /** One that fails ends the others. */
  const failing = new AbortController()
  const either = AbortSignal.any([signal, failing.signal])
  const decide = async ({ owner, row }: Taken, deciding: DecidingParts): Promise<void> => {
    const decided = await decideRow(row.wanted, deciding, either)
    either.throwIfAborted()
    // The other import may have been removed meanwhile.
    if (ownerOf(owner.number) !== undefined) settleFound(owner, row.place, decided, parts)
    underWay.delete(keyOf(owner, row.place))
    onProgress(owner)
    await store.room()
  }
  const work = async (): Promise<void> => {
    for (let taken = take(); taken !== undefined; taken = take()) await decide(taken, parts)
  }
  const failed = (error: unknown): never => {
    failing.abort()
    throw error
  }
  const attendant = attendSeen(parts, either, () => note(takeSeen()), decide)
  const ended = await Promise.allSettled(Array.from({ length: workers }, () => work().catch(failed)))
  ended.push(...(await Promise.allSettled([attendant.end().catch(failed)])))
  // The first to fail is the reason; the others were ended by it.
  signal.throwIfAborted()
  const reasons = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  const [reason] = reasons.toSorted((a, b) => Number(isAbort(a)) - Number(isAbort(b)))
  if (reason !== undefined) throw reason
}

/**
 * Decides rows in sight while those of the background wait for a server's pace: one at a time, with a finder that is more urgent.
 * `end` resolves when what is under way is decided, and rejects for what went wrong.
 */
function attendSeen(
  { finderOfSeen: finder, looked, ...parts }: MatchingParts,
  signal: AbortSignal,
  takeSeen: () => Taken | undefined,
  decide: (taken: Taken, parts: DecidingParts) => Promise<void>,
): { readonly end: () => Promise<void> } {
  if (finder === undefined || !finder.isThere()) return { end: () => Promise.resolve() }
  let attending: Promise<void> | null = null
  /** Somebody looked while one was attended to: whether that was seen in time is not known. */
  let isDue = false
  let reason: { readonly error: unknown } | null = null
  const attend = async (): Promise<void> => {
    for (let taken = takeSeen(); taken !== undefined && !signal.aborted; taken = takeSeen())
      await decide(taken, { ...parts, finder })
  }
  const begin = (): void => {
    isDue = attending !== null
    attending ??= attend()
      .catch((error: unknown) => void (reason ??= { error }))
      .finally(() => {
        attending = null
        if (isDue) begin()
      })
  }
  const stop = looked.onLook(begin)
  begin()
  return {
    async end() {
      stop()
      // What was looked at since waits for the next time through.
      isDue = false
      await attending
      if (reason !== null) throw reason.error
    },
  }
}

function isAbort(reason: unknown): boolean {
  return reason instanceof Error && reason.name === 'AbortError'
}
