import http from 'node:http'
import https from 'node:https'
import type { Socket } from 'node:net'
import { isPublicAddress } from './addresses.ts'
import { readChunks } from './body.ts'
import { OutboundError } from './errors.ts'
import { checkedUrl, guardedLookup, hostOf, type TrustsHost } from './guard.ts'

export interface OutboundRequest {
  readonly url: string | URL
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal: AbortSignal
  /** Where the address was read, if that is not the person's own: what lies elsewhere does not lead into the home network. */
  readonly from?: string
  /** Hops that are followed; each is checked like the first. Secrets stay with the origin they were meant for. */
  readonly redirects?: number
  /** Longest wait for the head of the answer, and for each further piece of it, in ms. */
  readonly firstByteMs?: number
  readonly idleMs?: number
}

/** The head of an answer. The body must be read, drained or closed. */
export interface OutboundResponse {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  /** Where it came from in the end. */
  readonly url: URL
  /** The body, as it came over the wire. Throws an `OutboundError`. */
  readonly chunks: AsyncGenerator<Uint8Array, void, undefined>
  /** Gives the rest up and lets go of the connection. */
  close(): void
}

/** The app's way to whatever is outside. */
export interface Outbound {
  request(request: OutboundRequest): Promise<OutboundResponse>
  /** Ends connections that wait for further use. */
  close(): void
}

const defaults = { redirects: 5, firstByteMs: 8000, idleMs: 15_000 }
/** Headers of an answer, in bytes, at most. */
const headerLimitBytes = 64 * 1024
/** Headers that tell who asks: they never go to another origin. */
const secretHeaders = new Set(['authorization', 'cookie', 'proxy-authorization'])
const redirectStatus = new Set([301, 302, 303, 307, 308])

/**
 * `lookup`: how names are looked up, the system's own way where left out. `longestSilenceMs`: longest wait for an answer and for
 * each further piece of it, in ms, whatever a request allows.
 */
export function createOutbound(options: {
  readonly trustsHost: TrustsHost
  readonly lookup?: ReturnType<typeof guardedLookup>
  readonly longestSilenceMs?: number | undefined
}): Outbound {
  const { trustsHost, longestSilenceMs = Infinity } = options
  const lookup = options.lookup ?? guardedLookup(trustsHost)
  const strictLookup = options.lookup ?? guardedLookup(trustsNobody)
  const agents = {
    'http:': new http.Agent({ keepAlive: true, maxSockets: 16 }),
    'https:': new https.Agent({ keepAlive: true, maxSockets: 16 }),
  }

  /** Whom an address that was read at `place` may lead to. */
  const trustedFrom = (place: URL): TrustsHost => (trustsHost(hostOf(place)) ? trustsHost : trustsNobody)

  function hop(
    url: URL,
    request: OutboundRequest,
    headers: Readonly<Record<string, string>>,
    trusts: TrustsHost,
  ): Promise<OutboundResponse> {
    const { signal, body, method = 'GET' } = request
    const firstByteMs = Math.min(request.firstByteMs ?? defaults.firstByteMs, longestSilenceMs)
    const idleMs = Math.min(request.idleMs ?? defaults.idleMs, longestSilenceMs)
    return new Promise((resolve, reject) => {
      const isSecure = url.protocol === 'https:'
      const sent = (isSecure ? https : http).request(url, {
        method,
        headers: { ...headers, ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }) },
        agent: isSecure ? agents['https:'] : agents['http:'],
        lookup: trusts === trustsNobody ? strictLookup : lookup,
        maxHeaderSize: headerLimitBytes,
      })
      const timer = setTimeout(() => sent.destroy(new OutboundError('timed-out')), firstByteMs)
      // A connection that is used again was made for a host that was trusted then; and whatever was looked up, what counts is who is there.
      const checkPeer = (socket: Socket): void => {
        const { remoteAddress = '' } = socket
        if (!trusts(hostOf(url)) && !isPublicAddress(remoteAddress)) sent.destroy(new OutboundError('address-refused'))
      }
      let hasReached = false
      const connected = (socket: Socket): void => {
        hasReached = true
        checkPeer(socket)
      }
      sent.on('socket', (socket) => {
        if (socket.connecting) socket.once('connect', () => connected(socket))
        else connected(socket)
      })
      // Also after the answer has begun: an error that nobody hears would end the process.
      sent.on('error', (error) => {
        clearTimeout(timer)
        reject(asOutboundError(error, signal, hasReached))
      })
      let received: http.IncomingMessage | null = null
      // Node's own way to end a request destroys the connection with an error even when the answer is all here and nobody
      // listens to that connection just then: it would end the process.
      const stop = (): void => {
        if (received?.complete === true) received.destroy()
        else sent.destroy(new OutboundError('cancelled'))
      }
      signal.addEventListener('abort', stop, { once: true })
      sent.once('close', () => signal.removeEventListener('abort', stop))
      sent.once('response', (answer) => {
        clearTimeout(timer)
        received = answer
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          url,
          chunks: readChunks(answer, { idleMs, signal }),
          close: () => void answer.destroy(),
        })
      })
      sent.end(body)
    })
  }

  return {
    async request(request) {
      const { redirects = defaults.redirects, from } = request
      let trusts = from === undefined ? trustsHost : trustedFrom(new URL(from))
      let url = checkedUrl(request.url, trusts)
      let headers = request.headers ?? {}
      for (let hops = 0; ; hops += 1) {
        if (request.signal.aborted) throw new OutboundError('cancelled')
        const answer = await hop(url, request, headers, trusts)
        const { location } = answer.headers
        if (!redirectStatus.has(answer.status) || location === undefined || redirects === 0) return answer
        answer.close()
        // What is sent along goes where it was meant to go, or nowhere.
        if (hops >= redirects || request.body !== undefined) throw new OutboundError('too-many-redirects')
        const next = URL.parse(location, url.href)
        if (next === null) throw new OutboundError('bad-answer')
        if (url.protocol === 'https:' && next.protocol === 'http:') throw new OutboundError('address-refused')
        if (next.origin !== url.origin) headers = withoutSecrets(headers)
        if (trusts !== trustsNobody) trusts = trustedFrom(url)
        url = checkedUrl(next, trusts)
      }
    },
    close() {
      for (const agent of Object.values(agents)) agent.destroy()
    },
  }
}

function trustsNobody(): boolean {
  return false
}

function withoutSecrets(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !secretHeaders.has(name.toLowerCase())))
}

function asOutboundError(error: Error, signal: AbortSignal, hasReached: boolean): OutboundError {
  if (error instanceof OutboundError) return error
  if (signal.aborted) return new OutboundError('cancelled', { cause: error })
  const code = 'code' in error ? String(error.code) : ''
  return new OutboundError(code.startsWith('HPE_') ? 'bad-answer' : 'unreachable', { cause: error, hasReached })
}
