import { Bell } from './bell.ts'

/** Decoded streams of one node that nobody waits for and that are read to their end all the same, at a time. */
const drainsAtATime = 2
/** Decoded streams of one node that are open at a time, unread ones included. */
const openAtATime = 8
/** What is read of a stream that nobody waits for, in bytes; the rest stays where it is. */
const drainLimitBytes = 192e6

/** A decoded stream that is under way. */
export interface LaneUser {
  /** Somebody listens to it, or soon will. */
  readonly isWanted: boolean
  /** Bytes read while nobody wanted it. */
  readonly drainedBytes: number
  /** It goes on for ever, as a station does: there is no end to read it to. */
  readonly isEndless: boolean
}

/**
 * Whose turn it is to read from one node's decoded streams. A node in single mode dies when a stream of it is left, so those
 * of skipped tracks are read to the end, which takes seconds; a few at a time, the others wait unread and cost nothing. When
 * they leave no room for what is to be heard, the long ones are read on, and one without an end is left after all.
 */
export class Lanes {
  private readonly draining = new Set<LaneUser>()
  private open = 0
  /** How many wait to open a stream. */
  private entering = 0
  /** The stream without an end that makes room just now. */
  private leaving: LaneUser | null = null
  private isClosing = false
  private readonly bell = new Bell()

  /** Waits until one more stream may be opened. False when `signal` ended the wait; else `leave` must follow. */
  async enter(signal: AbortSignal): Promise<boolean> {
    this.entering += 1
    if (this.open >= openAtATime) this.wake()
    while (this.open >= openAtATime && !signal.aborted) await this.bell.heard(signal)
    this.entering -= 1
    if (signal.aborted || this.isClosing) return false
    this.open += 1
    return true
  }

  /** True when this stream may be read on, false when it has to be closed to make room. */
  async turn(user: LaneUser): Promise<boolean> {
    while (!this.isClosing) {
      if (user.isWanted) {
        if (this.draining.delete(user)) this.wake()
        return true
      }
      const isCrowded = this.entering > 0 && this.open >= openAtATime
      if (user.isEndless) {
        if (isCrowded && this.leaving === null) {
          this.leaving = user
          return false
        }
      } else if (user.drainedBytes < drainLimitBytes || isCrowded) {
        if (this.draining.size < drainsAtATime) this.draining.add(user)
        if (this.draining.has(user)) return true
      } else if (this.draining.delete(user)) {
        this.wake()
      }
      await this.bell.heard(null)
    }
    return true
  }

  /** A stream has come to its end. */
  leave(user: LaneUser): void {
    this.open -= 1
    this.draining.delete(user)
    if (this.leaving === user) this.leaving = null
    this.wake()
  }

  /** Somebody began or ceased to want a stream. */
  wake(): void {
    this.bell.ring()
  }

  /** The app ends: everything is read on without being kept, for so many ms at most, so that the node survives it. */
  async close(patienceMs: number): Promise<void> {
    this.isClosing = true
    this.wake()
    const limit = AbortSignal.timeout(patienceMs)
    while (this.open > 0 && !limit.aborted) await this.bell.heard(limit)
  }
}
