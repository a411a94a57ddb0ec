import { comingHeader } from '../../src/contract/index.ts'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** What a stream is made of, under one entity tag. */
export interface StreamBytes {
  readonly bytes: Uint8Array
  readonly mediaType?: string
  /** Whether these are all; else more may be added. */
  readonly isWhole?: boolean
}

/** A request for part of a stream, and how it was answered. */
export interface StreamRequest {
  readonly range: string
  readonly ifMatch: string | null
  readonly status: number
}

/** A stream whose bytes come when the test says so, answered as the backend answers what a node brings. */
export interface GrowingStream {
  readonly url: string
  readonly requests: readonly StreamRequest[]
  /** More bytes have come. */
  add(bytes: Uint8Array): void
  /** No more will come: from now on the length is known. */
  end(): void
  /** It is another encoding from now on, under another tag. */
  change(to: StreamBytes): void
  /** Every request is refused with this code and status; null: none is any more. */
  refuse(refusal: { readonly code: string; readonly status: number } | null): void
}

/** The stream, and what answers its requests. */
export interface ServedStream extends GrowingStream {
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>
}

/** Longest wait for bytes in an answer, in ms: shorter than the backend's, so that tests come to the end of it. */
const waitLimitMs = 400

/** Creates a stream under an address. */
export function createStream(url: string, first: StreamBytes): ServedStream {
  const requests: StreamRequest[] = []
  let held = Buffer.from(first.bytes)
  let mediaType = first.mediaType ?? 'application/octet-stream'
  let isWhole = first.isWhole ?? false
  let version = 1
  let refusal: { readonly code: string; readonly status: number } | null = null
  let wake = Promise.withResolvers<void>()

  function changed(): void {
    wake.resolve()
    wake = Promise.withResolvers<void>()
  }

  /** Resolves when byte `end` is here, when it never will be, or when it has taken too long. */
  async function until(end: number, asked: number): Promise<void> {
    const limit = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), waitLimitMs))
    const isWorthWaiting = (): boolean => held.length < end && !isWhole && version === asked && refusal === null
    while (isWorthWaiting()) {
      if ((await Promise.race([wake.promise, limit])) === 'late') return
    }
  }

  return {
    url,
    requests,
    add(bytes) {
      held = Buffer.concat([held, bytes])
      changed()
    },
    end() {
      isWhole = true
      changed()
    },
    change(to) {
      held = Buffer.from(to.bytes)
      mediaType = to.mediaType ?? mediaType
      isWhole = to.isWhole ?? false
      version += 1
      changed()
    },
    refuse(to) {
      refusal = to
      changed()
    },
    async answer(request, response) {
      const [, from = '0', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? []
      const start = Number(from)
      const ifMatch = request.headers['if-match'] ?? null
      const tell = (status: number, headers: Record<string, string | number>, body: Uint8Array | string = ''): void => {
        requests.push({ range: request.headers.range ?? '', ifMatch, status })
        response.writeHead(status, { 'cache-control': 'no-store', [comingHeader]: '1', ...headers }).end(body)
      }
      const asked = version
      if (ifMatch === null || ifMatch === `"${version}"`) await until(to === '' ? start + 1 : Number(to) + 1, asked)
      if (refusal !== null) {
        tell(refusal.status, { 'content-type': 'application/json' }, JSON.stringify({ code: refusal.code }))
      } else if (ifMatch !== null && ifMatch !== `"${version}"`) {
        tell(412, { 'content-type': 'application/json' }, '{"code":"media-changed"}')
      } else if (start >= held.length) {
        if (isWhole) tell(416, { 'content-range': `bytes */${held.length}`, etag: `"${version}"` })
        else tell(503, { 'content-type': 'application/json' }, '{"code":"media-waiting"}')
      } else {
        const end = Math.min(held.length, to === '' ? held.length : Number(to) + 1)
        tell(
          206,
          {
            etag: `"${version}"`,
            'content-type': mediaType,
            'content-length': end - start,
            'content-range': `bytes ${start}-${end - 1}/${isWhole ? held.length : '*'}`,
          },
          held.subarray(start, end),
        )
      }
    },
  }
}
