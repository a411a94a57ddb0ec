import { closeInTime } from '../host/index.ts'

/** The parts of `process` that decide when a program ends. */
export interface ProcessLike {
  on(event: 'SIGINT' | 'SIGTERM' | 'SIGHUP', listener: () => void): unknown
  on(event: 'uncaughtException' | 'unhandledRejection', listener: (error: unknown) => void): unknown
}

/** What is done at the end. */
export interface Ending {
  readonly close: () => Promise<void>
  readonly exit: (code: number) => void
  readonly onError: (error: unknown) => void
}

/**
 * Signals this close to the first are the same wish (ms): Ctrl-C reaches every process of a terminal, and those that
 * started this one pass theirs on.
 */
const sameWishMs = 500

/**
 * Ends the process in order: the first signal closes (exit code 0), a later one does not wait (130), and an error that
 * nobody caught closes and ends with 1, because nothing is known about the state after it. Closing that takes too long ends with 1.
 */
export function endInOrder(process: ProcessLike, { close, exit, onError }: Ending): void {
  let endingSince: number | null = null
  const end = (code: number) => {
    endingSince = performance.now()
    closeInTime(close).then(
      () => exit(code),
      (error: unknown) => {
        onError(error)
        exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (endingSince === null) end(0)
      else if (performance.now() - endingSince > sameWishMs) exit(130)
    })
  }
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error) => {
      onError(error)
      if (endingSince === null) end(1)
    })
  }
}
