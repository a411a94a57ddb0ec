import type { CallOutput } from '../../../src/contract/index.ts'
import type { ImportCounts, ImportJob, ImportOutcome, ImportRow } from '../../../src/imports/index.ts'
import type { Track } from '../../../src/music/index.ts'
import { inSlices } from '../turns.ts'
import type { StoredJob } from './jobs.ts'
import { outcomeOf, trackIdsOf } from './outcome.ts'
import type { ImportRows, StoredRow } from './rows.ts'
import type { ImportRunner } from './runner.ts'

/** Imports and their rows as pages see them. */
export interface Presenter {
  job(job: StoredJob): ImportJob
  row(row: StoredRow): ImportRow
  rows(
    job: StoredJob,
    only: ImportOutcome['kind'] | null,
    range: { readonly from: number; readonly to: number },
  ): Promise<CallOutput<'imports.rows'>>
}

/** Rows whose tracks are read in one go: some 5 ms. */
const rowsAtOnce = 25

export function createPresenter(parts: {
  readonly rows: Pick<ImportRows, 'counts' | 'missed' | 'read'>
  readonly runner: Pick<ImportRunner, 'isRunning' | 'heldBack'>
  readonly tracksByIds: (ids: readonly string[]) => readonly Track[]
}): Presenter {
  const { rows, runner, tracksByIds } = parts
  type Numbers = Pick<ImportJob, 'counts' | 'notAsked'>
  /** Counting goes through all rows: the numbers hold until rows are different. */
  const counted = new Map<number, { readonly revision: number; readonly numbers: Numbers }>()

  function numbersOf({ number, revision }: StoredJob): Numbers {
    const known = counted.get(number)
    if (known?.revision === revision) return known.numbers
    const numbers = { counts: rows.counts(number), notAsked: rows.missed(number) }
    counted.set(number, { revision, numbers })
    return numbers
  }

  function stateOf({ number, phase, isStopped, error }: StoredJob): ImportJob['state'] {
    if (phase === 'done') return { kind: 'done' }
    const held = runner.heldBack(number)
    if (isStopped || held !== null) return { kind: 'stopped', phase, error: error ?? held }
    return { kind: runner.isRunning(number) ? 'running' : 'waiting', phase }
  }

  function rowOf({ place, kind, wanted, ...stored }: StoredRow, tracks: ReadonlyMap<string, Track>): ImportRow {
    const { title, artists, album, durationMs } = wanted
    const outcome = outcomeOf({ kind, outcome: stored.outcome, settled: stored.settled }, tracks)
    return { place, title, artists, album, durationMs, isLocal: kind === 'local', outcome }
  }

  function shown(stored: readonly StoredRow[]): ImportRow[] {
    const ids = stored.flatMap(({ settled }) => (settled === null ? [] : trackIdsOf(settled)))
    const tracks = new Map(tracksByIds(ids).map((track): [string, Track] => [track.id, track]))
    return stored.map((row) => rowOf(row, tracks))
  }

  return {
    job: (job) => ({
      id: job.id,
      name: job.name,
      source: job.source,
      state: stateOf(job),
      total: job.total,
      ...numbersOf(job),
      playlistId: job.playlistId,
      startedAt: job.startedAt,
      revision: job.revision,
    }),
    row: (row) => shown([row])[0] ?? rowOf(row, new Map()),
    async rows(job, only, { from, to }) {
      const stored = rows.read(job.number, only, from, to)
      const found: ImportRow[] = []
      await inSlices(stored, rowsAtOnce, (slice) => void found.push(...shown(slice)))
      const { counts } = numbersOf(job)
      return { revision: job.revision, total: only === null ? allOf(counts) : counts[only], rows: found }
    },
  }
}

function allOf({ open, matched, review, none, skipped }: ImportCounts): number {
  return open + matched + review + none + skipped
}
