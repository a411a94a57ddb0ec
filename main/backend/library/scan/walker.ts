import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Place, WalkStep } from './types.ts'
import { endedIndex, waitingIndex, type WalkMessage, type WalkOrder } from './walkMessages.ts'

/** Walks places and tells what it finds, in portions. Ends early, without a word, when the signal says so. */
export type Walker = (places: readonly Place[], signal: AbortSignal) => AsyncIterable<readonly WalkStep[]>

/** The worker's code: beside this file in the source, beside the bundle once built (an input of its own in the build). */
function ownWorkerUrl(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './walkWorker.ts' : './walk-worker.js', import.meta.url)
}

/** Walks in a worker thread of its own, which lives as long as the walk. */
export const walkInWorker: Walker = async function* walkInWorker(places, signal) {
  if (signal.aborted) return
  const shared = new SharedArrayBuffer(8)
  const numbers = new Int32Array(shared)
  const worker = new Worker(ownWorkerUrl(), { name: 'walk' })
  const stop = (): void => {
    Atomics.store(numbers, endedIndex, 1)
    Atomics.notify(numbers, waitingIndex)
  }
  signal.addEventListener('abort', stop, { once: true })
  try {
    worker.postMessage({ places, shared } satisfies WalkOrder)
    for await (const event of on(worker, 'message', { close: ['exit'] })) {
      const message: WalkMessage = event[0]
      if (message.kind === 'end') return
      yield message.steps
      Atomics.sub(numbers, waitingIndex, 1)
      Atomics.notify(numbers, waitingIndex)
    }
    throw new Error('the walk broke off')
  } finally {
    signal.removeEventListener('abort', stop)
    stop()
    void worker.terminate()
  }
}
