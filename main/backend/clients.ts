import type { Emit, EventName, Unsubscribe } from '../../src/contract/index.ts'

/** Hears the events meant for one page. */
export type ClientListener = (name: EventName, payload: unknown) => void

/** The pages that are connected, and which of them plays. */
export interface Clients {
  /** A page arrived; `listener` hears its events until the answer is called. */
  readonly connect: (clientId: string, listener: ClientListener) => Unsubscribe
  readonly emit: Emit
  /** The newest claimer plays; every other page is told to be silent. */
  readonly claim: (clientId: string) => void
}

/** Starts without pages. */
export function createClients(): Clients {
  const listeners = new Map<string, ClientListener>()
  let playing: string | null = null

  const emit: Emit = (name, payload, to) => {
    for (const [clientId, listener] of listeners) if (to?.(clientId) ?? true) listener(name, payload)
  }

  return {
    connect(clientId, listener) {
      listeners.set(clientId, listener)
      return () => {
        // A page that came back under its id before the old line was noticed dead keeps its new line.
        if (listeners.get(clientId) !== listener) return
        listeners.delete(clientId)
        if (playing === clientId) playing = null
      }
    },
    emit,
    claim(clientId) {
      if (playing === clientId) return
      playing = clientId
      emit('playback.elsewhere', null, (other) => other !== clientId)
    },
  }
}
