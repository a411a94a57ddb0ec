import type { ImportJob } from '../../../src/imports/index.ts'

/** One of the steps of an import, as its bar shows it. */
export interface ImportStep {
  readonly step: 'read' | 'find' | 'review'
  readonly state: 'ahead' | 'active' | 'still' | 'done'
  /** 0 to 1; null while nobody knows. */
  readonly value: number | null
  readonly done: number
  /** Null while nobody knows. */
  readonly total: number | null
}

/** Rows that were read. */
export function readRows({ counts }: Pick<ImportJob, 'counts'>): number {
  const { open, matched, review, none, skipped } = counts
  return open + matched + review + none + skipped
}

/** Rows of which it is known what came of them. */
export function settledRows(job: Pick<ImportJob, 'counts'>): number {
  return readRows(job) - job.counts.open
}

/** How far each step of an import is. A person can review while others are still looked for. */
export function stepsOf(job: ImportJob): readonly ImportStep[] {
  const { state, counts, total } = job
  const phase = state.kind === 'done' ? 'done' : state.phase
  const going = state.kind === 'stopped' ? 'still' : 'active'
  const read = readRows(job)
  const settled = settledRows(job)
  const wanted = total ?? read
  const isRead = phase !== 'reading'
  const isFound = phase === 'done'
  return [
    {
      step: 'read',
      state: isRead ? 'done' : going,
      value: isRead ? 1 : shareOf(read, total),
      done: read,
      total: isRead ? wanted : total,
    },
    {
      step: 'find',
      state: isFound ? 'done' : isRead ? going : 'ahead',
      value: isFound ? 1 : isRead ? shareOf(settled, wanted) : 0,
      done: settled,
      total: wanted,
    },
    {
      step: 'review',
      state: counts.review > 0 ? 'active' : isFound ? 'done' : 'ahead',
      value: counts.review === 0 && isFound ? 1 : 0,
      done: 0,
      total: counts.review,
    },
  ]
}

/** How far an import is in its present step, 0 to 1; null while nobody knows. */
export function shareDone(job: ImportJob): number | null {
  if (job.state.kind === 'done') return 1
  return job.state.phase === 'reading'
    ? shareOf(readRows(job), job.total)
    : shareOf(settledRows(job), job.total ?? readRows(job))
}

function shareOf(done: number, total: number | null): number | null {
  if (total === null || total === 0) return null
  return Math.min(1, done / total)
}
