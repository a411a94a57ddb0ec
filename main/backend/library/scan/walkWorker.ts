import { parentPort } from 'node:worker_threads'
import { standBack } from '../../standBack.ts'
import { realDisk } from './disk.ts'
import type { WalkStep } from './types.ts'
import { WalkEnded, walkPlaces } from './walk.ts'
import {
  endedIndex,
  messagesWaiting,
  stepsPerMessage,
  waitingIndex,
  type WalkMessage,
  type WalkOrder,
} from './walkMessages.ts'

const post = (message: WalkMessage): void => parentPort?.postMessage(message)

standBack()

/** The worker thread of one walk: it may wait for slow disks, and for a main thread that is behind. */
parentPort?.once('message', ({ places, shared }: WalkOrder) => {
  const numbers = new Int32Array(shared)
  const pause = (): void => {
    if (Atomics.load(numbers, endedIndex) === 1) throw new WalkEnded()
  }
  let steps: WalkStep[] = []
  const flush = (): void => {
    if (steps.length === 0) return
    Atomics.add(numbers, waitingIndex, 1)
    post({ kind: 'steps', steps })
    steps = []
    for (let waiting = Atomics.load(numbers, waitingIndex); waiting > messagesWaiting;) {
      Atomics.wait(numbers, waitingIndex, waiting, 100)
      pause()
      waiting = Atomics.load(numbers, waitingIndex)
    }
  }
  try {
    for (const step of walkPlaces(places, realDisk, pause)) {
      steps.push(step)
      if (steps.length >= stepsPerMessage) flush()
    }
    flush()
  } catch (error) {
    if (!(error instanceof WalkEnded)) throw error
  }
  post({ kind: 'end' })
})
