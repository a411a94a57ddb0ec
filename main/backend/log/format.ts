import os from 'node:os'
import type { LogData, LogLevel } from './types.ts'

/** Keys whose values are never written, whoever passes them. */
const secretKey = /token|password|secret|authorization|cookie|credential/i

/** Longest text value in a line, in characters. */
const textLimit = 2000

/** One log line as written to the file: JSON, without its line feed. */
export function formatLine(entry: {
  readonly atMs: number
  readonly level: LogLevel
  readonly scope: string
  readonly message: string
  readonly data: LogData | undefined
}): string {
  const fields: Record<string, unknown> = {
    at: new Date(entry.atMs).toISOString(),
    level: entry.level,
    scope: entry.scope,
    message: entry.message,
  }
  for (const [key, value] of Object.entries(entry.data ?? {})) {
    if (value === undefined) continue
    fields[key in fields ? `data.${key}` : key] = secretKey.test(key) ? '[hidden]' : plain(value)
  }
  return JSON.stringify(fields)
}

function plain(value: string | number | boolean | null | Error): unknown {
  if (value instanceof Error) return describeError(value)
  return typeof value === 'string' && value.length > textLimit ? `${value.slice(0, textLimit)}…` : value
}

/** An error without its message: messages of the file system name the person's files. Class, code and place are enough. */
export function describeError(error: Error): { name: string; code?: string; stack?: string; cause?: unknown } {
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 12)
    .map((line) => line.trim().replaceAll(os.homedir(), '~'))
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return {
    name: error.name,
    ...(code === undefined ? {} : { code }),
    ...(frames.length === 0 ? {} : { stack: frames.join(' | ') }),
    ...(error.cause instanceof Error ? { cause: describeError(error.cause) } : {}),
  }
}
