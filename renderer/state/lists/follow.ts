import type { Bridge, EventName, Unsubscribe } from '../../../src/contract/index.ts'
import { connectedAtom } from '../app.ts'
import { store } from '../store.ts'

/** Calls back when one of the events came, or when the backend is back after it could not be reached. */
export function followEvents(bridge: Bridge, events: readonly EventName[], onChanged: () => void): Unsubscribe {
  let wasConnected = store.get(connectedAtom)
  const stops = [
    ...events.map((name) => bridge.on(name, () => onChanged())),
    store.sub(connectedAtom, () => {
      const isConnected = store.get(connectedAtom)
      if (isConnected && !wasConnected) onChanged()
      wasConnected = isConnected
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
