/** Importance of a log line. `debug` is written in development only. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

/**
 * Facts beside a log line. Numbers, codes and our own identifiers only: never a secret, a file or person's name, a
 * search text or a title. An `Error` is written without its message, which may hold such a name.
 */
export type LogData = Readonly<Record<string, string | number | boolean | null | undefined | Error>>

/** A logger bound to one part of the app. Logging never throws and never waits. */
export interface Log {
  debug(message: string, data?: LogData): void
  info(message: string, data?: LogData): void
  warn(message: string, data?: LogData): void
  error(message: string, data?: LogData): void
  /** A logger whose lines carry a narrower scope, for example `store`. */
  scope(name: string): Log
}
