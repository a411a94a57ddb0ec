import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { OutboundError } from './errors.ts'
import type { OutboundResponse } from './request.ts'

/** Reads a body piece by piece, at the reader's own pace. Nothing for `idleMs` while somebody waits for it is the end of it. */
export async function* readChunks(
  answer: IncomingMessage,
  options: { readonly idleMs: number; readonly signal: AbortSignal },
): AsyncGenerator<Uint8Array, void, undefined> {
  const pieces: AsyncIterator<unknown> = answer[Symbol.asyncIterator]()
  try {
    for (;;) {
      const timer = setTimeout(() => answer.destroy(new OutboundError('timed-out')), options.idleMs)
      const { done, value } = await pieces.next().finally(() => clearTimeout(timer))
      if (done === true) break
      if (value instanceof Uint8Array) yield value
    }
    if (!answer.complete) throw new OutboundError('unreachable', { hasReached: true })
  } catch (error) {
    if (error instanceof OutboundError) throw error
    throw new OutboundError(options.signal.aborted ? 'cancelled' : 'unreachable', { cause: error, hasReached: true })
  } finally {
    answer.destroy()
  }
}

/** Ways of packing that are taken apart here. */
const unpackers: Readonly<Record<string, () => Readable & NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/** For the header that says what may come. */
export const acceptedEncodings = Object.keys(unpackers).join(', ')

/** Reads a whole body that may be packed, as text; see `readBytes`. */
export async function readText(response: OutboundResponse, limitBytes: number): Promise<string> {
  return (await readBytes(response, limitBytes)).toString('utf8')
}

/**
 * Reads a whole body that may be packed. However small it is on the wire, it is given up when it unpacks to more than
 * `limitBytes`: a few kilobytes can unpack to gigabytes.
 */
export async function readBytes(response: OutboundResponse, limitBytes: number): Promise<Buffer> {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
  const parts: Uint8Array[] = []
  let size = 0
  const keep = (part: Uint8Array): void => {
    size += part.length
    if (size > limitBytes) throw new OutboundError('bad-answer')
    parts.push(part)
  }
  try {
    if (encoding === 'identity') for await (const part of response.chunks) keep(part)
    else await unpack(response, encoding, keep)
  } catch (error) {
    if (error instanceof OutboundError) throw error
    throw new OutboundError('bad-answer', { cause: error })
  } finally {
    response.close()
  }
  return Buffer.concat(parts)
}

async function unpack(response: OutboundResponse, encoding: string, keep: (part: Uint8Array) => void): Promise<void> {
  const unpacker = unpackers[encoding]?.()
  if (unpacker === undefined) throw new OutboundError('bad-answer')
  let broke: unknown = null
  const fed = (async () => {
    try {
      for await (const part of response.chunks) {
        if (unpacker.destroyed) return
        if (!unpacker.write(part))
          await new Promise((resolve) => unpacker.once('drain', resolve).once('close', resolve))
      }
      unpacker.end()
    } catch (error) {
      broke = error
      unpacker.destroy()
    }
  })()
  try {
    for await (const part of unpacker) if (part instanceof Uint8Array) keep(part)
  } catch (error) {
    throw broke ?? error
  } finally {
    unpacker.destroy()
    response.close()
    await fed
  }
}
