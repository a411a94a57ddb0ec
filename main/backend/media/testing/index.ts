import { existsSync, readdirSync, readlinkSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** A handler behind a real socket. */
export interface MediaServer {
  /** For example `http://127.0.0.1:1234/some-token`. */
  readonly address: string
  /** The response now being sent. */
  readonly outgoing: () => ServerResponse | undefined
  close(): Promise<void>
}

/** Mounts a handler on a loopback port, below a path as the browser host does. */
export async function serveMedia(handler: (request: Request) => Promise<Response>): Promise<MediaServer> {
  let last: ServerResponse | undefined
  async function send(request: Request, outgoing: ServerResponse): Promise<void> {
    const response = await handler(request)
    outgoing.writeHead(response.status, Object.fromEntries(response.headers))
    if (response.body === null) outgoing.end()
    // What goes wrong here is seen by the client, which is where the tests look.
    else await pipeline(response.body, outgoing).catch(() => undefined)
  }
  const server = createServer((incoming, outgoing) => {
    last = outgoing
    const gone = new AbortController()
    outgoing.once('close', () => gone.abort())
    const hasBody = incoming.method === 'PUT' || incoming.method === 'POST'
    const request = new Request(`http://127.0.0.1${incoming.url}`, {
      method: incoming.method ?? 'GET',
      headers: Object.entries(incoming.headers).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value] as [string, string]] : [],
      ),
      signal: gone.signal,
      ...(hasBody ? { body: toBody(incoming), duplex: 'half' as const } : {}),
    })
    void send(request, outgoing)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  const port = typeof bound === 'object' ? bound?.port : 0
  return {
    address: `http://127.0.0.1:${port}/some-token`,
    outgoing: () => last,
    close() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

function toBody(incoming: Readable): ReadableStream<Uint8Array<ArrayBuffer>> {
  const chunks = incoming.iterator({ destroyOnReturn: false })
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done === true) controller.close()
      else if (value instanceof Uint8Array) controller.enqueue(new Uint8Array(value))
    },
  })
}

/** How often this process has a file open, where the system tells (Linux). */
export function openDescriptors(file: string): number {
  if (!existsSync('/proc/self/fd')) return 0
  return readdirSync('/proc/self/fd').filter((descriptor) => {
    try {
      return readlinkSync(`/proc/self/fd/${descriptor}`).startsWith(file)
    } catch {
      return false
    }
  }).length
}

/** Asks again and again, without blocking, until the answer is yes; fails after ten seconds. */
export async function eventually(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 10_000
  while (!(await isTrue())) {
    if (performance.now() > deadline) throw new Error('It did not come about')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
