import { constants } from 'node:fs'
import { type FileHandle, open, realpath } from 'node:fs/promises'

/** A file that may be served. */
export interface MediaFile {
  /** Absolute path; links resolved when it was registered. */
  readonly path: string
  /** For messages; never a path. */
  readonly name: string
  readonly mimeType: string
}

/** Stands in the way of a file that is not, or no longer, the regular file that was registered. */
export class NotServableError extends Error {
  override readonly name = 'NotServableError'
}

/**
 * Opens a file to serve it. Refuses what has been put in its place since it was registered: links (in any part of the
 * path), folders, pipes, devices, sockets. Rejects with the file system's error when it cannot be opened.
 */
export async function openMediaFile(path: string): Promise<FileHandle> {
  if ((await realpath(path)) !== path) throw new NotServableError()
  // Without O_NONBLOCK, opening a pipe would wait for its other end.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
  try {
    if (!(await handle.stat()).isFile()) throw new NotServableError()
  } catch (error) {
    await handle.close()
    throw error
  }
  return handle
}
