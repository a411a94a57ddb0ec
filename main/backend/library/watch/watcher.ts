import { Worker } from 'node:worker_threads'
import type { Log } from '../../log/index.ts'
import { endWorker } from '../../threads.ts'
import type { Touched, WatchMessage, WatchOrder } from './messages.ts'

/** Watches the library's folders. */
export interface Watcher {
  /** Watches these and no others; those that could not be watched before are tried again. */
  watch(roots: readonly string[]): void
  close(): Promise<void>
}

/** The worker's code: beside this file in the source, beside the bundle once built (an input of its own in the build). */
function ownWorkerUrl(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './watch-worker.js', import.meta.url)
}

const usualQuietMs = 1000
/** Folders that cannot be watched are looked at so often instead. */
const usualPeriodMs = 10 * 60_000

/**
 * Watches in a worker thread (a large library has thousands of folders to be listed and watched). `onTouched` hears what
 * happened once there was a second of quiet; `onPeriod` hears every ten minutes of folders that cannot be watched.
 */
export function createWatcher(options: {
  readonly onTouched: (touched: readonly Touched[]) => void
  readonly onPeriod: (roots: readonly string[]) => void
  readonly log: Log
  readonly quietMs?: number
  readonly periodMs?: number
}): Watcher {
  const { onTouched, onPeriod, log, quietMs = usualQuietMs, periodMs = usualPeriodMs } = options
  let worker: Worker | null = null
  let wanted: readonly string[] = []
  const unwatched = new Set<string>()
  let timer: NodeJS.Timeout | undefined

  function setUnwatched(roots: readonly string[]): void {
    for (const root of roots) unwatched.add(root)
    if (unwatched.size === 0 || timer !== undefined) return
    log.info('folders that cannot be watched are looked at now and then', { count: unwatched.size })
    timer = setInterval(() => {
      if (unwatched.size > 0) onPeriod([...unwatched])
    }, periodMs).unref()
  }

  function start(): Worker {
    const started = new Worker(ownWorkerUrl(), { name: 'watch' })
    started.unref()
    started.on('message', (message: WatchMessage) => {
      if (message.kind === 'touched') onTouched(message.touched)
      else setUnwatched(message.roots)
    })
    started.on('error', (error) => {
      log.warn('watching stopped', { error })
      worker = null
      setUnwatched(wanted)
    })
    return started
  }

  return {
    watch(roots) {
      wanted = roots
      unwatched.clear()
      if (roots.length === 0 && worker === null) return
      worker ??= start()
      worker.postMessage({ roots, quietMs } satisfies WatchOrder)
    },
    async close() {
      clearInterval(timer)
      const last = worker
      worker = null
      if (last !== null) await endWorker(last)
    },
  }
}
