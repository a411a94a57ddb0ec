import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import { ownerOnlyFolder } from '../ownerOnly.ts'
import { FailureError, failure } from '../../../src/contract/index.ts'

/** Left free on the disk for everything else that wants to write. */
const reservedBytes = 256 * 1024 * 1024

/** Begins the name of a file that is still arriving. */
export const arrivingPrefix = '.arriving-'

/** A file that arrived. */
export interface Received {
  readonly path: string
  /** The same file under the same name had arrived before. */
  readonly wasHere: boolean
}

/**
 * Takes in a file's bytes: written aside, hashed on the way, moved to `<folder>/<hash>/<name>` when complete, so that the
 * same file under the same name lies there once. Aborted or failed, it leaves nothing. Rejects with `FailureError`.
 */
export async function receiveFile(
  body: ReadableStream<Uint8Array> | null,
  options: {
    readonly folder: string
    readonly name: string
    /** What the sender says, null when it says nothing. */
    readonly lengthBytes: number | null
    readonly signal: AbortSignal
  },
): Promise<Received> {
  const { folder, name, lengthBytes, signal } = options
  await mkdir(folder, { recursive: true, mode: ownerOnlyFolder })
  const roomBytes = await freeBytes(folder)
  if ((lengthBytes ?? 0) > roomBytes) throw new FailureError(failure('disk-full'))
  const aside = path.join(folder, `${arrivingPrefix}${randomUUID()}`)
  try {
    const { hash, writtenBytes } = await write(body, aside, roomBytes, signal)
    if (writtenBytes === 0) throw new FailureError(failure('file-empty', { name }))
    if (lengthBytes !== null && writtenBytes !== lengthBytes) throw new FailureError(failure('cancelled'))
    const home = path.join(folder, hash)
    const file = path.join(home, name)
    await mkdir(home, { recursive: true, mode: ownerOnlyFolder })
    const wasHere = await exists(file)
    if (!wasHere) await moveTo(aside, file)
    return { path: file, wasHere }
  } catch (error) {
    throw asFailure(error, signal)
  } finally {
    await rm(aside, { force: true })
  }
}

/** Windows refuses to replace a file that is being read: then its twin arrived a moment earlier, which serves as well. */
async function moveTo(aside: string, file: string): Promise<void> {
  try {
    await rename(aside, file)
  } catch (error) {
    if (!(await exists(file))) throw error
  }
}

async function write(
  body: ReadableStream<Uint8Array> | null,
  file: string,
  roomBytes: number,
  signal: AbortSignal,
): Promise<{ readonly hash: string; readonly writtenBytes: number }> {
  const hash = createHash('sha256')
  let writtenBytes = 0
  const handle = await open(file, 'wx')
  try {
    // Each chunk is on its way to the disk before the next is asked for: a slow disk slows the sender down.
    for await (const chunk of body ?? []) {
      signal.throwIfAborted()
      writtenBytes += chunk.length
      if (writtenBytes > roomBytes) throw new FailureError(failure('disk-full'))
      hash.update(chunk)
      await handle.writeFile(chunk)
    }
    signal.throwIfAborted()
  } finally {
    await handle.close()
  }
  return { hash: hash.digest('hex').slice(0, 32), writtenBytes }
}

function asFailure(error: unknown, signal: AbortSignal): FailureError {
  if (error instanceof FailureError) return error
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT') return new FailureError(failure('disk-full'), { cause: error })
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return new FailureError(failure('store-read-only'), { cause: error })
  }
  // The sender's connection broke, with or without an abort: either way the file did not arrive.
  if (signal.aborted || code === undefined || code === 'ECONNRESET') {
    return new FailureError(failure('cancelled'), { cause: error })
  }
  return new FailureError(failure('internal'), { cause: error })
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return Math.max(0, bavail * bsize - reservedBytes)
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  )
}
