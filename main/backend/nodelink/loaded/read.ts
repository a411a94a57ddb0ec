import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import { endWorker } from '../../threads.ts'
import { breath } from '../../turns.ts'
import { type Loaded, type NodeTrack, readLoadedBytes } from '../answers.ts'
import type { LoadedMessage, LoadedOrder } from './messages.ts'

/** An answer of up to so many bytes is read where it is: some 5 ms. */
const smallBytes = 150_000

/** The worker's code: beside this file in the source, beside the bundle once built (an input of its own in the build). */
function ownWorkerUrl(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './loaded-worker.js', import.meta.url)
}

/**
 * Reads an answer of `/v4/loadtracks`; null when it is none. A playlist of ten thousand tracks would hold the thread for a quarter of
 * a second: a worker thread, which lives as long as that takes, reads what is large. Rejects for `signal`.
 */
export async function readLoadedAnswer(bytes: Uint8Array, signal: AbortSignal): Promise<Loaded | null> {
  if (bytes.length <= smallBytes) return readLoadedBytes(bytes)
  signal.throwIfAborted()
  const worker = new Worker(ownWorkerUrl(), { name: 'loaded' })
  const order = (message: LoadedOrder): void => worker.postMessage(message)
  const tracks: NodeTrack[] = []
  try {
    order({ kind: 'read', bytes })
    for await (const event of on(worker, 'message', { close: ['exit'], signal })) {
      const message: LoadedMessage = event[0]
      if (message.kind === 'end') return withTracks(message.loaded, tracks)
      for (const track of message.tracks) tracks.push(track)
      await breath()
      order({ kind: 'next' })
    }
    throw new Error('the reading broke off')
  } finally {
    void endWorker(worker)
  }
}

function withTracks(loaded: Loaded | null, tracks: readonly NodeTrack[]): Loaded | null {
  return loaded?.kind === 'search' || loaded?.kind === 'playlist' ? { ...loaded, tracks } : loaded
}
