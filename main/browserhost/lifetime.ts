/** The parts of `process` that decide when a program ends. */
export interface ProcessLike {
  on(event: 'SIGINT' | 'SIGTERM' | 'SIGHUP', listener: () => void): unknown
  on(event: 'uncaughtException' | 'unhandledRejection', listener: (error: unknown) => void): unknown
  exit(code: number): void
}

/** How long closing may take, in ms, before the process ends anyway. */
const closingLimitMs = 5_000

/**
 * Signals this close to the first are the same wish (ms): Ctrl-C reaches every process of a terminal, and those that
 * started this one pass theirs on.
 */
const sameWishMs = 500

/**
 * Ends the process in order: the first signal closes (exit code 0), a later one does not wait (130), and an error that
 * nobody caught closes and ends with 1, because nothing is known about the state after it.
 */
export function endInOrder(process: ProcessLike, close: () => Promise<void>, onError: (error: unknown) => void): void {
  let endingSince: number | null = null
  const end = (code: number) => {
    endingSince = performance.now()
    setTimeout(() => process.exit(1), closingLimitMs).unref()
    close().then(
      () => process.exit(code),
      (error: unknown) => {
        onError(error)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (endingSince === null) end(0)
      else if (performance.now() - endingSince > sameWishMs) process.exit(130)
    })
  }
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error) => {
      onError(error)
      if (endingSince === null) end(1)
    })
  }
}
