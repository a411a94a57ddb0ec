import { app, protocol } from 'electron'
import type { Session } from 'electron'
import { plain } from '../host/index.ts'
import type { Site } from '../host/index.ts'
import { appScheme, isAppAddress } from './address.ts'

/** Makes the scheme a full citizen (own origin, fetch, streams). Must run before the app is ready, and once. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ])
  // The page is cross-origin isolated by its headers, but since Electron 41 those do not always count for an own scheme
  // (electron/electron#50242). Only our code ever runs in it, so shared memory is allowed either way.
  app.commandLine.appendSwitch('enable-features', 'SharedArrayBuffer')
}

/** Answers the scheme in one session: the interface, audio and images. Other hosts under the scheme do not exist. */
export function serveScheme(session: Session, site: Site): void {
  session.protocol.handle(appScheme, async (request) => {
    const url = URL.parse(request.url)
    return url !== null && isAppAddress(url) ? site(request) : plain(404, 'Not found')
  })
}
