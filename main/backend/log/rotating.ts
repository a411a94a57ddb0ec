import fs from 'node:fs'
import path from 'node:path'

/** A text file that is put aside when it is full, so that the folder never grows past `maxBytes × keep`. */
export interface RotatingFile {
  write(line: string): void
  close(): void
}

/**
 * Opens `<folder>/<name>.log` on the first write. Lines go to the file at once, so the last one before a crash is
 * there; a folder that cannot be written costs the lines and nothing else.
 */
export function createRotatingFile(options: {
  readonly folder: string
  readonly name: string
  /** Size at which a file is put aside. */
  readonly maxBytes: number
  /** Files kept in all, the current one included. */
  readonly keep: number
}): RotatingFile {
  const fileAt = (age: number): string =>
    path.join(options.folder, age === 0 ? `${options.name}.log` : `${options.name}.${age}.log`)
  let descriptor: number | null = null
  let bytes = 0

  const open = (): number => {
    fs.mkdirSync(options.folder, { recursive: true, mode: 0o700 })
    const opened = fs.openSync(fileAt(0), 'a', 0o600)
    bytes = fs.fstatSync(opened).size
    return opened
  }

  const close = (): void => {
    if (descriptor === null) return
    fs.closeSync(descriptor)
    descriptor = null
  }

  const rotate = (): void => {
    close()
    for (let age = options.keep - 1; age > 0; age -= 1) {
      if (fs.existsSync(fileAt(age - 1))) fs.renameSync(fileAt(age - 1), fileAt(age))
    }
    fs.rmSync(fileAt(0), { force: true })
  }

  return {
    write(line) {
      try {
        descriptor ??= open()
        const data = Buffer.from(`${line}\n`)
        if (bytes > 0 && bytes + data.length > options.maxBytes) {
          rotate()
          descriptor = open()
        }
        bytes += fs.writeSync(descriptor, data)
      } catch {
        // A full or read-only disk must not take the app with it; the next line tries again.
      }
    },
    close() {
      try {
        close()
      } catch {
        // Closed or not, nothing more is written.
      }
    },
  }
}
