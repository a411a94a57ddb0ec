import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname } from 'node:path'
import { createStream, type GrowingStream, type ServedStream, type StreamBytes } from './growing.ts'

export type { GrowingStream, StreamBytes, StreamRequest } from './growing.ts'

/** What goes wrong with a file, from the next request on. */
export type MediaFault =
  | { readonly kind: 'status'; readonly status: number; readonly body: string }
  /** Sends this many bytes of each answer, then breaks the connection. */
  | { readonly kind: 'cut'; readonly afterBytes: number }
  /** Never answers. */
  | { readonly kind: 'hang' }
  /** Waits before each answer, in ms. */
  | { readonly kind: 'delay'; readonly delayMs: number }

export interface MediaServer {
  /** `http://127.0.0.1:port` */
  readonly origin: string
  /** Address of a file on disk. Other pages may read it (CORS), with ranges. */
  urlOf(path: string): string
  /** Makes requests for the file fail; null mends it. */
  fail(path: string, fault: MediaFault | null): void
  /** A stream that grows and changes as the test says. */
  stream(first: StreamBytes): GrowingStream
  /** Requests answered so far, as `path range`. */
  readonly requests: readonly string[]
  close(): Promise<void>
}

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json' }

/**
 * A loopback server for files on disk with byte ranges and faults on command: what the engine is tested against when the
 * backend is not part of the question. `pageFolder` is served at `/page/`.
 */
export async function startMediaServer(pageFolder: string | null = null): Promise<MediaServer> {
  const faults = new Map<string, MediaFault>()
  const requests: string[] = []
  const streams = new Map<string, ServedStream>()

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = new URL(request.url ?? '/', 'http://localhost')
    const stream = streams.get(address.pathname)
    if (stream !== undefined) {
      await stream.answer(request, response)
      return
    }
    const isPage = pageFolder !== null && address.pathname.startsWith('/page/')
    const path = isPage
      ? `${pageFolder}/${address.pathname.slice('/page/'.length) || 'index.html'}`
      : decodeURIComponent(address.pathname.slice('/file'.length))
    const fault = faults.get(path)
    requests.push(`${path} ${request.headers.range ?? ''}`)
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('access-control-expose-headers', 'content-range')
    response.setHeader('cross-origin-resource-policy', 'cross-origin')
    if (fault?.kind === 'hang') return
    if (fault?.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.delayMs))
    if (fault?.kind === 'status') {
      response.writeHead(fault.status, { 'content-type': 'application/json' }).end(fault.body)
      return
    }
    const facts = await stat(path).catch(() => null)
    if (facts === null) {
      response.writeHead(404, { 'content-type': 'application/json' }).end('{"code":"file-missing"}')
      return
    }
    response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream')
    response.setHeader('accept-ranges', 'bytes')
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '')
    const start = range === null ? 0 : Number(range[1])
    const end = Math.min(facts.size, range?.[2] ? Number(range[2]) + 1 : facts.size)
    if (range !== null && start >= facts.size) {
      response.writeHead(416, { 'content-range': `bytes */${facts.size}` }).end()
      return
    }
    response.writeHead(range === null ? 200 : 206, {
      'content-length': end - start,
      ...(range === null ? {} : { 'content-range': `bytes ${start}-${end - 1}/${facts.size}` }),
    })
    if (facts.size === 0) {
      response.end()
      return
    }
    const cut = fault?.kind === 'cut' ? Math.min(fault.afterBytes, end - start) : null
    const bytes = createReadStream(path, { start, end: start + (cut ?? end - start) - 1 })
    bytes.on('error', () => response.destroy())
    if (cut === null) bytes.pipe(response)
    else bytes.on('data', (part) => response.write(part)).on('end', () => response.destroy())
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The test server has no port.')
  const origin = `http://127.0.0.1:${address.port}`
  return {
    origin,
    requests,
    urlOf: (path) => `${origin}/file${path.split('/').map(encodeURIComponent).join('/')}`,
    stream(first) {
      const path = `/stream/${streams.size + 1}`
      const stream = createStream(`${origin}${path}`, first)
      streams.set(path, stream)
      return stream
    },
    fail(path, fault) {
      if (fault === null) faults.delete(path)
      else faults.set(path, fault)
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
