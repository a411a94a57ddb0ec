import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { failure, FailureError } from '../../../../src/contract/index.ts'
import { registeredRedirect } from '../../../../src/spotify/index.ts'
import type { SpotifyClock } from '../clock.ts'

/** Words for the page that the person sees when Spotify sends them back. */
export interface CallbackWords {
  readonly done: string
  readonly refused: string
  /** For a visit that belongs to no sign-in. */
  readonly wrong: string
}

/** Waits on this computer for the one visit that ends a sign-in. */
export interface Callback {
  /** Where Spotify is to send the person. */
  readonly redirectUri: string
  /** The code. Rejects with `cancelled`, `spotify-sign-in-refused`, `-failed` and `-timed-out`. */
  wait(signal: AbortSignal): Promise<string>
  close(): void
}

/** Spotify accepts addresses of this computer in this form alone; the second is for where there is no IPv4. */
const loopbackHosts = ['127.0.0.1', '::1'] as const
/** A person who has not come back by then has closed the page, in ms. */
const patienceMs = 10 * 60_000
/** Codes and marks are shorter, in characters. */
const longestTarget = 8000

/** Opens a free port of this computer. Rejects with `spotify-sign-in-no-port`. */
export async function openCallback(parts: {
  readonly state: string
  readonly words: CallbackWords
  readonly clock: SpotifyClock
  /** Addresses to try, in their order. */
  readonly hosts?: readonly string[]
}): Promise<Callback> {
  const { state, words, clock, hosts = loopbackHosts } = parts
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  // Nobody may be waiting yet, or any more.
  promise.catch(() => undefined)
  const server = http.createServer({ requestTimeout: 10_000, maxHeaderSize: 16_384 })
  const { host, port } = await listen(server, hosts)
  const authority = `${host.includes(':') ? `[${host}]` : host}:${port}`
  let isOver = false

  function close(): void {
    isOver = true
    cancelTimer()
    server.close()
    server.closeIdleConnections()
  }

  const cancelTimer = clock.after(patienceMs, () => {
    close()
    reject(new FailureError(failure('spotify-sign-in-timed-out', { redirect: registeredRedirect })))
  })

  // An error that nobody hears would end the process.
  server.on('error', (error) => {
    close()
    reject(new FailureError(failure('spotify-sign-in-no-port'), { cause: error }))
  })
  server.on('request', (request, response) => {
    const target = request.url ?? ''
    const visited = target.length > longestTarget ? null : URL.parse(target, `http://${authority}`)
    // A page elsewhere whose name was made to lead here would come with another host.
    if (visited === null || request.headers.host !== authority) return answer(response, 400, words.wrong)
    if (request.method !== 'GET' || visited.pathname !== '/callback') return answer(response, 404, words.wrong)
    // Anybody on this computer can come by; only Spotify's answer knows the mark, and it comes once.
    if (isOver || visited.searchParams.get('state') !== state) return answer(response, 400, words.wrong)
    const code = visited.searchParams.get('code')
    const error = visited.searchParams.get('error')
    answer(response, 200, code === null ? words.refused : words.done)
    close()
    if (code !== null && code !== '') return resolve(code)
    const why = error === 'access_denied' ? 'spotify-sign-in-refused' : 'spotify-sign-in-failed'
    return reject(new FailureError(failure(why)))
  })

  return {
    redirectUri: `http://${authority}/callback`,
    async wait(signal) {
      const stop = (): void => {
        close()
        reject(new FailureError(failure('cancelled')))
      }
      if (signal.aborted) stop()
      signal.addEventListener('abort', stop, { once: true })
      try {
        return await promise
      } finally {
        signal.removeEventListener('abort', stop)
      }
    },
    close,
  }
}

async function listen(server: http.Server, hosts: readonly string[]): Promise<{ host: string; port: number }> {
  let reason: unknown
  for (const host of hosts) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen({ host, port: 0, exclusive: true }, () => {
          server.off('error', reject)
          resolve()
        })
      })
      return { host, port: portOf(server.address()) }
    } catch (error) {
      reason = error
    }
  }
  throw new FailureError(failure('spotify-sign-in-no-port'), { cause: reason })
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** A page of plain words: nothing in it is run or fetched, and the address with the code is sent to nobody. */
function answer(response: http.ServerResponse, status: number, words: string): void {
  response
    .writeHead(status, {
      'content-type': 'text/plain; charset=utf-8',
      'content-security-policy': "default-src 'none'",
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      connection: 'close',
    })
    .end(`${words}\n`)
}
