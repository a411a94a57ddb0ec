import { BlockList, isIPv4, isIPv6 } from 'node:net'

/**
 * Addresses that are not of the public internet: this computer, the home network, and what is set aside (IANA's special-purpose
 * registries, RFC 6890). What comes from outside must never make the app ask them.
 */
const special = new BlockList()
const ipv4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]
// The list itself compares an IPv4 address that is written as an IPv6 one (::ffff:…) with the rules for IPv4.
const ipv6: readonly (readonly [string, number])[] = [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
]
for (const [network, prefix] of ipv4) special.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of ipv6) special.addSubnet(network, prefix, 'ipv6')

/** Ranges of IPv6 that carry an IPv4 address in their bits, and the place of its first byte: NAT64, and 6to4. */
const carriers: readonly { readonly prefix: string; readonly length: number; readonly firstByte: number }[] = [
  { prefix: '64:ff9b::', length: 96, firstByte: 12 },
  { prefix: '2002::', length: 16, firstByte: 2 },
]
const carrierLists = carriers.map(({ prefix, length, firstByte }) => {
  const list = new BlockList()
  list.addSubnet(prefix, length, 'ipv6')
  return { list, firstByte }
})

/** Whether an address may be asked by whatever comes from outside. Anything that is no address may not. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !special.check(address, 'ipv4')
  const plain = address.split('%')[0] ?? ''
  if (!isIPv6(plain) || special.check(plain, 'ipv6')) return false
  for (const { list, firstByte } of carrierLists) {
    if (!list.check(plain, 'ipv6')) continue
    const inside = bytesOf(plain).slice(firstByte, firstByte + 4)
    if (!isPublicAddress(inside.join('.'))) return false
  }
  return true
}

/** The sixteen bytes of a valid IPv6 address. */
function bytesOf(address: string): number[] {
  // A URL's host is the address in its one canonical spelling, without an IPv4 tail.
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const [head = '', tail = ''] = canonical.split('::')
  const groups = (text: string): number[] => (text === '' ? [] : text.split(':').map((group) => parseInt(group, 16)))
  const front = groups(head)
  const back = canonical.includes('::') ? groups(tail) : []
  const gap = Array.from({ length: 8 - front.length - back.length }, () => 0)
  return [...front, ...gap, ...back].flatMap((group) => [group >> 8, group & 255])
}
