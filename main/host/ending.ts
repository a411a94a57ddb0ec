import { setTimeout as sleep } from 'node:timers/promises'
import { isHeldByDisk } from '../backend/index.ts'

/** How long closing may take, in ms, before the process ends anyway. */
const closingLimitMs = 5_000

/** Closes, and rejects when that fails or takes longer than it may. */
export async function closeInTime(close: () => Promise<void>): Promise<void> {
  const late = Promise.withResolvers<never>()
  const limit = setTimeout(() => late.reject(new Error('closing took too long')), closingLimitMs)
  try {
    await Promise.race([close(), late.promise])
  } finally {
    clearTimeout(limit)
  }
}

/** How long a disk may take to let go once everything is closed, in ms. */
const lettingGoMs = 1_000

/**
 * Leaves by `exit`. Not while a disk that does not answer holds a thread: exiting waits for every thread, so for ever, and
 * nothing but a kill ends such a process. All is written by then.
 */
export async function leave(exit: () => void): Promise<void> {
  const deadlineMs = performance.now() + lettingGoMs
  while (isHeldByDisk() && performance.now() < deadlineMs) await sleep(20)
  if (isHeldByDisk()) process.kill(process.pid, 'SIGKILL')
  else exit()
}
