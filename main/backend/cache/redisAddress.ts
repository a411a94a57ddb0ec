import { failure, FailureError } from '../../../src/contract/index.ts'

/** The address of a Redis. `url` may hold a password: it is kept sealed and shown to nobody. */
export interface RedisAddress {
  readonly url: string
  /** Without user and password, for the interface and the log. */
  readonly shown: string
}

/**
 * Reads `redis://` and `rediss://` addresses (RFC 3986; the scheme as the IANA lists it, whose path is the number of a database);
 * throws `cache-redis-address`.
 */
export function readRedisAddress(text: string): RedisAddress {
  const trimmed = text.trim()
  const url = URL.parse(trimmed)
  if (url === null || !/^rediss?:$/.test(url.protocol) || url.hostname === '' || url.search !== '' || url.hash !== '')
    throw new FailureError(failure('cache-redis-address'))
  if (!/^\/?\d{0,9}$/.test(url.pathname) || !isDecodable(url.username) || !isDecodable(url.password))
    throw new FailureError(failure('cache-redis-address'))
  return { url: trimmed, shown: `${url.protocol}//${url.host}${url.pathname === '/' ? '' : url.pathname}` }
}

/** A password with a percent sign of its own in it is none. */
function isDecodable(part: string): boolean {
  try {
    decodeURIComponent(part)
    return true
  } catch {
    return false
  }
}
