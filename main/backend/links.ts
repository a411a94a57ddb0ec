/** Hosts whose pages the app may open in the system's browser. */
const linkHosts: ReadonlySet<string> = new Set([
  'github.com',
  // Where people sign in, where they get a client id, and where they take Melofy's access away.
  'accounts.spotify.com',
  'developer.spotify.com',
  'www.spotify.com',
])

/**
 * True for links the app may hand to the system: plain https pages of the hosts above, nothing that carries a name and
 * password or another port (both are ways to make one address look like another).
 */
export function isAllowedLink(link: string): boolean {
  const url = URL.parse(link)
  return (
    url !== null &&
    url.protocol === 'https:' &&
    url.port === '' &&
    url.username === '' &&
    url.password === '' &&
    linkHosts.has(url.hostname)
  )
}
