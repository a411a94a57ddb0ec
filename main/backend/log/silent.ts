import type { Log } from './types.ts'

/** A log that keeps nothing, for tests and tools. */
export const silentLog: Log = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  scope: () => silentLog,
}
