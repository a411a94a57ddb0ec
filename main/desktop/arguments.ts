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
 * Reads `process.argv`. Lenient, because Chromium's own switches stand among ours. An unpackaged app is itself an
 * argument of Electron's: `appFolder` names it (null when packaged), and files come after it.
 */
export function readArguments(
  argv: readonly string[],
  appFolder: string | null,
  currentFolder: string,
): DesktopArguments {
  const { values, positionals } = parseArgs({
    args: argv.slice(1),
    strict: false,
    allowPositionals: true,
    options: { data: { type: 'string' } },
  })
  const given = positionals.map((one) => path.resolve(currentFolder, one))
  return {
    dataFolder: typeof values.data === 'string' ? path.resolve(currentFolder, values.data) : null,
    paths: appFolder === null ? given : given.slice(given.indexOf(appFolder) + 1),
  }
}
