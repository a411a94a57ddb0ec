import path from 'node:path'
import { parseArgs } from 'node:util'

/** What the desktop app was asked to do on its command line. */
export interface DesktopArguments {
  /** Null: the usual place. */
  readonly dataFolder: string | null
  /** Absolute paths of files and folders to play. */
  readonly paths: readonly string[]
}

/**
 * Reads `process.argv`. Lenient, because Chromium's own switches stand among ours. `isUnpackaged` when Electron was
 * started with the app's folder as its first argument.
 */
export function readArguments(argv: readonly string[], isUnpackaged: boolean, currentFolder: string): DesktopArguments {
  const { values, positionals } = parseArgs({
    args: argv.slice(1),
    strict: false,
    allowPositionals: true,
    options: { data: { type: 'string' } },
  })
  const files = isUnpackaged ? positionals.slice(1) : positionals
  return {
    dataFolder: typeof values.data === 'string' ? path.resolve(currentFolder, values.data) : null,
    paths: files.map((file) => path.resolve(currentFolder, file)),
  }
}
