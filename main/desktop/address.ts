/** The desktop app's own scheme: the interface and its media live at one origin that no website can have. */
export const appScheme = 'melofy'

/** Origin of the interface as Chromium names it. */
export const appOrigin = `${appScheme}://app`

/** Address of the one page there is. */
export const appPage = `${appOrigin}/`

/** True for the page itself, whatever comes after a `#`. */
export function isAppPage(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && isAppAddress(url) && url.pathname === '/' && url.search === ''
}

/** True for everything at the app's origin. Compared in parts, because `URL.origin` is `null` for schemes that Node does not know. */
export function isAppAddress(url: URL): boolean {
  return url.protocol === `${appScheme}:` && url.host === 'app' && url.username === '' && url.password === ''
}
