import { spawn } from 'node:child_process'
import { writeRedirect } from '../host/index.ts'

/** The program and arguments that open an address, or a page on disk, in the system's browser. */
export function browserCommand(platform: NodeJS.Platform, target: string): readonly [string, readonly string[]] {
  switch (platform) {
    case 'darwin':
      return ['open', [target]]
    case 'win32':
      // Not `start`: cmd.exe would read the ampersands of an address as its own.
      return ['rundll32', ['url.dll,FileProtocolHandler', target]]
    default:
      return ['xdg-open', [target]]
  }
}

/** Starts the program that opens something. False when there is none. */
export type Opener = (target: string) => Promise<boolean>

/** Opens an http(s) address, or a page on disk, in the system's browser. */
export const openBrowser: Opener = (target) => {
  const [program, args] = browserCommand(process.platform, target)
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}

/**
 * Opens the address of a running host, whose key nobody else may see: not on the opener's command line. `removed` resolves
 * once what it was handed is gone again.
 */
export async function openOwnPage(
  address: string,
  open: Opener = openBrowser,
): Promise<{ readonly opened: boolean; readonly removed: Promise<void> }> {
  const redirect = writeRedirect(address)
  const opened = await open(redirect.file)
  if (!opened) redirect.remove()
  return { opened, removed: opened ? redirect.removeLater() : Promise.resolve() }
}
