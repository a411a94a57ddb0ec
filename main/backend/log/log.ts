import { formatLine } from './format.ts'
import { createRotatingFile } from './rotating.ts'
import type { Log, LogData, LogLevel } from './types.ts'

/** A log with an owner who can close it. */
export interface OwnedLog extends Log {
  close(): void
}

/** Writes JSON lines to `<folder>/melofy.log` (3 files of 1 MB at most) and, in development, words to the console. */
export function createLog(options: {
  readonly folder: string
  /** Also print to the console, and write `debug` lines. */
  readonly development?: boolean
  readonly maxBytes?: number
  readonly keep?: number
  /** Unix time in ms. */
  readonly now?: () => number
}): OwnedLog {
  const now = options.now ?? Date.now
  const development = options.development ?? false
  const file = createRotatingFile({
    folder: options.folder,
    name: 'melofy',
    maxBytes: options.maxBytes ?? 1_000_000,
    keep: options.keep ?? 3,
  })

  const write = (level: LogLevel, scope: string, message: string, data: LogData | undefined): void => {
    if (level === 'debug' && !development) return
    file.write(formatLine({ atMs: now(), level, scope, message, data }))
    if (development) console[level](`[${scope || 'app'}] ${message}`, ...(data === undefined ? [] : [data]))
  }

  const scoped = (scope: string): Log => ({
    debug: (message, data) => write('debug', scope, message, data),
    info: (message, data) => write('info', scope, message, data),
    warn: (message, data) => write('warn', scope, message, data),
    error: (message, data) => write('error', scope, message, data),
    scope: (name) => scoped(scope === '' ? name : `${scope}.${name}`),
  })

  return { ...scoped(''), close: () => file.close() }
}
