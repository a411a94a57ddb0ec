import { chmodSync, closeSync, openSync } from 'node:fs'

/** Modes of what nobody else on this computer may read. Windows keeps a person's folder to that person by other means. */
export const ownerOnlyFolder = 0o700
export const ownerOnlyFile = 0o600

/**
 * Makes a file, and what lies beside it under these endings, readable by its owner only; the file itself is made when it is
 * missing. A file that is there is not opened: closing it would give away the locks that this process holds on it (POSIX).
 */
export function keepToOwner(file: string, endings: readonly string[] = []): void {
  try {
    closeSync(openSync(file, 'wx', ownerOnlyFile))
  } catch {
    // It is there; or it cannot be made, which whoever opens it next says in words.
  }
  for (const ending of ['', ...endings]) restrict(`${file}${ending}`, ownerOnlyFile)
}

/** Takes the rights of others away. What is not there, is not ours or lies on a disk without rights stays as it is. */
export function restrict(path: string, mode: number): void {
  try {
    chmodSync(path, mode)
  } catch {
    // See above.
  }
}
