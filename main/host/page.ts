import { failed } from '../../src/contract/index.ts'
import type { Reply } from '../../src/contract/index.ts'
import type { EventListener, HostedBackend } from './backend.ts'

/** One connected page: its calls under way and the events it hears. */
export interface PageConnection {
  /** Answers the call numbered `id` by this page. Never rejects. */
  call(id: number, name: string, input: unknown): Promise<Reply<unknown>>
  /** Cancels a call under way; unknown and finished numbers are ignored. */
  cancel(id: number): void
  /** The page went away: cancels what it had under way and stops its events. */
  close(): void
}

/** Connects a page to the backend. `clientId` must be new: a reloaded page is another page. */
export function connectPage(backend: HostedBackend, clientId: string, listener: EventListener): PageConnection {
  const underWay = new Map<number, AbortController>()
  const disconnect = backend.connect(clientId, listener)
  let closed = false
  return {
    async call(id, name, input) {
      if (closed) return failed('bridge-closed')
      if (underWay.has(id)) return failed('bad-input')
      const controller = new AbortController()
      underWay.set(id, controller)
      try {
        return await backend.dispatch(name, input, { signal: controller.signal, clientId })
      } catch {
        return failed('internal')
      } finally {
        underWay.delete(id)
      }
    },
    cancel(id) {
      underWay.get(id)?.abort()
    },
    close() {
      if (closed) return
      closed = true
      for (const controller of underWay.values()) controller.abort()
      disconnect()
    },
  }
}
