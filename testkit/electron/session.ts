import { EventEmitter } from 'node:events'

type RequestHandler = (
  contents: { getURL(): string } | null,
  permission: string,
  callback: (ok: boolean) => void,
) => void
type CheckHandler = (
  contents: null,
  permission: string,
  origin: string,
  details: { readonly mediaType?: string; readonly isMainFrame: boolean },
) => boolean
type SchemeHandler = (request: Request) => Response | Promise<Response>

/** Stand-in for Electron's `Session`: keeps the locks that the app set, for the test to rattle at. */
export class FakeSession extends EventEmitter {
  onRequest: RequestHandler | null = null
  onCheck: CheckHandler | null = null
  onDevice: (() => boolean) | null = null
  blocked: readonly string[] = []
  readonly schemes = new Map<string, SchemeHandler>()

  readonly protocol = {
    handle: (scheme: string, handler: SchemeHandler): void => {
      this.schemes.set(scheme, handler)
    },
  }

  readonly webRequest = {
    onBeforeRequest: (
      filter: { readonly urls: readonly string[] },
      listener: (details: object, callback: (answer: { readonly cancel?: boolean }) => void) => void,
    ): void => {
      listener({}, ({ cancel }) => {
        if (cancel === true) this.blocked = filter.urls
      })
    },
  }

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.onRequest = handler
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.onCheck = handler
  }

  setDevicePermissionHandler(handler: () => boolean): void {
    this.onDevice = handler
  }

  setDisplayMediaRequestHandler(): void {}

  /** Asks for a permission as a page at `address` would; null: as one without contents. */
  request(permission: string, address: string | null): boolean {
    let answer = false
    this.onRequest?.(address === null ? null : { getURL: () => address }, permission, (ok) => (answer = ok))
    return answer
  }

  /** Checks a permission as a page at `origin` would. */
  check(permission: string, origin: string, mediaType?: string): boolean {
    const details = { isMainFrame: true, ...(mediaType === undefined ? {} : { mediaType }) }
    return this.onCheck?.(null, permission, origin, details) ?? true
  }

  /** Loads an address of a handled scheme. */
  async load(address: string, init?: RequestInit): Promise<Response> {
    const handler = this.schemes.get(new URL(address).protocol.slice(0, -1))
    if (handler === undefined) throw new Error(`Nothing handles ${address}`)
    return handler(new Request(address, init))
  }
}

export const defaultSession = new FakeSession()
