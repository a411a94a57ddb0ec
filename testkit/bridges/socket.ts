import { WebSocket } from 'ws'
import { startBrowserHost } from '../../main/browserhost/index.ts'
import { createSite } from '../../main/host/index.ts'
import { bridgeOver } from '../../renderer/bridge/channel.ts'
import { contractAddress } from '../../renderer/bridge/index.ts'
import { socketChannel } from '../../renderer/bridge/socket.ts'
import type { LineListener } from '../../renderer/bridge/socket.ts'
import { backendStandIn } from '../hosts/index.ts'
import type { TestBridge } from './types.ts'

/** A line for Node, which must say itself where it comes from. */
export function nodeLine(pageAddress: string) {
  return ({ opened, received, closed }: LineListener) => {
    const socket = new WebSocket(contractAddress(pageAddress), { origin: new URL(pageAddress).origin })
    socket.on('open', opened)
    socket.on('message', (data) => {
      if (Buffer.isBuffer(data)) received(data.toString('utf8'))
    })
    socket.on('error', () => undefined)
    socket.on('close', closed)
    return { send: (text: string) => socket.send(text), close: () => socket.close() }
  }
}

/** The browser host's bridge: a real server, a real socket. */
export async function socketBridge(): Promise<TestBridge> {
  const backend = backendStandIn()
  const onError = (error: unknown) => {
    throw error
  }
  const site = createSite({ root: '/nowhere', media: backend.media, onError })
  const host = await startBrowserHost({ backend, site, port: 0, words: { withoutToken: '', refused: '' }, onError })
  const channels: { close(): void }[] = []
  return {
    backend,
    openPage() {
      const channel = socketChannel({ openLine: nodeLine(host.address) })
      channels.push(channel)
      return { bridge: bridgeOver(channel), leave: () => channel.close() }
    },
    async close() {
      for (const channel of channels) channel.close()
      await host.close()
    },
  }
}
