/** Where a file of the origin sends those who ask for it. */
export type Redirect =
  /** So many honest steps, then the file. */
  | { readonly kind: 'steps'; readonly count: number }
  /** Step after step, for ever. */
  | { readonly kind: 'endless' }
  /** Somewhere inside the listener's own machine or network, where nobody should follow. */
  | { readonly kind: 'inside'; readonly host: keyof typeof insideHosts }
  | { readonly kind: 'to'; readonly url: string }

/** Ways of saying "here" and "the cloud's own address" that a check must see through. */
export const insideHosts = {
  loopback: '127.0.0.1',
  localhost: 'localhost',
  'short-loopback': '127.1',
  'decimal-loopback': '2130706433',
  'ipv6-loopback': '[::1]',
  'ipv6-mapped': '[::ffff:127.0.0.1]',
  'link-local': '169.254.169.254',
  unspecified: '0.0.0.0',
} as const

/** Path at the origin that stands for what must not be reached; hits are counted. */
export const insidePath = '/inside'

/** The address for `Location`; null when the steps are over and the file is served. */
export function locationOf(redirect: Redirect, asked: URL, port: number): string | null {
  if (redirect.kind === 'to') return redirect.url
  if (redirect.kind === 'inside') return `http://${insideHosts[redirect.host]}:${port}${insidePath}`
  const step = Number(asked.searchParams.get('step') ?? 0)
  if (redirect.kind === 'steps' && step >= redirect.count) return null
  const next = new URL(asked)
  next.searchParams.set('step', String(step + 1))
  return next.href
}
