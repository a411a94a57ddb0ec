import type { Session, WebContents } from 'electron'
import type { Log } from '../backend/index.ts'
import { appOrigin, isAppPage } from './address.ts'

/** What the page may ask for. Reading device names needs the `media` check; recording is a request and never granted. */
const allowedPermissions = new Set(['speaker-selection', 'fullscreen', 'clipboard-sanitized-write'])

/** Nothing is fetched from outside: the interface lives in the app, and the backend does its own fetching. */
const outside = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*']

/** Names of the files that the page may save. */
const playlistName = /\.(m3u8|xspf|jspf)$/

/** Locks a session: no permission but the few above, no devices, no screen, no network, no files but playlists to save. */
export function lockSession(session: Session): void {
  // Electron's types promise contents; a request from a page that is going away, or from a worker, comes without.
  session.setPermissionRequestHandler((contents: WebContents | null, permission, callback) => {
    callback(isAppPage(contents?.getURL() ?? '') && allowedPermissions.has(permission))
  })
  session.setPermissionCheckHandler((_contents, permission, origin, details) => {
    if (origin.replace(/\/$/, '') !== appOrigin) return false
    return allowedPermissions.has(permission) || (permission === 'media' && details.mediaType === 'audio')
  })
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}))
  session.webRequest.onBeforeRequest({ urls: outside }, (_details, callback) => callback({ cancel: true }))
  session.on('will-download', (event, item) => {
    // Only what the page made itself, and only lists of tracks: the system's dialog then asks where to save it.
    const isOwn = item.getURL().startsWith(`blob:${appOrigin}/`)
    if (!isOwn || !playlistName.test(item.getFilename())) event.preventDefault()
  })
}

/** Locks a page in: it stays where it is, opens nothing and embeds nothing. Links go through `app.openLink`. */
export function lockContents(contents: WebContents, log: Log): void {
  contents.setWindowOpenHandler(() => {
    log.warn('new window refused')
    return { action: 'deny' }
  })
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame && isAppPage(event.url)) return
    log.warn('navigation refused')
    event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
