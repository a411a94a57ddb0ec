import type { Bridge, PreloadApi } from '../../src/contract/index.ts'
import { bridgeOver } from './channel.ts'
import type { ConnectionState } from './channel.ts'
import { browserLine, isPageRefused, socketChannel } from './socket.ts'

export type { ConnectionState } from './channel.ts'

declare global {
  interface Window {
    /** Put there by the preload script; absent in a browser. */
    readonly melofy?: PreloadApi<File>
  }
}

/** What carries this page. The bridge is the same everywhere; the rest is what only one of the hosts can do. */
export interface Host {
  readonly bridge: Bridge
  /**
   * Paths of dropped or chosen files, for `files.open`; files that are not on disk are left out. Null in a browser, which
   * keeps paths to itself.
   */
  readonly pathsOf: ((files: readonly File[]) => readonly string[]) | null
  /** Hears whether the backend can be reached, at once and on every change. Always `open` in the app. */
  onConnection(listener: (state: ConnectionState) => void): () => void
}

/** Connects this page to its backend: through the preload script in the app, else through the browser host's socket. */
export function connectHost(): Host {
  return window.melofy === undefined ? browserHost() : appHost(window.melofy)
}

function appHost(api: PreloadApi<File>): Host {
  return {
    bridge: bridgeOver(api),
    pathsOf: (files) => files.map((file) => api.pathOf(file)).filter((path) => path !== ''),
    onConnection(listener) {
      listener('open')
      return () => undefined
    },
  }
}

function browserHost(): Host {
  let state: ConnectionState = 'connecting'
  const listeners = new Set<(state: ConnectionState) => void>()
  const channel = socketChannel({
    openLine: browserLine(contractAddress(document.baseURI)),
    isRefused: () => isPageRefused(location.href),
    onConnection(next) {
      state = next
      for (const listener of listeners) listener(next)
    },
  })
  return {
    bridge: bridgeOver(channel),
    pathsOf: null,
    onConnection(listener) {
      listeners.add(listener)
      listener(state)
      return () => listeners.delete(listener)
    },
  }
}

/** The socket's address, beside the page that the host served. */
export function contractAddress(pageAddress: string): string {
  const address = new URL('contract', pageAddress)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  return address.href
}
