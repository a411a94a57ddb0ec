import type { IncomingMessage } from 'node:http'

const limitBytes = 10 * 1024 * 1024

/** The body, parsed where it says that it is JSON, else as text; or the reason it is refused. */
export async function readBody(
  request: IncomingMessage,
): Promise<
  | { readonly body: unknown }
  | { readonly problem: 'too-large' }
  | { readonly problem: 'bad-json'; readonly message: string }
> {
  if (request.method === 'GET') return { body: '' }
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) return { problem: 'too-large' }
  const parts: Buffer[] = []
  let received = 0
  for await (const part of request) {
    if (!Buffer.isBuffer(part)) continue
    received += part.length
    if (received > limitBytes) return { problem: 'too-large' }
    parts.push(part)
  }
  const text = Buffer.concat(parts).toString('utf8')
  const isJson = request.headers['content-type']?.includes('application/json') === true
  if (!isJson || text === '') return { body: text }
  try {
    const body: unknown = JSON.parse(text)
    return { body }
  } catch (error) {
    return { problem: 'bad-json', message: error instanceof Error ? error.message : String(error) }
  }
}
