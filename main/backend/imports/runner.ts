import { type Failure, FailureError, failure } from '../../../src/contract/index.ts'
import type { Log } from '../log/index.ts'
import { breath } from '../turns.ts'
import type { ImportJobs, StoredJob } from './jobs.ts'

/** Brings imports over in the background, the oldest first, one after the other. */
export interface ImportRunner {
  /** There may be something to do. */
  wake(): void
  /** Whether it works on this one now. */
  isRunning(number: number): boolean
  /** Why one was left that could not even be written to; null where that is not so. */
  heldBack(number: number): Failure | null
  /** One that was held back may be tried again. */
  release(number: number): void
  /** Ends the work on one; resolves when nothing of it is under way any more. */
  end(number: number): Promise<void>
  /** Ends all work. What is not done is gone on with after the next start. */
  close(): Promise<void>
}

type State =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running'
      readonly number: number
      readonly control: AbortController
      readonly ended: Promise<void>
    }
  | { readonly kind: 'closed' }

export function createImportRunner(parts: {
  readonly jobs: Pick<ImportJobs, 'next' | 'stop'>
  /** Does the next phase of a job. */
  readonly work: (job: StoredJob, signal: AbortSignal) => Promise<void>
  readonly onChange: () => void
  readonly log: Log
}): ImportRunner {
  const { jobs, work, onChange, log } = parts
  const held = new Map<number, Failure>()
  let state: State = { kind: 'idle' }

  /** It cannot go on: says so where that can be written, and leaves it for this run of the app where not. */
  function stop(job: StoredJob, error: unknown): void {
    const told = error instanceof FailureError ? error.failure : failure('internal')
    log.warn('import stopped', { code: told.code, error: told.code === 'internal' ? asError(error) : undefined })
    try {
      jobs.stop(job.number, told)
    } catch {
      held.set(job.number, told)
    }
  }

  async function run(job: StoredJob, signal: AbortSignal): Promise<void> {
    // Whoever began it writes down first that it runs.
    await breath()
    try {
      signal.throwIfAborted()
      await work(job, signal)
    } catch (error) {
      if (!signal.aborted) stop(job, error)
    }
    if (state.kind === 'running') state = { kind: 'idle' }
    onChange()
    wake()
  }

  function goOn(): void {
    if (state.kind !== 'idle') return
    const job = jobs.next(new Set(held.keys()))
    if (job === undefined) return
    const control = new AbortController()
    const ended = run(job, control.signal)
    state = { kind: 'running', number: job.number, control, ended }
    onChange()
  }

  function wake(): void {
    try {
      goOn()
    } catch (error) {
      log.warn('imports could not go on', { error: asError(error) })
    }
  }

  return {
    wake,
    isRunning: (number) => state.kind === 'running' && state.number === number,
    heldBack: (number) => held.get(number) ?? null,
    release: (number) => void held.delete(number),
    async end(number) {
      if (state.kind !== 'running' || state.number !== number) return
      const { control, ended } = state
      control.abort()
      await ended
    },
    async close() {
      const last = state
      state = { kind: 'closed' }
      if (last.kind !== 'running') return
      last.control.abort()
      await last.ended
    },
  }
}

function asError(error: unknown): Error | undefined {
  return error instanceof Error ? error : undefined
}
