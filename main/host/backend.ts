import type { CallContext, EventName, Reply, Unsubscribe } from '../../src/contract/index.ts'

/** Hears the events meant for one page. */
export type EventListener = (name: EventName, payload: unknown) => void

/** The backend as a host sees it: what the contract, the media handler and a clean end need, and nothing else. */
export interface HostedBackend {
  /** Checks the input and answers the call. Never rejects. */
  readonly dispatch: (name: string, input: unknown, context: CallContext) => Promise<Reply<unknown>>
  /** A page arrived; `listener` hears its events until the answer is called. */
  readonly connect: (clientId: string, listener: EventListener) => Unsubscribe
  /** Audio and images: paths that start with `/media/`. */
  readonly media: (request: Request) => Promise<Response>
}
