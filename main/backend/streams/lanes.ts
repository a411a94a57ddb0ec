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
}

/**
 * Whose turn it is to read from one node's decoded streams. A node in single mode dies when a stream of it is left, so those
 * of skipped tracks are read to the end, which takes seconds; a few at a time, the others wait unread and cost nothing.
 */
export class Lanes {
  private readonly draining = new Set<LaneUser>()
  private open = 0
  private isClosing = false
  private readonly bell = new Bell()

  /** Waits until one more stream may be opened. False when `signal` ended the wait; else `leave` must follow. */
  async enter(signal: AbortSignal): Promise<boolean> {
    while (this.open >= openAtATime && !signal.aborted) await this.bell.heard(signal)
    if (signal.aborted || this.isClosing) return false
    this.open += 1
    return true
  }

  /** Resolves when this stream may be read on. */
  async turn(user: LaneUser): Promise<void> {
    while (!this.isClosing) {
      if (user.isWanted) {
        if (this.draining.delete(user)) this.wake()
        return
      }
      if (user.drainedBytes < drainLimitBytes) {
        if (this.draining.size < drainsAtATime) this.draining.add(user)
        if (this.draining.has(user)) return
      } else if (this.draining.delete(user)) {
        this.wake()
      }
      await this.bell.heard(null)
    }
  }

  /** A stream has come to its end. */
  leave(user: LaneUser): void {
    this.open -= 1
    this.draining.delete(user)
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
