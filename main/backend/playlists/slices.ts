import { setImmediate } from 'node:timers/promises'

/** Handles items some at a time; between two goes the process answers others. */
export async function inSlices<Item>(
  items: readonly Item[],
  size: number,
  work: (slice: readonly Item[]) => void,
): Promise<void> {
  for (let from = 0; from < items.length; from += size) {
    if (from > 0) await setImmediate()
    work(items.slice(from, from + size))
  }
}
