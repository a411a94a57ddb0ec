import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** How long a browser has to read the file, in ms: a cold start of one takes a few seconds. */
const readingMs = 10_000

/** A page on disk, for its owner's eyes only, that leads to an address. */
export interface Redirect {
  readonly file: string
  /** Removes it once the browser has had its time. */
  removeLater(): Promise<void>
  remove(): void
}

/**
 * Writes a page that leads to `address`. What stands on a command line is seen by everybody on the computer, so an address
 * with a key in it is handed to the program that opens it in a file.
 */
export function writeRedirect(address: string): Redirect {
  const folder = mkdtempSync(path.join(tmpdir(), 'melofy-'))
  const file = path.join(folder, 'open.html')
  const quoted = address.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  const page = `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0;url=${quoted}"><title>Melofy</title>`
  writeFileSync(file, page, { mode: 0o600 })
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  return {
    file,
    remove,
    async removeLater() {
      await new Promise<void>((resolve) => {
        setTimeout(resolve, readingMs)
      })
      remove()
      process.off('exit', remove)
    },
  }
}
