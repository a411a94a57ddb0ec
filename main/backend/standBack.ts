import { readlinkSync } from 'node:fs'
import { setPriority } from 'node:os'
import path from 'node:path'

/** Politeness of work nobody waits for: 0 is everybody's own, 19 the most (setpriority(2)). */
const niceness = 10

/**
 * Called in a worker thread: whoever else wants the processor, the sound and the page first of all, gets it before this thread.
 * Only Linux gives its threads priorities of their own that Node reaches (a thread's number stands in for a process's);
 * elsewhere nothing happens. Answers whether it took effect.
 */
export function standBack(): boolean {
  if (process.platform !== 'linux') return false
  try {
    const thread = Number(path.basename(readlinkSync('/proc/thread-self')))
    setPriority(thread, niceness)
    return true
  } catch {
    // A sandbox may hide /proc or forbid the call: the work is done all the same.
    return false
  }
}
