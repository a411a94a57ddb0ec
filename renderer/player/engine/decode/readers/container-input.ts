import { CustomSource, Input, type InputFormat, type Source, UrlSource } from 'mediabunny'
import type { ByteSource } from '../byte-source.ts'

/** Bytes handed to the demuxer at once where it reads a stream. */
const streamStepBytes = 16 * 1024
/** Bytes that the demuxer keeps. */
const cacheBytes = 8 * 2 ** 20

/** A demuxer's input over the bytes of a file, or of a stream whose length nobody knows yet. */
export async function openInput(source: ByteSource, formats: InputFormat[]): Promise<Input> {
  const size = await source.size()
  return new Input({ formats, source: size === null ? unsized(source) : sized(source, size) })
}

function sized(source: ByteSource, size: number): Source {
  return new CustomSource({
    getSize: () => size,
    read: (start, end) => source.read(start, end),
    // Whoever reads gets the error; a read ahead of that is nobody's.
    handleUnhandledError: () => undefined,
  })
}

/**
 * Without a length the demuxer takes its bytes only from what looks like a server: each request is answered from its place on,
 * for as long as it reads.
 */
function unsized(source: ByteSource): Source {
  return new UrlSource('stream:', {
    maxCacheSize: cacheBytes,
    // Tried again it was already, by the byte source.
    getRetryDelay: () => null,
    handleUnhandledError: () => undefined,
    fetchFn(_url, init) {
      const range = new Headers(init?.headers).get('range') ?? ''
      const from = Number(/^bytes=(\d+)-/.exec(range)?.[1] ?? 0)
      return Promise.resolve(new Response(streamFrom(source, from), { status: 206 }))
    },
  })
}

function streamFrom(source: ByteSource, from: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = from
  return new ReadableStream(
    {
      async pull(controller) {
        const bytes = await source.read(at, at + streamStepBytes)
        at += bytes.length
        // A copy: what is handed on may be transferred, and the block it lies in is kept.
        if (bytes.length > 0) controller.enqueue(bytes.slice())
        if (bytes.length < streamStepBytes) controller.close()
      },
    },
    { highWaterMark: 0 },
  )
}
