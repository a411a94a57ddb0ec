import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** An HTTP server that can die as a process does, and come back at the same port. */
export class SocketServer {
  private readonly listener: RequestListener
  private readonly sockets = new Set<Socket>()
  private server: Server | null = null
  private lastPort = 0

  constructor(listener: RequestListener) {
    this.listener = listener
  }

  get port(): number {
    return this.lastPort
  }

  get isUp(): boolean {
    return this.server !== null
  }

  get openSockets(): number {
    return this.sockets.size
  }

  async start(): Promise<void> {
    if (this.server !== null) return
    const server = createServer({ keepAliveTimeout: 65_000 }, this.listener)
    this.server = server
    server.on('connection', (socket) => {
      this.sockets.add(socket)
      socket.on('close', () => this.sockets.delete(socket))
    })
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(this.lastPort, '127.0.0.1', resolve)
    })
    this.lastPort = portOf(server.address())
  }

  /** Every socket is reset and the port closed, at once. */
  kill(): void {
    const { server } = this
    this.server = null
    server?.close()
    for (const socket of this.sockets) socket.resetAndDestroy()
  }

  async close(): Promise<void> {
    const { server } = this
    this.server = null
    if (server === null) return
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no port.')
  return address.port
}
