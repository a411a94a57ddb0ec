import type { FileHandle } from 'node:fs/promises'

/** Small first read, so that the first byte is out soon; then steps large enough for the disk. */
const firstChunkBytes = 64 * 1024
const chunkBytes = 256 * 1024

/**
 * A stream over part of an open file. It reads only when the other end asks, and owns the handle: closed at the end, on an
 * error, when the reader cancels, and when `signal` says that the client went away. Errors when the file ends too early.
 */
export function fileBody(
  handle: FileHandle,
  part: { readonly first: number; readonly last: number },
  signal: AbortSignal,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = part.first
  let isOver = false

  async function finish(): Promise<void> {
    if (isOver) return
    isOver = true
    // Closing a file that was only read loses nothing, whatever the system says about it.
    await handle.close().catch(() => undefined)
  }

  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      start(controller) {
        const leave = (): void => {
          if (!isOver) controller.error(signal.reason)
          void finish()
        }
        if (signal.aborted) leave()
        else signal.addEventListener('abort', leave, { once: true })
      },
      async pull(controller) {
        const wanted = Math.min(at === part.first ? firstChunkBytes : chunkBytes, part.last + 1 - at)
        try {
          const { bytesRead, buffer } = await handle.read(new Uint8Array(wanted), 0, wanted, at)
          if (isOver) return
          if (bytesRead === 0) throw new Error('The file became shorter while it was read')
          at += bytesRead
          controller.enqueue(buffer.subarray(0, bytesRead))
          if (at > part.last) {
            await finish()
            controller.close()
          }
        } catch (error) {
          if (isOver) return
          await finish()
          throw error
        }
      },
      cancel: finish,
    },
    { highWaterMark: 0 },
  )
}
