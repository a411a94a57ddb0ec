import { parentPort } from 'node:worker_threads'
import { standBack } from '../standBack.ts'
import type { WorkerMessage, WorkerRequest } from './messages.ts'
import { readAudioFile } from './read.ts'

const post = (message: WorkerMessage): void => parentPort?.postMessage(message)

/** Between two words about the progress of one file, in ms. */
const progressGapMs = 1000

standBack()

/** The worker thread: reads files as they are asked for, several at a time. */
parentPort?.on('message', ({ id, request }: WorkerRequest) => {
  let toldMs = performance.now()
  const onBytes = (): void => {
    const nowMs = performance.now()
    if (nowMs - toldMs < progressGapMs) return
    toldMs = nowMs
    post({ kind: 'progress', id })
  }
  void readAudioFile(request, onBytes).then((reply) => post({ kind: 'reply', id, reply }))
})
post({ kind: 'ready' })
