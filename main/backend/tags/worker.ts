import { parentPort } from 'node:worker_threads'
import type { WorkerMessage, WorkerRequest } from './messages.ts'
import { readAudioFile } from './read.ts'

const post = (message: WorkerMessage): void => parentPort?.postMessage(message)

/** The worker thread: reads files as they are asked for, several at a time. */
parentPort?.on('message', ({ id, request }: WorkerRequest) => {
  void readAudioFile(request).then((reply) => post({ kind: 'reply', id, reply }))
})
post({ kind: 'ready' })
