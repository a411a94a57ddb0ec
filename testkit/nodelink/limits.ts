/** The numbers of the node's protection. Tests that want other ones hand in a part of them. */
export interface NodeLimits {
  /** False lets everything through, as for an exempted address. */
  readonly isProtected: boolean
  /** Fixed window in which requests of one address are counted, in ms. */
  readonly windowMs: number
  /** From this request of a window on, answers come late. */
  readonly delayedFrom: number
  readonly delayMs: number
  /** From this request of a window on, the address is locked out. */
  readonly blockedFrom: number
  /** First lock-out, in ms; each further one is twice as long, up to the longest. */
  readonly blockMs: number
  readonly longestBlockMs: number
  /** Sliding limits that answer 429: of everybody together, of one address, of one User-Id. */
  readonly rates: Readonly<Record<RateScope, RateLimit>>
}

export type RateScope = 'global' | 'address' | 'user'

export interface RateLimit {
  readonly requests: number
  readonly windowMs: number
}

/** As delivered. */
export const stockLimits: NodeLimits = {
  isProtected: true,
  windowMs: 10_000,
  delayedFrom: 25,
  delayMs: 500,
  blockedFrom: 51,
  blockMs: 5 * 60_000,
  longestBlockMs: 40 * 60_000,
  rates: {
    global: { requests: 1000, windowMs: 60_000 },
    address: { requests: 100, windowMs: 10_000 },
    user: { requests: 50, windowMs: 5000 },
  },
}

/** A node whose operator has switched the protection off. */
export const noLimits: NodeLimits = { ...stockLimits, isProtected: false }
