import { createHash, randomUUID } from 'node:crypto'
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ownerOnlyFolder } from '../ownerOnly.ts'
import { coverLimitBytes, coverType } from './type.ts'

/** Smallest picture that can be real: below it is a marker or a mistake. */
const leastBytes = 64

/** Pictures being written, by file: all tracks of an album bring the same one at the same time. */
const underWay = new Map<string, Promise<void>>()

/**
 * Keeps a picture under the hash of its bytes, once however many tracks carry it, and answers the hash. Null for what is
 * not a picture of ours or too large. Rejects only when the disk refuses.
 */
export async function keepCover(folder: string, bytes: Uint8Array): Promise<string | null> {
  if (bytes.length < leastBytes || bytes.length > coverLimitBytes || coverType(bytes) === null) return null
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  const file = path.join(folder, hash)
  const writing = underWay.get(file) ?? writeOnce(file, bytes)
  underWay.set(file, writing)
  try {
    await writing
  } finally {
    underWay.delete(file)
  }
  return hash
}

async function writeOnce(file: string, bytes: Uint8Array): Promise<void> {
  if (await exists(file)) return
  await mkdir(path.dirname(file), { recursive: true, mode: ownerOnlyFolder })
  // Written aside and renamed, so that a crash leaves no half picture under a name that promises a whole one.
  const aside = `${file}.${randomUUID()}`
  try {
    await writeFile(aside, bytes, { flag: 'wx' })
    await rename(aside, file)
  } catch (error) {
    await rm(aside, { force: true })
    if (!(await exists(file))) throw error
  }
}

/** Whether a kept cover is still there. */
export function hasCover(folder: string, hash: string): Promise<boolean> {
  return exists(path.join(folder, hash))
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
