import { failure, FailureError } from '../../../src/contract/index.ts'

/** Work that waits for its turn, in a line for each urgency. Who may begin, and when, is the caller's to say. */
export interface UrgencyQueue<Urgency extends string> {
  /** Waits, then does `work` and answers what it answers. Rejects with `cancelled` where `signal` aborts before its turn, or the queue is closed. */
  join<Value>(urgency: Urgency, signal: AbortSignal, work: () => Promise<Value>): Promise<Value>
  /** Begins the first of a line. Answers whether there was one. */
  begin(urgency: Urgency): boolean
  isEmpty(urgency: Urgency): boolean
  /** How many wait, in all lines. */
  readonly size: number
  /** Tells all that wait that they wait in vain. */
  turnAway(error: Error): void
  /** The same, with `cancelled`, now and for whoever comes later. */
  close(): void
}

interface Waiting {
  start(): void
  reject(error: Error): void
}

/** Lines for these urgencies. */
export function createUrgencyQueue<Urgency extends string>(urgencies: readonly Urgency[]): UrgencyQueue<Urgency> {
  const lines = new Map<Urgency, Waiting[]>(urgencies.map((urgency) => [urgency, []]))
  let isClosed = false

  function turnAway(error: Error): void {
    for (const line of lines.values()) for (const waiting of line.splice(0)) waiting.reject(error)
  }

  return {
    join(urgency, signal, work) {
      return new Promise((resolve, reject) => {
        const cancelled = (): void => {
          const line = lines.get(urgency) ?? []
          const place = line.indexOf(waiting)
          if (place >= 0) line.splice(place, 1)
          reject(new FailureError(failure('cancelled')))
        }
        const waiting: Waiting = {
          reject(error) {
            signal.removeEventListener('abort', cancelled)
            reject(error)
          },
          start() {
            signal.removeEventListener('abort', cancelled)
            work().then(resolve, reject)
          },
        }
        if (isClosed || signal.aborted) {
          cancelled()
          return
        }
        signal.addEventListener('abort', cancelled, { once: true })
        lines.get(urgency)?.push(waiting)
      })
    },
    begin(urgency) {
      const first = lines.get(urgency)?.shift()
      first?.start()
      return first !== undefined
    },
    isEmpty: (urgency) => (lines.get(urgency) ?? []).length === 0,
    get size() {
      return [...lines.values()].reduce((sum, line) => sum + line.length, 0)
    },
    turnAway,
    close() {
      isClosed = true
      turnAway(new FailureError(failure('cancelled')))
    },
  }
}
