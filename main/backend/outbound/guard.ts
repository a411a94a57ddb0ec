import { lookup, type LookupAddress, type LookupOptions } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './addresses.ts'
import { OutboundError } from './errors.ts'

/** Answers whether a host may be asked although it lies in the home network: the person typed it, or it is their node. */
export type TrustsHost = (hostname: string) => boolean

/** The address to ask, if it may be asked at all. Throws `address-refused`. Names are checked when they are looked up. */
export function checkedUrl(address: string | URL, trustsHost: TrustsHost): URL {
  const url = URL.parse(String(address))
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    throw new OutboundError('address-refused')
  const host = hostOf(url)
  if (isIP(host) !== 0 && !trustsHost(host) && !isPublicAddress(host)) throw new OutboundError('address-refused')
  return url
}

/** The host of an address, lower case; of an IPv6 address without its brackets. */
export function hostOf(url: URL): string {
  return url.hostname.replaceAll(/^\[|\]$/gu, '')
}

/** Finds all addresses of a name. */
export type ResolveName = (
  hostname: string,
  options: LookupOptions,
  callback: (error: Error | null, found: readonly LookupAddress[]) => void,
) => void

const resolveBySystem: ResolveName = (hostname, options, callback) =>
  lookup(hostname, { ...options, all: true }, callback)

/**
 * Looks a name up once and hands exactly the addresses that were checked to whoever connects: between check and connection
 * nothing is looked up again. One private address among them refuses the name.
 */
export function guardedLookup(trustsHost: TrustsHost, resolve: ResolveName = resolveBySystem): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, options, (error, found) => {
      if (error !== null) {
        callback(error, '')
        return
      }
      const isFine = trustsHost(hostname) || found.every(({ address }) => isPublicAddress(address))
      const [first] = found
      if (!isFine || first === undefined) callback(new OutboundError('address-refused'), '')
      else if (options.all === true) callback(null, [...found])
      else callback(null, first.address, first.family)
    })
  }
}
