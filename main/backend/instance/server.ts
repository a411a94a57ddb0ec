import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import { type Server, type Socket, createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { readLine } from './line.ts'
import { type InstanceReply, type InstanceRequest, requestSchema } from './messages.ts'

/** The first instance's end of the local socket. */
export interface InstanceServer {
  /** Where it listens: a socket's path, or a pipe's name on Windows. */
  readonly endpoint: string
  close(): Promise<void>
}

/** Longest path of a Unix socket that all systems take, in bytes (macOS: 104 with the final zero). */
const socketPathLimit = 100

/** How long one connection may stay open, in ms. */
const connectionLimitMs = 15_000

/** Listens for second starts. `answer` gets checked requests only. */
export async function listenForInstances(
  folder: string,
  answer: (request: InstanceRequest) => Promise<InstanceReply>,
): Promise<InstanceServer> {
  const sockets = new Set<Socket>()
  const serve = (socket: Socket): void => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    socket.setTimeout(connectionLimitMs, () => socket.destroy())
    readLine(socket)
      .then((line) => answer(requestSchema.parse(line)))
      .then((reply) => socket.end(`${JSON.stringify(reply)}\n`))
      .catch(() => socket.destroy())
  }
  const listening = await listenSomewhere(folder, serve)
  const { server, endpoint } = listening
  // Waiting for second starts is no reason to stay alive.
  server.unref()
  return {
    endpoint,
    async close() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
      listening.cleanUp()
    },
  }
}

interface Listening {
  readonly server: Server
  readonly endpoint: string
  cleanUp(): void
}

async function listenSomewhere(folder: string, serve: (socket: Socket) => void): Promise<Listening> {
  if (process.platform === 'win32') {
    // Its name is only written into the data folder, so another user of this computer cannot take it first.
    return listen(`\\\\.\\pipe\\melofy-${randomUUID()}`, serve, () => undefined)
  }
  const preferred = path.join(folder, 'instance.sock')
  if (Buffer.byteLength(preferred) <= socketPathLimit) {
    try {
      fs.rmSync(preferred, { force: true })
      return await listen(preferred, serve, () => fs.rmSync(preferred, { force: true }))
    } catch {
      // Some file systems (exFAT, network folders) hold no sockets; the temporary folder's does.
    }
  }
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'melofy-'))
  return listen(path.join(scratch, 'instance.sock'), serve, () => fs.rmSync(scratch, { recursive: true, force: true }))
}

async function listen(endpoint: string, serve: (socket: Socket) => void, cleanUp: () => void): Promise<Listening> {
  const server = createServer(serve)
  server.listen({ path: endpoint, readableAll: false, writableAll: false })
  await once(server, 'listening')
  if (process.platform !== 'win32') fs.chmodSync(endpoint, 0o600)
  return { server, endpoint, cleanUp }
}
