import { createAssets, plain } from './assets.ts'
import { securityHeaders } from './headers.ts'

export interface SiteOptions {
  /** Folder of the built interface. */
  readonly root: string
  readonly media: (request: Request) => Promise<Response>
  readonly onError: (error: unknown) => void
}

/** Answers everything a page asks for. `connectSources` see `securityHeaders`. Never rejects. */
export type Site = (request: Request, connectSources?: readonly string[]) => Promise<Response>

/**
 * The site both hosts serve: the built interface, and audio and images under `/media/`. The address must be without
 * the browser host's token. A failing handler becomes a bare 500: what went wrong goes to the log, not to the page.
 */
export function createSite({ root, media, onError }: SiteOptions): Site {
  const assets = createAssets(root)
  return async (request, connectSources = []) => {
    const { pathname } = new URL(request.url)
    let response: Response
    try {
      response = pathname.startsWith('/media/') ? await media(request) : await assets(request, pathname)
    } catch (error) {
      if (!request.signal.aborted) onError(error)
      response = plain(500, 'Internal error')
    }
    return withHeaders(response, securityHeaders({ connectSources }))
  }
}

/** The same response with more headers; those it has already are replaced. */
export function withHeaders(response: Response, added: Readonly<Record<string, string>>): Response {
  const headers = new Headers(response.headers)
  for (const [name, value] of Object.entries(added)) headers.set(name, value)
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers })
}
