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

  check(address: string, nowMs: number, limits: NodeLimits): 'free' | 'delayed' | 'blocked' {
    if (!limits.isProtected) return 'free'
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

  private visitor(address: string, nowMs: number): Visitor {
    const known = this.visitors.get(address)
    if (known !== undefined) return known
    const fresh = { count: 0, windowStartMs: nowMs, lastSeenMs: nowMs, blockedUntilMs: 0, strikes: 0 }
    this.visitors.set(address, fresh)
    return fresh
  }
}
