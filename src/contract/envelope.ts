import { type Failure, type Reply, readFailure } from '../failure/index.ts'

/** What the backend sends to a page over the browser host's WebSocket, one JSON object per message; see `wire.ts`. */
export type MessageToPage =
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply<unknown> }
  | { readonly kind: 'event'; readonly name: string; readonly payload: unknown }
  | { readonly kind: 'pong' }

/**
 * Reads a message to the page; null when it is none. By hand, like all of this file: the page carries no schema library, and
 * what is inside the envelope it takes on trust.
 */
export function readMessageToPage(text: string): MessageToPage | null {
  const message = parsed(text)
  if (typeof message !== 'object' || message === null || !('kind' in message)) return null
  switch (message.kind) {
    case 'reply': {
      if (!('id' in message) || !('reply' in message) || typeof message.id !== 'number') return null
      const reply = readReply(message.reply)
      return reply && { kind: 'reply', id: message.id, reply }
    }
    case 'event':
      if (!('name' in message) || typeof message.name !== 'string') return null
      return { kind: 'event', name: message.name, payload: 'payload' in message ? message.payload : undefined }
    case 'pong':
      return { kind: 'pong' }
    default:
      return null
  }
}

/** Reads the shape every reply has, whatever its value is; null when it is none. */
export function readReply(reply: unknown): Reply<unknown> | null {
  if (typeof reply !== 'object' || reply === null || !('ok' in reply)) return null
  if (reply.ok === true) return { ok: true, value: 'value' in reply ? reply.value : undefined }
  const error: Failure | null = reply.ok === false && 'error' in reply ? readFailure(reply.error) : null
  return error && { ok: false, error }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
