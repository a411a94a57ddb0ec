import type { NodeLimits, RateScope } from './limits.ts'

export interface RateAnswer {
  readonly isAllowed: boolean
  readonly limit: number
  readonly remaining: number
  /** When the oldest request leaves the window, in ms on the stand-in's clock. */
  readonly resetMs: number
}

/** The sliding limits. Answers the strictest of those that apply, which is what the node shows in its headers. */
export class Rates {
  private readonly sent = new Map<string, number[]>()

  check(who: Readonly<Partial<Record<RateScope, string>>>, nowMs: number, limits: NodeLimits): RateAnswer | null {
    if (!limits.isProtected) return null
    let strictest: RateAnswer | null = null
    for (const scope of ['global', 'address', 'user'] as const) {
      const name = who[scope]
      if (name === undefined) continue
      const answer = this.count(`${scope}:${name}`, nowMs, limits.rates[scope])
      if (!answer.isAllowed) return answer
      if (strictest === null || answer.remaining < strictest.remaining) strictest = answer
    }
    return strictest
  }

  private count(
    key: string,
    nowMs: number,
    { requests, windowMs }: { requests: number; windowMs: number },
  ): RateAnswer {
    const times = (this.sent.get(key) ?? []).filter((at) => at > nowMs - windowMs)
    this.sent.set(key, times)
    const resetMs = (times[0] ?? nowMs) + windowMs
    if (times.length >= requests) return { isAllowed: false, limit: requests, remaining: 0, resetMs }
    times.push(nowMs)
    return { isAllowed: true, limit: requests, remaining: requests - times.length, resetMs }
  }
}
