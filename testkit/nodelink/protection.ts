import type { NodeLimits } from './limits.ts'

interface Visitor {
  count: number
  windowStartMs: number
  lastSeenMs: number
  blockedUntilMs: number
  strikes: number
}

/** Counts requests per address in fixed windows: lets through, delays, or locks out. Pure but for what it remembers. */
export class Protection {
  private readonly visitors = new Map<string, Visitor>()
  private readonly startedAtMs: number

  constructor(startedAtMs: number) {
    this.startedAtMs = startedAtMs
  }

  check(address: string, nowMs: number, limits: NodeLimits): 'free' | 'delayed' | 'blocked' {
    if (!limits.isProtected) return 'free'
    this.tidy(address, nowMs, limits)
    const visitor = this.visitor(address, nowMs)
    // Requests of a locked-out address are not counted, nor do they make it longer.
    if (nowMs < visitor.blockedUntilMs) return 'blocked'
    if (nowMs - visitor.windowStartMs > limits.windowMs) {
      visitor.count = 0
      visitor.windowStartMs = nowMs
      if (visitor.strikes > 0 && nowMs - visitor.lastSeenMs > limits.windowMs * 2) visitor.strikes--
    }
    visitor.count++
    visitor.lastSeenMs = nowMs
    if (visitor.count >= limits.blockedFrom) {
      visitor.strikes++
      const blockMs = limits.blockMs * 2 ** (visitor.strikes - 1)
      visitor.blockedUntilMs = nowMs + Math.min(limits.longestBlockMs, blockMs)
      return 'blocked'
    }
    return visitor.count >= limits.delayedFrom ? 'delayed' : 'free'
  }

  /**
   * Once per window the node forgets who was long silent and has served his time. Of the others it starts the count anew, so
   * that whoever comes back at once keeps his strikes.
   */
  private tidy(address: string, nowMs: number, { windowMs }: NodeLimits): void {
    const visitor = this.visitors.get(address)
    const lastTidyMs = nowMs - ((nowMs - this.startedAtMs) % windowMs)
    if (visitor === undefined || lastTidyMs <= visitor.windowStartMs) return
    if (lastTidyMs > visitor.blockedUntilMs && lastTidyMs - visitor.lastSeenMs > windowMs * 3) {
      this.visitors.delete(address)
    } else if (lastTidyMs - visitor.windowStartMs > windowMs) {
      visitor.count = 0
      visitor.windowStartMs = lastTidyMs
    }
  }

  private visitor(address: string, nowMs: number): Visitor {
    const known = this.visitors.get(address)
    if (known !== undefined) return known
    const fresh = { count: 0, windowStartMs: nowMs, lastSeenMs: nowMs, blockedUntilMs: 0, strikes: 0 }
    this.visitors.set(address, fresh)
    return fresh
  }
}
