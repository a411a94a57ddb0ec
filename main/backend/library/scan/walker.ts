import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import { endWorker } from '../../threads.ts'
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
  // Once nobody listens to it any more, how it ends is of no interest.
  worker.on('error', () => undefined)
  try {
    worker.postMessage({ places, shared } satisfies WalkOrder)
    for await (const event of on(worker, 'message', { close: ['exit'], signal })) {
      const message: WalkMessage = event[0]
      if (message.kind === 'end') return
      yield message.steps
      Atomics.sub(numbers, waitingIndex, 1)
      Atomics.notify(numbers, waitingIndex)
    }
    throw new Error('the walk broke off')
  } catch (error) {
    // Not waited for: it may be caught in a folder of a disk that does not answer.
    if (!signal.aborted) throw error
  } finally {
    signal.removeEventListener('abort', stop)
    stop()
    void endWorker(worker)
  }
}
