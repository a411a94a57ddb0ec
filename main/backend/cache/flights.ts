interface Flight<Result> {
  readonly result: Promise<Result>
  readonly stop: AbortController
  waiting: number
}

/** Work that is done once for all who want the same at the same time. */
export interface Flights<Result> {
  /**
   * Joins the work under this key, or begins it. Who gives up (`signal`) rejects with its reason at once; the work goes on for
   * the others, and is aborted when nobody is left.
   */
  join(key: string, work: (signal: AbortSignal) => Promise<Result>, signal?: AbortSignal): Promise<Result>
}

export function createFlights<Result>(): Flights<Result> {
  const flights = new Map<string, Flight<Result>>()

  function begin(key: string, work: (signal: AbortSignal) => Promise<Result>): Flight<Result> {
    const stop = new AbortController()
    const flight: Flight<Result> = { result: work(stop.signal).finally(() => end(key, flight)), stop, waiting: 0 }
    // Those who wait hear of it; when nobody does, nobody has to.
    flight.result.catch(() => undefined)
    flights.set(key, flight)
    return flight
  }

  /** Another one may have taken its place meanwhile. */
  function end(key: string, flight: Flight<Result>): void {
    if (flights.get(key) === flight) flights.delete(key)
  }

  function leave(key: string, flight: Flight<Result>, reason: unknown): void {
    flight.waiting -= 1
    if (flight.waiting > 0) return
    // Who comes now must not join what is being called off.
    end(key, flight)
    flight.stop.abort(reason)
  }

  return {
    async join(key, work, signal) {
      signal?.throwIfAborted()
      const flight = flights.get(key) ?? begin(key, work)
      flight.waiting += 1
      if (signal === undefined) return flight.result
      const given = Promise.withResolvers<never>()
      const giveUp = (): void => {
        leave(key, flight, signal.reason)
        given.reject(signal.reason)
      }
      signal.addEventListener('abort', giveUp, { once: true })
      try {
        return await Promise.race([flight.result, given.promise])
      } finally {
        signal.removeEventListener('abort', giveUp)
      }
    },
  }
}
