import { readReply } from '../../src/contract/envelope.ts'
import type { Bridge, CallName, CallOutput, EventName, EventPayload, Reply } from '../../src/contract/index.ts'
import { failed } from '../../src/failure/index.ts'

/**
 * Whether the backend can be reached. `lost` is tried again all the time; `refused` is final: the host is there and does
 * not know this page any more, because it was started again.
 */
export type ConnectionState = 'connecting' | 'open' | 'lost' | 'refused'

/** What a host has to offer to carry the contract: numbers, names and plain values. */
export interface Channel {
  /** Sends a call. Answers its raw reply; may reject. */
  call(id: number, name: string, input: unknown): Promise<unknown>
  cancel(id: number): void
  onEvent(listener: (name: string, payload: unknown) => void): () => void
}

/** How many events wait for somebody to listen, at most. */
const waitingLimit = 100

/**
 * The contract over a channel: numbers the calls, cancels them by signal, and never rejects. An event that nobody has
 * listened for yet waits for its first listener: files that a start brought along may arrive before the page is ready.
 */
export function bridgeOver(channel: Channel): Bridge {
  let lastId = 0
  const listeners = new Map<string, Set<(payload: unknown) => void>>()
  let waiting: { readonly name: string; readonly payload: unknown }[] = []

  channel.onEvent((name, payload) => {
    const heardBy = listeners.get(name)
    if (heardBy === undefined) waiting = [...waiting, { name, payload }].slice(-waitingLimit)
    else for (const listener of heardBy) listener(payload)
  })

  return {
    async call(name, input, options) {
      const signal = options?.signal
      if (signal?.aborted) return failed('cancelled')
      lastId += 1
      const id = lastId
      let raw: Promise<unknown>
      try {
        raw = channel.call(id, name, input)
      } catch {
        // It could not even be copied for the way.
        return failed('bad-input')
      }
      try {
        const reply = signal === undefined ? await raw : await raceCancel(raw, signal, () => channel.cancel(id))
        return isReplyTo(name, reply) ? reply : failed('internal')
      } catch {
        return failed('bridge-closed')
      }
    },
    on(name, listener) {
      const hear = (payload: unknown) => {
        if (isPayloadOf(name, payload)) listener(payload)
      }
      const heardBy = listeners.get(name) ?? new Set()
      listeners.set(name, heardBy.add(hear))
      const missed = waiting.filter((event) => event.name === name)
      waiting = waiting.filter((event) => event.name !== name)
      for (const { payload } of missed) queueMicrotask(() => hear(payload))
      return () => {
        heardBy.delete(hear)
      }
    },
  }
}

/** Answers `cancelled` as soon as the signal says so; what the backend still answers is dropped. */
async function raceCancel(reply: Promise<unknown>, signal: AbortSignal, cancel: () => void): Promise<unknown> {
  const cancelled = Promise.withResolvers<unknown>()
  const onAbort = () => {
    cancel()
    cancelled.resolve(failed('cancelled'))
  }
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    return await Promise.race([reply, cancelled.promise])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}

/**
 * Looks at the envelope alone and takes the value on trust: it comes from the backend that served this page, whose types
 * are made from the same contract, and reading a library of 100,000 tracks through a schema would cost frames.
 */
function isReplyTo<Name extends CallName>(_name: Name, reply: unknown): reply is Reply<CallOutput<Name>> {
  return readReply(reply) !== null
}

/** An event under its name is taken on trust as well. */
function isPayloadOf<Name extends EventName>(_name: Name, payload: unknown): payload is EventPayload<Name> {
  return payload !== undefined
}
