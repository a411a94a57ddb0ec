import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import type { Log } from '../log/index.ts'
import { type CheckpointAnswer, type CheckpointOrder, fileUse } from './checkpointOrders.ts'
import { type Connection, numberPragma } from './connection.ts'

/** Sees to it that a database's log is written back into the database, without the main thread waiting for the disk. */
export interface Checkpoints {
  /** From now on this is the open database. */
  take(database: Connection): void
  /** Something was committed. */
  committed(): void
  /** Resolves when the log has room for more and is not being written back: mostly at once. */
  room(): Promise<void>
  /** Keeps the worker from the files, as before closing or moving them; false if it still has them open after `waitMs`. */
  letGo(waitMs: number): boolean
  /** Ends the worker; the files have been let go. */
  close(): void
}

export interface CheckpointLimits {
  /** Beyond this the log is written back and whoever asks for room waits, in bytes. */
  readonly fullBytes: number
  /** Beyond this it is written back once nothing was committed for `quietMs`, in bytes. */
  readonly quietBytes: number
  readonly quietMs: number
  /** Beyond this it is written back even if all writers have to wait, in bytes. */
  readonly limitBytes: number
}

export const usualLimits: CheckpointLimits = {
  fullBytes: 16_000_000,
  quietBytes: 1_000_000,
  quietMs: 1000,
  limitBytes: 64_000_000,
}

/** The main thread writes back itself beyond so many times the limit: a log must not grow without end, whatever fails. */
const lastResort = 2
/** How often the log is looked at while things are committed, in ms. */
const lookEveryMs = 100
/** How often a log is written back for one who waits for room, while others keep writing. */
const mostPasses = 10
/** SQLite's own length of a log before a commit writes it back, in pages. */
const usualPages = 1000
/** The main thread's patience while the worker begins the log anew, in ms: as long as a slow disk may take. */
const busyMs = 10_000

const stateSchema = z.tuple([z.object({ log: z.number(), checkpointed: z.number() })])

/** The worker's code: beside this file in the source, beside the bundle once built (an input of its own in the build). */
function ownWorkerUrl(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './checkpointWorker.ts' : './checkpoint-worker.js', import.meta.url)
}

/** Writes back in a worker thread, which is started when there is first something to do. */
export function createCheckpoints(
  file: string,
  log: Pick<Log, 'warn'>,
  limits: CheckpointLimits = usualLimits,
  workerUrl = ownWorkerUrl(),
): Checkpoints {
  const shared = new SharedArrayBuffer(4)
  const use = new Int32Array(shared)
  let database: Connection | null = null
  let pageBytes = 0
  let worker: Worker | null = null
  let pass: PromiseWithResolvers<boolean> | null = null
  let timer: NodeJS.Timeout | undefined
  let committedAtMs = 0
  let hasFailed = false

  /** Length of the log, in bytes; 0 when all of it was written back: the next write begins it anew. */
  function waitingBytes(): number {
    if (database === null || database.inTransaction) return 0
    try {
      // NOOP moves nothing: some microseconds.
      const [{ log: pages, checkpointed }] = stateSchema.parse(database.pragma('wal_checkpoint(NOOP)'))
      return pages === checkpointed ? 0 : pages * pageBytes
    } catch {
      // Whatever is wrong with the database, the next statement meets it and it is dealt with there.
      return 0
    }
  }

  function lookSoon(): void {
    timer ??= setTimeout(look, lookEveryMs).unref()
  }

  function look(): void {
    timer = undefined
    const bytes = waitingBytes()
    if (bytes <= limits.quietBytes) return
    const isQuiet = performance.now() - committedAtMs >= limits.quietMs
    if (bytes > limits.fullBytes || isQuiet) void writeBack()
    else lookSoon()
  }

  /** Resolves when the pass under way, or a new one, is over; false when it came to nothing. */
  function writeBack(): Promise<boolean> {
    if (pass !== null) return pass.promise
    pass = Promise.withResolvers()
    worker ??= start()
    worker.postMessage({ database: file, use: shared, limitBytes: limits.limitBytes } satisfies CheckpointOrder)
    return pass.promise
  }

  function end(isDone: boolean, message: string | null): void {
    if (message !== null && !hasFailed) log.warn('log could not be written back', { message })
    hasFailed = message !== null
    pass?.resolve(isDone)
    pass = null
    if (isDone) lookSoon()
  }

  function start(): Worker {
    const started = new Worker(workerUrl, { name: 'checkpoint' })
    started.unref()
    started.on('message', (answer: CheckpointAnswer) => {
      end(answer.kind === 'done', answer.kind === 'failed' ? answer.message : null)
    })
    started.on('error', (error) => {
      log.warn('log is written back by the main thread from now on', { error })
      worker = null
      database?.pragma(`wal_autocheckpoint = ${usualPages}`)
      database = null
      end(false, null)
    })
    return started
  }

  return {
    take(opened) {
      Atomics.store(use, 0, fileUse.free)
      // A connection that shares the file with nobody writes back itself, as SQLite does.
      if (opened.pragma('locking_mode', { simple: true }) === 'exclusive') return
      database = opened
      pageBytes = numberPragma(opened, 'page_size')
      opened.pragma(`wal_autocheckpoint = ${Math.ceil((lastResort * limits.limitBytes) / pageBytes)}`)
      opened.pragma(`busy_timeout = ${busyMs}`)
    },
    committed() {
      committedAtMs = performance.now()
      if (database !== null) lookSoon()
    },
    async room() {
      // Also for a pass that somebody else began: at its end the worker is the one who writes for a moment.
      for (let passes = 0; passes < mostPasses && (pass !== null || waitingBytes() > limits.fullBytes); passes += 1) {
        if (!(await writeBack())) return
      }
    },
    letGo(waitMs) {
      clearTimeout(timer)
      timer = undefined
      database = null
      const untilMs = performance.now() + waitMs
      while (Atomics.compareExchange(use, 0, fileUse.free, fileUse.kept) === fileUse.working) {
        const leftMs = untilMs - performance.now()
        if (leftMs <= 0) return false
        Atomics.wait(use, 0, fileUse.working, leftMs)
      }
      return true
    },
    close() {
      void worker?.terminate()
      worker = null
      end(false, null)
    },
  }
}
