import { spawn } from 'node:child_process'

/** The program and arguments that open an address in the system's browser. */
export function browserCommand(platform: NodeJS.Platform, address: string): readonly [string, readonly string[]] {
  switch (platform) {
    case 'darwin':
      return ['open', [address]]
    case 'win32':
      // Not `start`: cmd.exe would read the ampersands of an address as its own.
      return ['rundll32', ['url.dll,FileProtocolHandler', address]]
    default:
      return ['xdg-open', [address]]
  }
}

/** Opens an http(s) address in the system's browser. False when there is no program for it. */
export function openBrowser(address: string): Promise<boolean> {
  const [program, args] = browserCommand(process.platform, address)
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}
