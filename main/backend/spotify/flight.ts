import { failure, FailureError } from '../../../src/contract/index.ts'

interface Flight<Value> {
  readonly result: Promise<Value>
  readonly ending: AbortController
  waiting: number
}

/**
 * Work that is done once for all who want the same of it at the same time. It ends when the last of them takes it back, unless it
 * `goesOn`: then it is finished whatever becomes of them.
 */
export class SharedWork<Value> {
  private readonly flights = new Map<string, Flight<Value>>()
  private readonly goesOn: boolean

  constructor(options: { readonly goesOn: boolean }) {
    this.goesOn = options.goesOn
  }

  /** Rejects with `cancelled` when `signal` aborts, and as the work does. */
  async run(key: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
    if (signal.aborted) throw new FailureError(failure('cancelled'))
    const flight = this.flights.get(key) ?? this.begin(key, work)
    flight.waiting += 1
    const { promise: left, reject } = Promise.withResolvers<never>()
    const leave = (): void => reject(new FailureError(failure('cancelled')))
    signal.addEventListener('abort', leave, { once: true })
    try {
      return await Promise.race([flight.result, left])
    } finally {
      signal.removeEventListener('abort', leave)
      flight.waiting -= 1
      if (flight.waiting === 0 && !this.goesOn) {
        // Whoever comes now begins anew: this one is on its way out.
        if (this.flights.get(key) === flight) this.flights.delete(key)
        flight.ending.abort()
      }
    }
  }

  private begin(key: string, work: (signal: AbortSignal) => Promise<Value>): Flight<Value> {
    const ending = new AbortController()
    const flight: Flight<Value> = { result: work(ending.signal), ending, waiting: 0 }
    this.flights.set(key, flight)
    flight.result
      .catch(() => undefined)
      .finally(() => {
        if (this.flights.get(key) === flight) this.flights.delete(key)
      })
    return flight
  }
}
