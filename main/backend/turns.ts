/** Those that wait to go on, in their order. The process has one thread for all of them, so there is one queue. */
const waiting: (() => void)[] = []

/**
 * Lets everything else that waits for the thread have its turn. Of several pieces of work that pause like this, one goes on
 * at a time: requests, timers and sound come in between two of them, not only after all.
 */
export function breath(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve)
    if (waiting.length === 1) setImmediate(goOn)
  })
}

function goOn(): void {
  const resolve = waiting.shift()
  if (waiting.length > 0) setImmediate(goOn)
  resolve?.()
}

/** Work holds the thread no longer than about this, in ms, before others have their turn. */
const longestHoldMs = 2

/**
 * For work of many short steps, awaited between them: lets others have their turn when the thread has been held for a while,
 * and goes on at once where it has not.
 */
export function createPauses(now: () => number = () => performance.now()): () => Promise<void> {
  let sinceMs = now()
  return async () => {
    if (now() - sinceMs < longestHoldMs) return
    await breath()
    sinceMs = now()
  }
}

/** Handles items some at a time; between two goes the process answers others. */
export async function inSlices<Item>(
  items: readonly Item[],
  size: number,
  work: (slice: readonly Item[]) => void,
): Promise<void> {
  for (let from = 0; from < items.length; from += size) {
    if (from > 0) await breath()
    work(items.slice(from, from + size))
  }
}

/** Items that are sorted or merged in one go: under 2 ms, even where they are told apart by their last property only. */
const sortedAtOnce = 2000

/** The items in order, equal ones as they were; many of them in goes between which the process answers others. */
export async function sortedInSlices<Item>(
  items: readonly Item[],
  compare: (one: Item, other: Item) => number,
): Promise<Item[]> {
  let runs: Item[][] = []
  await inSlices(items, sortedAtOnce, (slice) => runs.push(slice.toSorted(compare)))
  while (runs.length > 1) {
    const merged: Item[][] = []
    for (let at = 0; at < runs.length; at += 2) merged.push(await merge(runs[at] ?? [], runs[at + 1] ?? [], compare))
    runs = merged
  }
  return runs[0] ?? []
}

async function merge<Item>(
  first: readonly Item[],
  second: readonly Item[],
  compare: (one: Item, other: Item) => number,
): Promise<Item[]> {
  const merged: Item[] = []
  let [at, beside] = [0, 0]
  for (;;) {
    const one = first[at]
    const other = second[beside]
    if (one === undefined || other === undefined) return [...merged, ...first.slice(at), ...second.slice(beside)]
    if (compare(one, other) <= 0) {
      merged.push(one)
      at += 1
    } else {
      merged.push(other)
      beside += 1
    }
    if (merged.length % sortedAtOnce === 0) await breath()
  }
}
