import { setTimeout } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'

/** Threads that were told to end and have not. */
const ending = new Set<Worker>()

/** How long a thread is waited for, in ms: one that ends takes a few. */
const patienceMs = 1000

/** Ends a worker. One that waits for a disk cannot be ended before the disk answers: it is left behind. */
export async function endWorker(worker: Worker): Promise<void> {
  ending.add(worker)
  const ended = worker.terminate().finally(() => ending.delete(worker))
  const waiting = new AbortController()
  const limit = setTimeout(patienceMs, undefined, { signal: waiting.signal }).catch(() => undefined)
  await Promise.race([ended, limit])
  waiting.abort()
}

/** Whether this process waits for a disk somewhere: it cannot exit in order before that answers. */
export function isHeldByDisk(): boolean {
  return ending.size > 0 || process.getActiveResourcesInfo().some((name) => name.startsWith('FSReq'))
}
