import { failure } from '../../../src/contract/index.ts'
import type { Thumbnails } from '../covers/index.ts'
import type { Log } from '../log/index.ts'
import { failureResponse, notFound } from './answers.ts'
import { coverAnswer, coverSizeOf } from './cover.ts'
import { serveFile } from './serve.ts'
import { serveStream } from './serve-stream.ts'
import type { MediaFile } from './source.ts'
import type { MediaStream } from './stream.ts'

export interface MediaHandlerOptions {
  /** The file behind a track that may be played; undefined for any other id. The only way from an address to a file. */
  readonly audioFile: (trackId: string) => Promise<MediaFile | undefined> | MediaFile | undefined
  /** The stream behind a track that is no file; null for any other id. */
  readonly audioStream: ((trackId: string) => MediaStream | null) | null
  readonly coverFolder: string
  /** Small pictures of covers; null to answer every size with the cover as it is. */
  readonly thumbnails: Thumbnails | null
  /** Covers that lie outside; null where nothing outside is asked. */
  readonly remoteCovers: RemoteCoverFolder | null
  /** Answers `upload`; null where pages know the paths of what is dropped on them. */
  readonly upload: ((request: Request, relativePath: string) => Promise<Response>) | null
  readonly log: Log
}

/** Covers that lie outside, fetched into a folder of their own, and small pictures of them. */
export interface RemoteCoverFolder {
  readonly coverFolder: string
  readonly thumbnails: Thumbnails | null
  /** The name of a track's cover in the folder; null where it cannot be had. */
  readonly get: (trackId: string, signal: AbortSignal) => Promise<string | null>
}

/** The last part of an address: ids and hashes are letters, digits, `-` and `_`, so no dot or slash, however encoded, fits. */
const address = /\/media\/(?:(?<kind>audio|cover|remote-cover)\/(?<id>[\w-]{1,80})|(?<upload>upload))$/u

/**
 * The media handler: a web-standard request in, a response out, the same under Electron's scheme and under HTTP. Who may
 * ask (token, origin) is the host's matter; what may be had is decided here. A host must read or cancel the body of every
 * response, or abort the request: the body owns an open file.
 */
export function createMediaHandler(options: MediaHandlerOptions): (request: Request) => Promise<Response> {
  const { audioFile, remoteCovers, upload, log } = options

  async function answer(request: Request): Promise<Response> {
    const url = new URL(request.url)
    const { kind, id, upload: isUpload } = address.exec(url.pathname)?.groups ?? {}
    if (isUpload !== undefined) return upload?.(request, url.searchParams.get('name') ?? '') ?? notFound()
    if (id === undefined) return notFound()
    if (kind === 'cover' || kind === 'remote-cover') {
      const { signal } = request
      const isRemote = kind === 'remote-cover'
      const hash = isRemote ? ((await remoteCovers?.get(id, signal)) ?? null) : id
      const size = coverSizeOf(url.searchParams)
      const folder = isRemote && remoteCovers !== null ? remoteCovers : options
      const cover = hash === null ? null : await coverAnswer({ hash, size, signal }, folder)
      return cover === null ? notFound() : serveFile(request, cover.file, { immutable: cover.isLasting })
    }
    const stream = options.audioStream?.(id) ?? null
    if (stream !== null) return serveStream(request, stream)
    const file = await audioFile(id)
    return file === undefined ? notFound() : serveFile(request, file, { immutable: false })
  }

  return async (request) => {
    try {
      return await answer(request)
    } catch (error) {
      log.error('A media request failed', { error: error instanceof Error ? error : undefined })
      return failureResponse(failure('internal'))
    }
  }
}
