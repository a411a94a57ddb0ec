import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { plain, securityHeaders, withHeaders } from '../host/index.ts'
import type { HostedBackend, Site } from '../host/index.ts'
import { sendWebResponse, toWebRequest } from './adapter.ts'
import { judge, newToken } from './guard.ts'
import type { Verdict } from './guard.ts'
import { createContractSockets } from './socket.ts'

/** The browser host while it runs. */
export interface BrowserHost {
  /** The one address that opens the interface; holds the token. */
  readonly address: string
  /** Stops listening and lets go of every page. */
  close(): Promise<void>
}

export interface BrowserHostOptions {
  readonly backend: HostedBackend
  readonly site: Site
  /** 0 takes a free port. */
  readonly port: number
  /** Words for a page that comes without the right token, and for everybody else who is refused. */
  readonly words: { readonly withoutToken: string; readonly refused: string }
  readonly onError: (error: unknown) => void
  readonly heartbeatMs?: number
  /** How long a connection may take to say what it wants, in ms. */
  readonly patienceMs?: number
  /** See `createContractSockets`. */
  readonly unreadLimitBytes?: number
}

/** Serves the interface, the media handler and the contract on 127.0.0.1, to those who know the address. */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const { site, words, onError, patienceMs = 10_000 } = options
  const token = newToken()
  const sockets = createContractSockets(options)

  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const verdict = judge(approachOf(incoming, false), token)
    const host = incoming.headers.host ?? ''
    await sendWebResponse(
      verdict.kind === 'pass'
        ? await site(toWebRequest(incoming, outgoing, `http://${host}${verdict.path}`), [`ws://${host}`])
        : withHeaders(turnAway(verdict, words), securityHeaders({ connectSources: [] })),
      outgoing,
    )
  }

  // Who trickles a request in to hold a place is cut off. Slow readers of audio and long uploads are not: they have shown
  // the token.
  const server = createServer(
    {
      headersTimeout: patienceMs,
      connectionsCheckingInterval: patienceMs / 2,
      requestTimeout: 0,
      keepAliveTimeout: 30_000,
      maxHeaderSize: 16_384,
    },
    (incoming, outgoing) => {
      answer(incoming, outgoing).catch((error: unknown) => {
        onError(error)
        outgoing.destroy()
      })
    },
  )
  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const verdict = judge(approachOf(incoming, true), token)
    if (verdict.kind === 'pass' && verdict.path === '/contract') sockets.accept(incoming, socket, head)
    else refuseUpgrade(socket, verdict.kind === 'refuse' ? verdict.status : 404)
  })

  const port = await listen(server, options.port)
  return {
    address: `http://127.0.0.1:${port}/${token}/`,
    async close() {
      sockets.close()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      // Pages get a moment to read the goodbye; what still hangs on after it is cut.
      const cut = setTimeout(() => {
        sockets.cut()
        server.closeAllConnections()
      }, 250)
      server.closeIdleConnections()
      await closed
      clearTimeout(cut)
    },
  }
}

function approachOf(incoming: IncomingMessage, isUpgrade: boolean) {
  const { host, origin } = incoming.headers
  return { method: incoming.method ?? '', target: incoming.url ?? '', host, origin, isUpgrade }
}

function turnAway(verdict: Exclude<Verdict, { kind: 'pass' }>, words: BrowserHostOptions['words']): Response {
  if (verdict.kind === 'redirect') return plain(308, '', { location: verdict.to })
  return plain(verdict.status, verdict.status === 401 ? words.withoutToken : words.refused)
}

function refuseUpgrade(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy())
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('The server has no port'))
      else resolve(address.port)
    })
  })
}
