import type { z } from '../schema/index.ts'
import type { calls } from './calls.ts'
import type { events } from './events.ts'
import type { Reply } from '../failure/index.ts'

export type CallName = keyof typeof calls
export type CallInput<Name extends CallName> = z.infer<(typeof calls)[Name]['input']>
export type CallOutput<Name extends CallName> = z.infer<(typeof calls)[Name]['output']>

export type EventName = keyof typeof events
export type EventPayload<Name extends EventName> = z.infer<(typeof events)[Name]>

export type Unsubscribe = () => void

/**
 * The contract as the renderer sees it. The preload script (Electron) and the socket client (browser host) both implement
 * it; nothing in the renderer can tell which one it has. `call` never rejects: a lost connection is a failure value too.
 */
export interface Bridge {
  call<Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
    options?: { readonly signal?: AbortSignal },
  ): Promise<Reply<CallOutput<Name>>>
  on<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): Unsubscribe
}

/** The contract as the backend implements it: one handler per call. A handler may throw `FailureError`. */
export type Handlers = {
  readonly [Name in CallName]: (
    input: CallInput<Name>,
    context: CallContext,
  ) => Promise<CallOutput<Name>> | CallOutput<Name>
}

/** What a handler knows about the call it serves. */
export interface CallContext {
  /** Aborted when the caller cancels or goes away. */
  readonly signal: AbortSignal
  /** The page that called; stable while it is connected. */
  readonly clientId: string
}

/** Sends an event to every page, or to those that `to` picks. */
export type Emit = <Name extends EventName>(
  name: Name,
  payload: EventPayload<Name>,
  to?: (clientId: string) => boolean,
) => void
