import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A new token: 192 random bits, safe in a path. Lives as long as the process. */
export function newToken(): string {
  return randomBytes(24).toString('base64url')
}

/** What an HTTP request says about where it comes from and where it wants to go. */
export interface Approach {
  readonly method: string
  /** Request target as it stands in the request line. */
  readonly target: string
  readonly host: string | undefined
  readonly origin: string | undefined
  readonly isUpgrade: boolean
}

export type Verdict =
  /** `path` is the target without the token, normalised, with its query. */
  | { readonly kind: 'pass'; readonly path: string }
  /** The address lacks the slash that relative addresses need. */
  | { readonly kind: 'redirect'; readonly to: string }
  | {
      readonly kind: 'refuse'
      readonly status: 400 | 401 | 403
      readonly reason: 'target' | 'host' | 'token' | 'origin'
    }

/**
 * Decides who comes in. The token is a path segment, not a cookie, because cookies on 127.0.0.1 are shared by all ports.
 * The Host must be loopback by number or by the name that always is: a page of some other site that points its own name
 * at 127.0.0.1 (DNS rebinding) still says its name here. The port in Host is free, so that a forwarded port works.
 */
export function judge(approach: Approach, token: string): Verdict {
  if (!isLoopbackHost(approach.host)) return { kind: 'refuse', status: 403, reason: 'host' }
  const target = parseTarget(approach.target)
  if (target === null) return { kind: 'refuse', status: 400, reason: 'target' }
  const end = target.pathname.indexOf('/', 1)
  const given = target.pathname.slice(1, end === -1 ? undefined : end)
  if (!isSame(given, token)) return { kind: 'refuse', status: 401, reason: 'token' }
  const isHarmless = !approach.isUpgrade && (approach.method === 'GET' || approach.method === 'HEAD')
  const isOwnOrigin = approach.origin === `http://${approach.host}`
  if (!isOwnOrigin && !(isHarmless && approach.origin === undefined)) {
    return { kind: 'refuse', status: 403, reason: 'origin' }
  }
  if (end === -1) return { kind: 'redirect', to: `/${token}/${target.search}` }
  return { kind: 'pass', path: target.pathname.slice(end) + target.search }
}

/** True for a Host header that names loopback, with or without a port. */
export function isLoopbackHost(host: string | undefined): host is string {
  return host !== undefined && /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/.test(host)
}

/** Compares in a time that says nothing about how much is equal, nor about the length. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}

/** Reads an origin-form target; `..` in any spelling is resolved here, so it can never climb past the token unseen. */
function parseTarget(target: string): URL | null {
  if (!target.startsWith('/') || target.startsWith('//')) return null
  try {
    return new URL(`http://127.0.0.1${target}`)
  } catch {
    return null
  }
}
