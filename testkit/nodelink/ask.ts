import http, { type IncomingHttpHeaders } from 'node:http'

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  /** Sizes of the parts in which the body came. */
  readonly chunks: readonly number[]
}

export interface AskOptions {
  readonly method?: string
  /** Null for none. */
  readonly password?: string | null
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Leaves after so many bytes of the body. */
  readonly leaveAfterBytes?: number
}

/** A bare HTTP client for trying out the stand-in: sees what `fetch` hides. Rejects with the socket's error. */
export function ask(address: string, path: string, options: AskOptions = {}): Promise<Answer> {
  const { method = 'GET', password = 'youshallnotpass', headers = {}, body, leaveAfterBytes = Infinity } = options
  const authorization = password === null ? {} : { authorization: password }
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  return new Promise((resolve, reject) => {
    const request = http.request(`${address}${path}`, {
      method,
      headers: { ...authorization, ...length, ...headers },
      agent: false,
    })
    request.on('error', reject)
    request.on('response', (response) => {
      const parts: Buffer[] = []
      let received = 0
      response.on('data', (part: Buffer) => {
        parts.push(part)
        received += part.length
        if (received > leaveAfterBytes) request.destroy(new Error('left'))
      })
      response.on('error', reject)
      response.on('end', () => {
        const chunks = parts.map((part) => part.length)
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts), chunks })
      })
    })
    request.end(body)
  })
}

/** The body as JSON. */
export function json(answer: Answer): unknown {
  return JSON.parse(answer.body.toString('utf8'))
}
