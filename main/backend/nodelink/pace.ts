import { z } from 'zod'

/**
 * How often one node may be asked. NodeLink counts requests per address in a fixed window of ten seconds, whoever in the app
 * sends them: from the 25th on it answers half a second late, and at the 51st it locks the address out for minutes. Pure: the
 * time is handed in, as ms since the epoch, because a lock-out outlives the app.
 */

/** Whom a request is for, the most urgent first: what is heard, what is heard next, what is looked for, what is brought over. */
export const urgencies = ['playback', 'next', 'search', 'import'] as const

export type Urgency = (typeof urgencies)[number]

/** The node's window, with room for requests that were sent apart and arrive together, in ms. */
export const windowMs = 10_500
/** Requests of a window that a node with its limits as delivered answers without delay. */
export const stockLimit = 24
/** Never more than this, whatever was measured: a node locks out at 51. */
export const highestLimit = 48
/** How much more is tried at a time where the node turned out not to delay. */
const stepUp = 6
/** Requests of each window that are kept free for what is more urgent. */
const reserved: Readonly<Record<Urgency, number>> = { playback: 0, next: 2, search: 4, import: 10 }
/** First lock-out and longest, in ms: each one doubles (the node's own rule). */
const lockOutMs = 5 * 60_000
const longestLockOutMs = 40 * 60_000
/** A lock-out this long ago does not count towards the next one's length, in ms. */
const forgivenMs = 60 * 60_000
/** An answer later than usual by this much was held back by the node (it does so by 500 ms), in ms. */
const heldBackMs = 400
/** After a node was found to hold back, it is not tried again for so long, in ms. */
const triedAgainMs = 6 * 60 * 60_000
/** Wait after a 429 that does not say how long, in ms; and the longest that is believed. */
const defaultRetryMs = 5000
const longestRetryMs = 60 * 60_000

/** What outlives the app. */
export const paceMemorySchema = z.object({
  /** Nothing may be sent before this moment; 0 when free. */
  closedUntilMs: z.number(),
  /** Lock-outs in a row, and when the last one began. */
  lockOuts: z.number(),
  lockedOutAtMs: z.number(),
  /** Requests of a window the node is known to answer without delay. */
  limit: z.number().min(stockLimit).max(highestLimit),
  /** No further attempt to find out more before this moment. */
  noProbeUntilMs: z.number(),
})

export type PaceMemory = Readonly<z.infer<typeof paceMemorySchema>>

export const freshPace: PaceMemory = {
  closedUntilMs: 0,
  lockOuts: 0,
  lockedOutAtMs: 0,
  limit: stockLimit,
  noProbeUntilMs: 0,
}

/** Decides when the next request to one node may go out. */
export class Pace {
  private memory: PaceMemory
  /** When the requests of the current window were sent, oldest first. */
  private sent: number[] = []

  constructor(memory: PaceMemory = freshPace) {
    this.memory = memory
  }

  get remembered(): PaceMemory {
    return this.memory
  }

  /** How many requests went out within the last window. */
  used(nowMs: number): number {
    this.forgetBefore(nowMs)
    return this.sent.length
  }

  /** Until when nothing at all may be sent, because the node said so; null when it is open. */
  closedUntilMs(nowMs: number): number | null {
    return this.memory.closedUntilMs > nowMs ? this.memory.closedUntilMs : null
  }

  /** In how many ms a request of this urgency may be sent; 0 for now. Infinity is never answered. */
  waitMs(urgency: Urgency, nowMs: number): number {
    const closedUntilMs = this.closedUntilMs(nowMs)
    if (closedUntilMs !== null) return closedUntilMs - nowMs
    this.forgetBefore(nowMs)
    const room = this.memory.limit - reserved[urgency]
    const surplus = this.sent.length - room
    if (surplus < 0) return 0
    // Free once so many of the oldest have left the window that fewer than `room` remain.
    const leaving = this.sent[surplus] ?? nowMs
    return Math.max(1, leaving + windowMs - nowMs)
  }

  /** A request goes out now. */
  send(nowMs: number): void {
    this.forgetBefore(nowMs)
    this.sent.push(nowMs)
  }

  /**
   * Whether to find out if the node answers more than it is known to: the window is full, somebody waits, and it was not
   * found to hold back lately. The probe is a request of its own, cheap for the node.
   */
  wantsProbe(nowMs: number): boolean {
    const { limit, noProbeUntilMs } = this.memory
    if (this.closedUntilMs(nowMs) !== null || nowMs < noProbeUntilMs || limit >= highestLimit) return false
    return this.used(nowMs) === limit
  }

  /** How long the probe took beyond what the same request takes in an empty window. */
  probed(extraMs: number, nowMs: number): void {
    const isFree = extraMs < heldBackMs
    this.memory = isFree
      ? { ...this.memory, limit: Math.min(highestLimit, this.memory.limit + stepUp) }
      : { ...this.memory, limit: stockLimit, noProbeUntilMs: nowMs + triedAgainMs }
  }

  /** 403 from the node's own protection: the address is locked out, for longer each time. */
  lockedOut(nowMs: number): void {
    const { lockOuts, lockedOutAtMs, closedUntilMs } = this.memory
    // Answers to requests that were under way tell of the same lock-out.
    if (closedUntilMs > nowMs) return
    const count = nowMs - lockedOutAtMs > forgivenMs ? 1 : lockOuts + 1
    const lengthMs = Math.min(longestLockOutMs, lockOutMs * 2 ** (count - 1))
    this.memory = {
      closedUntilMs: nowMs + lengthMs,
      lockOuts: count,
      lockedOutAtMs: nowMs,
      limit: stockLimit,
      noProbeUntilMs: nowMs + triedAgainMs,
    }
  }

  /** 429: `retryAfterMs` as the node said it, null when it did not. */
  toldToWait(retryAfterMs: number | null, nowMs: number): void {
    const waitMs = Math.min(longestRetryMs, Math.max(0, retryAfterMs ?? defaultRetryMs))
    const closedUntilMs = Math.max(this.memory.closedUntilMs, nowMs + waitMs)
    this.memory = { ...this.memory, closedUntilMs, limit: stockLimit, noProbeUntilMs: nowMs + triedAgainMs }
  }

  private forgetBefore(nowMs: number): void {
    // A clock that was set back would keep requests in the window for ever: none was sent later than now.
    this.sent = this.sent.map((at) => Math.min(at, nowMs)).filter((at) => at + windowMs > nowMs)
  }
}
