import { isIP } from 'node:net'
import { failure, FailureError } from '../../../src/contract/index.ts'
import type { AddressWarning } from '../../../src/nodelink/index.ts'
import { hostOf, isPublicAddress } from '../outbound/index.ts'

/** An address of a node as it was understood. */
export interface ReadAddress {
  /** Scheme, host, port and path, without a slash at its end. */
  readonly baseUrl: string
  readonly host: string
  readonly warning: AddressWarning
}

/** Reads what a person typed or pasted. Throws a `FailureError` with what is wrong with it. */
export function readAddress(typed: string): ReadAddress {
  const text = typed.trim()
  // `localhost:3000` would be read as a scheme of its own.
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//iu.test(text) ? text : `http://${text}`)
  if (url === null || !/^https?:$/u.test(url.protocol) || url.hostname === '')
    throw new FailureError(failure('node-address-unreadable'))
  if (url.username !== '' || url.password !== '') throw new FailureError(failure('node-address-password'))
  const host = hostOf(url)
  const isReadable = url.protocol === 'http:' && isOfTheInternet(host)
  return {
    baseUrl: `${url.origin}${url.pathname.replace(/\/+$/u, '')}`,
    host,
    warning: isReadable ? 'password-readable' : null,
  }
}

/** Equal for addresses that lead to the same server, as far as can be told without asking anybody. */
export function addressKey(baseUrl: string): string {
  const url = new URL(baseUrl)
  const host = hostOf(url)
  const place = /^(localhost|127(\.\d+){3}|::1)$/u.test(host) ? 'localhost' : host
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port
  return `${place} ${port} ${url.pathname.replace(/\/+$/u, '')}`
}

/** Names that are given out inside a home or a private network only. */
const homeNames = /(^|\.)(localhost|local|lan|home|internal|intranet|private|fritz\.box|home\.arpa|ts\.net)$/u

/** A name is not looked up for this: one with dots that is no home's own counts as one of the internet. */
function isOfTheInternet(host: string): boolean {
  if (isIP(host) !== 0) return isPublicAddress(host)
  return host.includes('.') && !homeNames.test(host)
}
