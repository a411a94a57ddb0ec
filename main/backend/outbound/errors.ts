/** Why something outside could not be had. Whoever asked turns it into words about what was asked for. */
export type OutboundReason =
  /** No such host, refused, reset, no way there, no safe connection. */
  | 'unreachable'
  /** Nothing came for too long. */
  | 'timed-out'
  /** It lies where what comes from outside has no business, or is no web address at all. */
  | 'address-refused'
  /** It sends from one place to the next without end. */
  | 'too-many-redirects'
  /** What came is not what the protocol says: headers without end, more than was allowed, not what it calls itself. */
  | 'bad-answer'
  | 'cancelled'

export class OutboundError extends Error {
  readonly reason: OutboundReason
  /** Whether there was a connection: whoever was asked may have seen the request. */
  readonly hasReached: boolean

  constructor(reason: OutboundReason, options: ErrorOptions & { readonly hasReached?: boolean } = {}) {
    super(reason, options)
    this.name = 'OutboundError'
    this.reason = reason
    this.hasReached = options.hasReached ?? false
  }
}
