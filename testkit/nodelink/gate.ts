import type { IncomingMessage } from 'node:http'
import { sendError, sendText, isTraceAsked } from './answer.ts'
import type { NodeContext } from './node.ts'
import type { Outlet } from './outlet.ts'
import { Protection } from './protection.ts'
import { type RateAnswer, Rates } from './rates.ts'
import type { Verdict } from './types.ts'

/** What stands before every route, in the node's order: protection, then rate limit, then password. So refused ones count too. */
export class Gate {
  private readonly protection: Protection
  private readonly rates = new Rates()
  private readonly password: string

  constructor(password: string, startedAtMs: number) {
    this.protection = new Protection(startedAtMs)
    this.password = password
  }

  /** Counts the request. `blocked`, `limited` and `unauthorized` are to be refused; `delayed` waits first. */
  judge(request: IncomingMessage, node: NodeContext): { readonly verdict: Verdict; readonly rate: RateAnswer | null } {
    const { limits } = node.behaviour
    const address = request.socket.remoteAddress ?? 'unknown'
    const nowMs = node.clock.now()
    const verdict = this.protection.check(address, nowMs, limits)
    if (verdict === 'blocked') return { verdict, rate: null }
    const user = request.headers['user-id']
    const who = { global: 'all', address, ...(typeof user === 'string' ? { user } : {}) }
    const rate = this.rates.check(who, nowMs, limits)
    if (rate?.isAllowed === false) return { verdict: 'limited', rate }
    return { verdict: this.isKnown(request) ? verdict : 'unauthorized', rate }
  }

  private isKnown(request: IncomingMessage): boolean {
    const { authorization } = request.headers
    return authorization === this.password || authorization === `Bearer ${this.password}`
  }
}

/** Sends what the gate has to say against a request. False where it may pass. */
export async function refused(
  request: IncomingMessage,
  outlet: Outlet,
  { verdict, rate }: ReturnType<Gate['judge']>,
  nowMs: number,
): Promise<boolean> {
  if (rate !== null) {
    outlet.response.setHeader('X-RateLimit-Limit', rate.limit)
    outlet.response.setHeader('X-RateLimit-Remaining', rate.remaining)
    outlet.response.setHeader('X-RateLimit-Reset', Math.ceil(rate.resetMs / 1000))
  }
  const leaksTrace = isTraceAsked(request)
  if (verdict === 'blocked') {
    await sendError(request, outlet, { status: 403, error: 'Forbidden', message: 'Forbidden', leaksTrace })
  } else if (verdict === 'limited') {
    outlet.response.setHeader('Retry-After', Math.ceil(((rate?.resetMs ?? nowMs) - nowMs) / 1000))
    const message = 'You are sending too many requests. Please try again later.'
    await sendError(request, outlet, { status: 429, error: 'Too Many Requests', message, leaksTrace })
  } else if (verdict === 'unauthorized') {
    await sendText(outlet, 401, 'Unauthorized')
  }
  return verdict !== 'free' && verdict !== 'delayed'
}
