import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { RawData, WebSocket } from 'ws'
import { messageFromPageLimitBytes, messageFromPageSchema } from '../../src/contract/index.ts'
import type { MessageFromPage, MessageToPage } from '../../src/contract/index.ts'
import { connectPage } from '../host/index.ts'
import type { HostedBackend } from '../host/index.ts'

/** Carries the contract over WebSockets. */
export interface ContractSockets {
  /** Takes over a connection that the guard let pass. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Says goodbye to every page and takes no more. */
  close(): void
  /** Lets go of those that did not say goodbye back. */
  cut(): void
}

export interface ContractSocketOptions {
  readonly backend: HostedBackend
  /** Time in ms between two looks whether a page still answers. */
  readonly heartbeatMs?: number | undefined
  /** A page that leaves this much unread is taken for dead: it would only make the process grow. */
  readonly unreadLimitBytes?: number | undefined
}

/** Starts carrying the contract. Each connection is one page of the backend. */
export function createContractSockets(options: ContractSocketOptions): ContractSockets {
  const { backend, heartbeatMs = 30_000, unreadLimitBytes = 64 * 1024 * 1024 } = options
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: true,
    maxPayload: messageFromPageLimitBytes,
    perMessageDeflate: false,
    // A page that asks for ten things at once is answered one by one, with others' turns in between.
    allowSynchronousEvents: false,
  })
  const silent = new WeakSet<WebSocket>()
  const heartbeat = setInterval(() => {
    for (const socket of server.clients) {
      if (silent.has(socket)) socket.terminate()
      silent.add(socket)
      socket.ping()
    }
  }, heartbeatMs)
  heartbeat.unref()
  return {
    accept(request, socket, head) {
      server.handleUpgrade(request, socket, head, (webSocket) => {
        webSocket.on('pong', () => silent.delete(webSocket))
        serve(webSocket, backend, unreadLimitBytes)
      })
    },
    close() {
      clearInterval(heartbeat)
      for (const socket of server.clients) socket.close(1001, 'Melofy is closing')
      server.close()
    },
    cut() {
      for (const socket of server.clients) socket.terminate()
    },
  }
}

function serve(socket: WebSocket, backend: HostedBackend, unreadLimitBytes: number): void {
  const send = (message: MessageToPage) => {
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > unreadLimitBytes) socket.terminate()
    else socket.send(JSON.stringify(message))
  }
  const page = connectPage(backend, randomUUID(), (name, payload) => send({ kind: 'event', name, payload }))
  const answer = async (id: number, name: string, input: unknown) => {
    send({ kind: 'reply', id, reply: await page.call(id, name, input) })
  }
  socket.on('error', () => socket.terminate())
  socket.on('close', () => page.close())
  socket.on('message', (data, isBinary) => {
    const message = isBinary ? null : readMessage(data)
    if (message === null) {
      socket.close(1008, 'Not a message of the contract')
      return
    }
    switch (message.kind) {
      case 'call':
        void answer(message.id, message.name, message.input)
        return
      case 'cancel':
        page.cancel(message.id)
        return
      case 'ping':
        send({ kind: 'pong' })
    }
  })
}

function readMessage(data: RawData): MessageFromPage | null {
  try {
    if (!Buffer.isBuffer(data)) return null
    const parsed = messageFromPageSchema.safeParse(JSON.parse(data.toString('utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
