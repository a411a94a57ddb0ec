import { events, failed, replySchema } from '../../src/contract/index.ts'
import type { Bridge, CallName, CallOutput, EventName, EventPayload, Reply } from '../../src/contract/index.ts'

/** Whether the backend can be reached. `lost` is tried again all the time. */
export type ConnectionState = 'connecting' | 'open' | 'lost'

/** What a host has to offer to carry the contract: numbers, names and plain values. */
export interface Channel {
  /** Sends a call. Answers its raw reply; may reject. */
  call(id: number, name: string, input: unknown): Promise<unknown>
  cancel(id: number): void
  onEvent(listener: (name: string, payload: unknown) => void): () => void
}

/** The contract over a channel: numbers the calls, cancels them by signal, and never rejects. */
export function bridgeOver(channel: Channel): Bridge {
  let lastId = 0
  return {
    async call(name, input, options) {
      const signal = options?.signal
      if (signal?.aborted) return failed('cancelled')
      lastId += 1
      const id = lastId
      const raw = signal === undefined ? channel.call(id, name, input) : cancellable(channel, id, name, input, signal)
      try {
        const reply = await raw
        return isReplyTo(name, reply) ? reply : failed('internal')
      } catch {
        return failed('bridge-closed')
      }
    },
    on(name, listener) {
      return channel.onEvent((heard, payload) => {
        if (heard === name && isPayloadOf(name, payload)) listener(payload)
      })
    },
  }
}

/** Answers `cancelled` as soon as the signal says so; what the backend still answers is dropped. */
function cancellable(channel: Channel, id: number, name: string, input: unknown, signal: AbortSignal) {
  return new Promise<unknown>((resolve, reject) => {
    const onAbort = () => {
      channel.cancel(id)
      resolve(failed('cancelled'))
    }
    signal.addEventListener('abort', onAbort, { once: true })
    channel
      .call(id, name, input)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', onAbort))
  })
}

/**
 * Looks at the envelope alone: the value comes from the backend that served this page, checked there against the same
 * schema, and reading a library of 100,000 tracks a second time would cost frames.
 */
function isReplyTo<Name extends CallName>(_name: Name, reply: unknown): reply is Reply<CallOutput<Name>> {
  return replySchema.safeParse(reply).success
}

function isPayloadOf<Name extends EventName>(name: Name, payload: unknown): payload is EventPayload<Name> {
  return events[name].safeParse(payload).success
}
