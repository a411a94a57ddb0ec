import type { Unsubscribe } from '../../../src/contract/index.ts'

/** Those who want to hear of something, and how they are told. */
export interface Listeners<Value> {
  readonly add: (listener: (value: Value) => void) => Unsubscribe
  readonly tell: (value: Value) => void
}

/** Creates an empty set of listeners. Adding one twice tells it twice. */
export function createListeners<Value>(): Listeners<Value> {
  const listeners = new Set<{ readonly tell: (value: Value) => void }>()
  return {
    add(tell) {
      const listener = { tell }
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    tell(value) {
      for (const listener of Array.from(listeners)) listener.tell(value)
    },
  }
}
