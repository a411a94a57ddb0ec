import { z } from 'zod'

/**
 * How often one node may be asked. NodeLink counts requests per address in a fixed window of ten seconds, whoever in the app
 * sends them: from the 25th on it answers half a second late, and at the 51st it locks the address out for minutes. Pure: the
 * time is handed in, as ms since the epoch, because a lock-out outlives the app.
 */

/**
 * Whom a request is for, the most urgent first: what is heard, what is heard next, what is looked for, what is in sight of what is
 * brought over, and the rest of that.
 */
export const urgencies = ['playback', 'next', 'search', 'seen', 'import'] as const

export type Urgency = (typeof urgencies)[number]

/** The node's window, with room for requests that were sent apart and arrive together, in ms. */
export const windowMs = 10_500
/** Requests of a window that a node with its limits as delivered answers without delay. */
export const stockLimit = 24
/** Never more than this, whatever was measured: a hundred a second is more than anybody's import needs. */
export const highestLimit = 1000
/**
 * How much more is tried where the node turned out not to delay. It delays from half of what it locks out at
 * (`dosProtection.thresholds.warnRatio`, 0.5 unless an operator changes it), so that an answer without delay vouches for nearly twice
 * as many.
 */
const stepUp = 1.75
/** What was measured counts for so long, in ms: who restarts a node with other limits is found out within it. */
const verifiedForMs = 60_000
/** Between two attempts to find out, in ms: one that failed says nothing, and the next would not either. */
const probePauseMs = 1000
/** What a node as delivered counts to, in ten seconds, from one address. */
const stockCount = 100
/** Where so few requests are left of the node's own count, nothing goes out that can wait. */
const fewLeft = 10
/** Requests of each window that are kept free for what is more urgent. */
const reserved: Readonly<Record<Urgency, number>> = { playback: 0, next: 2, search: 4, seen: 7, import: 10 }
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

/** A count of requests that the node keeps beside its protection, and tells of with each answer. */
export interface NodeCount {
  /** Requests in one of its windows. */
  readonly limit: number
  readonly left: number
  /** When it begins anew, in ms since the epoch. */
  readonly resetMs: number
}

/** What outlives the app. */
export const paceMemorySchema = z.object({
  /** Nothing may be sent before this moment; 0 when free. */
  closedUntilMs: z.number(),
  /** Lock-outs in a row, and when the last one began. */
  lockOuts: z.number(),
  lockedOutAtMs: z.number(),
  /** Requests of a window that the node answered without delay when it was last tried. */
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
  /** The probe can be had: the pace may find out whether the node bears more. */
  canProbe = false
  private memory: PaceMemory
  /** When the requests of the current window were sent, oldest first. */
  private sent: number[] = []
  /** Until when the remembered limit may be used; before it was measured in this run, the usual one holds. */
  private verifiedUntilMs = 0
  private lastProbeMs = -Infinity
  /** Until when nothing goes out that can wait: the node's own count is nearly used up. */
  private sparingUntilMs = 0
  /** The node's own count is none, or larger than as delivered: somebody has changed its limits. */
  private isWide = false

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
    if (urgency !== 'playback' && this.sparingUntilMs > nowMs) return this.sparingUntilMs - nowMs
    const room = this.limit(nowMs) - this.keptFree(urgency, nowMs)
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
   * Whether to find out if the node answers more than it is known to: its limits seem not to be as delivered, the window is full,
   * somebody waits, and it was not found to hold back lately. The probe is a request of its own, cheap for the node.
   */
  wantsProbe(nowMs: number): boolean {
    if (!this.mayFindOut(nowMs) || nowMs - this.lastProbeMs < probePauseMs) return false
    return this.used(nowMs) >= this.limit(nowMs)
  }

  /** A probe goes out now. */
  probing(nowMs: number): void {
    this.lastProbeMs = nowMs
  }

  /** How long the probe took beyond what the same request takes in an empty window. */
  probed(extraMs: number, nowMs: number): void {
    if (extraMs >= heldBackMs) {
      this.verifiedUntilMs = 0
      this.memory = { ...this.memory, limit: stockLimit, noProbeUntilMs: nowMs + triedAgainMs }
      return
    }
    // What was known before is known again; only beyond that is it tried in steps.
    const isKnown = this.limit(nowMs) < this.memory.limit
    const limit = isKnown ? this.memory.limit : Math.min(highestLimit, Math.floor(this.memory.limit * stepUp))
    this.verifiedUntilMs = nowMs + verifiedForMs
    // The next step has something new to find out at once.
    this.lastProbeMs = -Infinity
    this.memory = { ...this.memory, limit }
  }

  /** Nothing that was measured of the node counts any more: it may be another one, or have other limits. */
  doubt(): void {
    this.verifiedUntilMs = 0
  }

  /** What the node says of its own count with an answer; null where it keeps none. Its answers tell, no proxy's. */
  told(count: NodeCount | null, nowMs: number): void {
    this.isWide = count === null || count.limit > stockCount
    if (count === null || count.left > fewLeft) return
    this.sparingUntilMs = Math.min(count.resetMs, nowMs + windowMs)
  }

  /** 403 from the node's own protection: the address is locked out, for longer each time. */
  lockedOut(nowMs: number): void {
    const { lockOuts, lockedOutAtMs, closedUntilMs } = this.memory
    // Answers to requests that were under way tell of the same lock-out.
    if (closedUntilMs > nowMs) return
    const count = nowMs - lockedOutAtMs > forgivenMs ? 1 : lockOuts + 1
    this.verifiedUntilMs = 0
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
    this.verifiedUntilMs = 0
    const waitMs = Math.min(longestRetryMs, Math.max(0, retryAfterMs ?? defaultRetryMs))
    const closedUntilMs = Math.max(this.memory.closedUntilMs, nowMs + waitMs)
    this.memory = { ...this.memory, closedUntilMs, limit: stockLimit, noProbeUntilMs: nowMs + triedAgainMs }
  }

  /** Requests of a window that may go out now. */
  private limit(nowMs: number): number {
    return nowMs < this.verifiedUntilMs ? this.memory.limit : stockLimit
  }

  private mayFindOut(nowMs: number): boolean {
    const { noProbeUntilMs } = this.memory
    if (!this.canProbe || !this.isWide || this.closedUntilMs(nowMs) !== null || nowMs < noProbeUntilMs) return false
    return this.limit(nowMs) < highestLimit
  }

  /**
   * Places that others have before this one. To find out what a node bears, its window has to be full: an import may fill it, once
   * in hours.
   */
  private keptFree(urgency: Urgency, nowMs: number): number {
    return urgency === 'import' && this.mayFindOut(nowMs) ? 0 : reserved[urgency]
  }

  private forgetBefore(nowMs: number): void {
    // A clock that was set back would keep requests in the window for ever: none was sent later than now.
    this.sent = this.sent.map((at) => Math.min(at, nowMs)).filter((at) => at + windowMs > nowMs)
  }
}
