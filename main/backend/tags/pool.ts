import { Worker } from 'node:worker_threads'
import { failed, type Reply } from '../../../src/contract/index.ts'
import type { Log } from '../log/index.ts'
import { endWorker } from '../threads.ts'
import type { FileFacts, ReadRequest } from './facts.ts'
import type { WorkerMessage, WorkerRequest } from './messages.ts'

/** Reads audio files away from the main thread: tables of hours-long files and large covers take 100 ms and more to parse. */
export interface TagReader {
  /** Never rejects: every way a file can be bad is a failure. */
  read(request: ReadRequest): Promise<Reply<FileFacts>>
  /** Stops the worker; reads under way are answered with `cancelled`. */
  close(): Promise<void>
}

interface Job {
  readonly request: ReadRequest
  readonly resolve: (reply: Reply<FileFacts>) => void
  /** True once a worker died while it was under way: it is tried again with nobody else in the room. */
  readonly suspect: boolean
}

export interface TagReaderOptions {
  readonly log: Log
  /** Where the worker's code lies; tests put another one in its place. */
  readonly workerUrl?: URL
  /** How long a worker without work lives, in ms: its modules take 20 MB. */
  readonly idleMs?: number
  /** How long a file may go without a byte from the disk, in ms, before it counts as one that cannot be read. */
  readonly silenceMs?: number
}

/** The worker's code: beside this file in the source, beside the bundle once built (an input of its own in the build). */
function ownWorkerUrl(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './tags-worker.js', import.meta.url)
}

/** Loaded only where it is needed: the parsers take longer to load than the rest of the backend to start. */
async function readHere(job: Job, silenceMs: number): Promise<void> {
  const { readAudioFile } = await import('./read.ts')
  const silence = setTimeout(() => job.resolve(silent(job)), silenceMs).unref()
  job.resolve(await readAudioFile(job.request, () => silence.refresh()))
  clearTimeout(silence)
}

const silent = (job: Job): Reply<never> => failed('file-unreadable', { name: job.request.name })

/** A sleeping disk takes ten seconds to turn, a phone's network as long to come back: after a minute nothing will come. */
const usualSilenceMs = 60_000

/** A hostile file may make a parser ask for more; it then loses its worker, not the app. */
const workerMemoryMb = 512

/** Starts nothing until the first read. One worker: reading is bound by the disk, and a second core belongs to the sound. */
export function createTagReader(options: TagReaderOptions): TagReader {
  const { log, workerUrl = ownWorkerUrl(), idleMs = 30_000, silenceMs = usualSilenceMs } = options
  const underWay = new Map<number, Job>()
  /** One for each file under way, once the worker's code has loaded. */
  const silences = new Map<number, NodeJS.Timeout>()
  const waiting: Job[] = []
  let worker: Worker | null = null
  let workerIsReady = false
  /** The worker's code cannot be loaded here: reading goes on in this thread, with its hiccups. */
  let workerIsBroken = false
  let isClosed = false
  let lastId = 0
  let idleTimer: NodeJS.Timeout | undefined

  function startWorker(): Worker {
    const started = new Worker(workerUrl, { name: 'tags', resourceLimits: { maxOldGenerationSizeMb: workerMemoryMb } })
    workerIsReady = false
    started.on('message', (message: WorkerMessage) => {
      if (message.kind === 'ready') {
        workerIsReady = true
        for (const [id, job] of underWay) listenTo(id, job)
      } else if (message.kind === 'progress') silences.get(message.id)?.refresh()
      else settle(message.id, message.reply)
    })
    started.on('error', (error) => log.warn('The tag worker stopped', { error }))
    started.on('exit', () => {
      if (worker === started) workerEnded()
    })
    return started
  }

  function workerEnded(): void {
    worker = null
    if (!workerIsReady) workerIsBroken = true
    for (const job of takeUnderWay()) {
      // Alone in the worker and it died again: this file is what kills it.
      if (job.suspect && workerIsReady) job.resolve(failed('file-damaged', { name: job.request.name }))
      else waiting.unshift({ ...job, suspect: true })
    }
    pump()
  }

  function settle(id: number, reply: Reply<FileFacts>): void {
    const job = underWay.get(id)
    underWay.delete(id)
    clearTimeout(silences.get(id))
    silences.delete(id)
    job?.resolve(reply)
    pump()
  }

  function listenTo(id: number, job: Job): void {
    silences.set(
      id,
      setTimeout(() => giveUp(id, job), silenceMs),
    )
  }

  /** Its disk is gone, or a parser goes round in it for ever. */
  function giveUp(id: number, job: Job): void {
    log.warn('A file did not answer')
    // Nothing it was asked for came to an end: others get a new worker.
    if (underWay.size === 1) void stopWorker()
    settle(id, silent(job))
  }

  function takeUnderWay(): readonly Job[] {
    const jobs = [...underWay.values()]
    underWay.clear()
    for (const silence of silences.values()) clearTimeout(silence)
    silences.clear()
    return jobs
  }

  function send(job: Job): void {
    lastId += 1
    const id = lastId
    underWay.set(id, job)
    worker ??= startWorker()
    if (workerIsReady) listenTo(id, job)
    worker.ref()
    worker.postMessage({ id, request: job.request } satisfies WorkerRequest)
  }

  /** Suspects stand first in the row and go one at a time; all others go at once. */
  function pump(): void {
    clearTimeout(idleTimer)
    while (waiting.length > 0) {
      if (workerIsBroken) {
        const job = waiting.shift()
        if (job) void readHere(job, silenceMs)
        continue
      }
      const hasSuspect = [...underWay.values()].some((job) => job.suspect)
      if (hasSuspect || (waiting[0]?.suspect && underWay.size > 0)) return
      const job = waiting.shift()
      if (job) send(job)
    }
    if (underWay.size > 0 || worker === null) return
    worker.unref()
    idleTimer = setTimeout(() => void stopWorker(), idleMs).unref()
  }

  async function stopWorker(): Promise<void> {
    const stopped = worker
    worker = null
    if (stopped !== null) await endWorker(stopped)
  }

  return {
    read(request) {
      if (isClosed) return Promise.resolve(failed('cancelled'))
      return new Promise((resolve) => {
        waiting.push({ request, resolve, suspect: false })
        pump()
      })
    },
    async close() {
      isClosed = true
      clearTimeout(idleTimer)
      const jobs = [...takeUnderWay(), ...waiting]
      waiting.length = 0
      for (const job of jobs) job.resolve(failed('cancelled'))
      await stopWorker()
    },
  }
}
