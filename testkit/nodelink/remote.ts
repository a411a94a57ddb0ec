import { encodeTrack } from './codec.ts'
import type { LoadResult } from './load-result.ts'

/** A plain address: the node asks for its head, else for its beginning, and believes the content type. Loopback is no exception. */
export async function loadRemote(url: string): Promise<LoadResult> {
  const failure = (message: string): LoadResult => ({
    loadType: 'error',
    exception: { message, severity: 'common' },
  })
  try {
    let answer = await fetch(url, { method: 'HEAD' })
    if (answer.status >= 400 || !isMedia(contentTypeOf(answer))) {
      answer = await fetch(url)
      await answer.body?.cancel()
    }
    if (answer.status >= 400) return failure(`HTTP error ${answer.status} while resolving`)
    if (!isMedia(contentTypeOf(answer))) return failure(`Unsupported content type: ${contentTypeOf(answer)}`)
    return { loadType: 'track', data: trackAt(url, answer.headers) }
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    return failure(`Failed to resolve URL: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
}

function trackAt(url: string, headers: Headers): Extract<LoadResult, { loadType: 'track' }>['data'] {
  const isStream = !headers.has('content-length') || headers.has('icy-metaint')
  const fileName = /filename="([^"]+)"/i.exec(headers.get('content-disposition') ?? '')?.[1]
  const info = {
    identifier: url,
    isSeekable: !isStream,
    author: 'unknown',
    length: -1,
    isStream,
    position: 0,
    title: headers.get('icy-name') ?? fileName ?? 'Unknown',
    uri: url,
    artworkUrl: null,
    isrc: null,
    sourceName: 'http',
  }
  const pluginInfo = { bitrate: 0, genre: '', stationUrl: url, artworkUrl: null, icyBr: '', audioInfo: '' }
  return { encoded: encodeTrack(info), info, pluginInfo }
}

function contentTypeOf(answer: Response): string {
  return answer.headers.get('content-type') ?? ''
}

function isMedia(contentType: string): boolean {
  return /^(audio|video)\//.test(contentType) || contentType === 'application/octet-stream' || contentType === ''
}
