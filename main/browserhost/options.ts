import path from 'node:path'
import { parseArgs } from 'node:util'

/** What the browser host was asked to do on its command line. */
export interface HostOptions {
  /** Null: the usual place. */
  readonly dataFolder: string | null
  /** 0: a free one. */
  readonly port: number
  /** Open the system's browser when ready. */
  readonly open: boolean
  /** Absolute paths of files and folders to play. */
  readonly paths: readonly string[]
}

export const usage = `Usage: melofy-browser [--data DIR] [--port PORT] [--open] [FILE or FOLDER …]`

/** Reads the command line (without program and script) and `MELOFY_PORT`. Throws an `Error` with words for the terminal. */
export function readOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  currentFolder: string,
): HostOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { data: { type: 'string' }, port: { type: 'string' }, open: { type: 'boolean', default: false } },
  })
  return {
    dataFolder: values.data === undefined ? null : path.resolve(currentFolder, values.data),
    port: readPort(values.port ?? env['MELOFY_PORT'] ?? '0'),
    open: values.open,
    paths: positionals.map((one) => path.resolve(currentFolder, one)),
  }
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (!(port <= 65_535)) throw new Error(`Not a port: ${text}`)
  return port
}
