import { lstat, opendir } from 'node:fs/promises'
import path from 'node:path'

/** A file in a folder. */
export interface FoundFile {
  readonly path: string
  readonly name: string
  readonly sizeBytes: number
  readonly modifiedMs: number
}

/**
 * The files below a folder, one after another, so that a folder of many thousand keeps nobody waiting. Links are not
 * followed; a folder that is not there, or cannot be read, is empty.
 */
export async function* filesBelow(folder: string): AsyncGenerator<FoundFile> {
  const entries = await opendir(folder).catch(() => null)
  if (entries === null) return
  for await (const entry of entries) {
    const found = path.join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(found)
    else if (entry.isFile()) {
      const facts = await lstat(found).catch(() => null)
      if (facts !== null) yield { path: found, name: entry.name, sizeBytes: facts.size, modifiedMs: facts.mtimeMs }
    }
  }
}

/** Bytes of the files below a folder. */
export async function folderBytes(folder: string): Promise<number> {
  let bytes = 0
  for await (const { sizeBytes } of filesBelow(folder)) bytes += sizeBytes
  return bytes
}

/** Bytes of the files that lie in a folder itself and whose names fit. */
export async function bytesOf(folder: string, isMeant: (name: string) => boolean): Promise<number> {
  let bytes = 0
  const entries = await opendir(folder).catch(() => null)
  if (entries === null) return 0
  for await (const entry of entries) {
    if (!entry.isFile() || !isMeant(entry.name)) continue
    bytes += (await lstat(path.join(folder, entry.name)).catch(() => null))?.size ?? 0
  }
  return bytes
}
