import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * A web-standard request for what Node received. Its signal aborts when the other side goes away before the answer is
 * complete. `address` is the absolute address the handler shall see.
 */
export function toWebRequest(incoming: IncomingMessage, outgoing: ServerResponse, address: string): Request {
  const headers = new Headers()
  for (let index = 0; index + 1 < incoming.rawHeaders.length; index += 2) {
    headers.append(incoming.rawHeaders[index] ?? '', incoming.rawHeaders[index + 1] ?? '')
  }
  const controller = new AbortController()
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) controller.abort()
  })
  const method = incoming.method ?? 'GET'
  const base = { method, headers, signal: controller.signal }
  if (method === 'GET' || method === 'HEAD') return new Request(address, base)
  // Half duplex is all there is, yet it must be said when a body is streamed.
  const streamed = { ...base, body: bodyOf(incoming), duplex: 'half' as const }
  return new Request(address, streamed)
}

/**
 * Sends a web-standard response. Reads only as fast as the other side takes it; stops reading when it goes away; breaks
 * the connection when the source fails half-way, so that a torn answer never looks complete.
 */
export async function sendWebResponse(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  const reader = response.body?.getReader()
  if (reader === undefined || outgoing.req.method === 'HEAD') {
    await reader?.cancel()
    outgoing.end()
    return
  }
  const gone = new AbortController()
  outgoing.once('close', () => {
    gone.abort()
    reader.cancel().catch(() => undefined)
  })
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done || gone.signal.aborted) break
      if (!outgoing.write(value)) await once(outgoing, 'drain', { signal: gone.signal })
    }
    outgoing.end()
  } catch {
    outgoing.destroy()
  }
}

/** What comes in, read as fast as the handler asks for it. */
function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array<ArrayBuffer>> {
  const chunks = incoming.iterator({ destroyOnReturn: false })
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done === true) controller.close()
      else if (value instanceof Uint8Array) controller.enqueue(new Uint8Array(value))
    },
  })
}
