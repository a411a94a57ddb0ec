import { z } from 'zod'

/**
 * How often Spotify may be asked with one client id. It counts over a rolling window of 30 seconds, does not say how much it bears,
 * and answers too much with a pause that can last a day; asking meanwhile is reported to prolong it. Pure: the time is handed in, as ms since the
 * epoch, because a pause outlives the app.
 */

/** Whom a request is for, the most urgent first: a person who waits, or what is brought over in the background. */
export const urgencies = ['person', 'import'] as const

export type Urgency = (typeof urgencies)[number]

/** Numbers of our own choice: Spotify publishes none. */
export interface PaceLimits {
  /** Length of the window, in ms. */
  readonly windowMs: number
  /** Requests within a window, at most. */
  readonly requests: number
  /** Requests of each window that are kept free for what is more urgent. */
  readonly reserved: Readonly<Record<Urgency, number>>
  /** Rest between two requests, in ms. */
  readonly restMs: Readonly<Record<Urgency, number>>
}

export const usualLimits: PaceLimits = {
  windowMs: 30_000,
  requests: 90,
  reserved: { person: 0, import: 15 },
  restMs: { person: 0, import: 100 },
}

/** A pause is waited for a little longer than was said: seconds are rounded, in ms. */
const marginMs = 250
/** Pauses of half a minute are waited for; longer ones are told at once, in ms. */
const patienceMs = 30_000 + marginMs
/** Pause where none was said, which doubles up to the longest, in ms. */
const unsaidMs = 30_000
const longestUnsaidMs = 60 * 60_000
/** No pause is believed to be longer, in ms: a day is the longest that was ever reported. */
export const longestPauseMs = 7 * 24 * 60 * 60_000

/** Spotify lets nobody in: since it counted too much lately, or since the developer account has used up what it had. */
export interface Closure {
  readonly why: 'window' | 'quota'
  readonly untilMs: number
}

/** Whether a request waits for the end of it; where it does not, whoever asked is told. */
export function isWaitedFor({ why, untilMs }: Closure, nowMs: number): boolean {
  return why === 'window' && untilMs - nowMs <= patienceMs
}

/** What outlives the app. */
export const paceMemorySchema = z.object({
  /** Nothing may be sent before this moment; 0 when free. */
  closedUntilMs: z.number(),
  why: z.enum(['window', 'quota']),
  /** Pauses in a row of which Spotify did not say how long they are. */
  unsaid: z.number().int().nonnegative(),
})

export type PaceMemory = Readonly<z.infer<typeof paceMemorySchema>>

export const freshPace: PaceMemory = { closedUntilMs: 0, why: 'window', unsaid: 0 }

/** What claims that a pause is longer than any is was written while the clock was wrong: it is the longest from now on. */
export function believable(memory: PaceMemory, nowMs: number): PaceMemory {
  const longestUntilMs = nowMs + longestPauseMs
  return memory.closedUntilMs > longestUntilMs ? { ...memory, closedUntilMs: longestUntilMs } : memory
}

/** Decides when the next request may go out. */
export class Pace {
  private memory: PaceMemory
  private readonly limits: PaceLimits
  /** When the requests of the current window were sent, oldest first. */
  private sent: number[] = []

  constructor(limits: PaceLimits = usualLimits, memory: PaceMemory = freshPace) {
    this.limits = limits
    this.memory = memory
  }

  get remembered(): PaceMemory {
    return this.memory
  }

  /** Null while Spotify may be asked. */
  closure(nowMs: number): Closure | null {
    this.memory = believable(this.memory, nowMs)
    const { why, closedUntilMs } = this.memory
    return closedUntilMs > nowMs ? { why, untilMs: closedUntilMs } : null
  }

  /** In how many ms a request of this urgency may be sent; 0 for now. Infinity is never answered. */
  waitMs(urgency: Urgency, nowMs: number): number {
    const closure = this.closure(nowMs)
    if (closure !== null) return closure.untilMs - nowMs
    this.forgetBefore(nowMs)
    const { requests, reserved, restMs, windowMs } = this.limits
    const last = this.sent.at(-1)
    const restUntilMs = last === undefined ? nowMs : last + restMs[urgency]
    const surplus = this.sent.length - (requests - reserved[urgency])
    const leaving = surplus < 0 ? undefined : this.sent[surplus]
    return Math.max(0, restUntilMs - nowMs, leaving === undefined ? 0 : leaving + windowMs - nowMs)
  }

  /** A request goes out now. */
  send(nowMs: number): void {
    this.forgetBefore(nowMs)
    this.sent.push(nowMs)
  }

  /** A request was answered as always. */
  answered(): void {
    if (this.memory.unsaid > 0) this.memory = { ...this.memory, unsaid: 0 }
  }

  /** 429. `retryAfterMs`: as it was said, null where it was not or made no sense. */
  tooMany(retryAfterMs: number | null, why: Closure['why'], nowMs: number): void {
    const unsaid = retryAfterMs === null ? this.memory.unsaid + 1 : this.memory.unsaid
    const pauseMs = retryAfterMs ?? Math.min(longestUnsaidMs, unsaidMs * 2 ** (unsaid - 1))
    const untilMs = nowMs + Math.min(longestPauseMs, pauseMs + marginMs)
    const before = this.closure(nowMs)
    // Requests that were under way tell of the same pause; the longer one counts.
    if (before === null || untilMs > before.untilMs) this.memory = { closedUntilMs: untilMs, why, unsaid }
  }

  private forgetBefore(nowMs: number): void {
    // A clock that was set back would keep requests in the window for ever: none was sent later than now.
    this.sent = this.sent.map((at) => Math.min(at, nowMs)).filter((at) => at + this.limits.windowMs > nowMs)
  }
}

/** Reads `Retry-After`: seconds, or a date. Null for what is neither. */
export function readRetryAfter(header: string | undefined, nowMs: number): number | null {
  const written = header?.trim() ?? ''
  if (/^\d{1,12}(?:\.\d{1,6})?$/u.test(written)) return Number(written) * 1000
  // Only dates of HTTP's own form: nearly anything is a date to the platform.
  if (!/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/u.test(written)) return null
  const atMs = Date.parse(written)
  return Number.isNaN(atMs) ? null : Math.max(0, atMs - nowMs)
}
