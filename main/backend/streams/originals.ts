import { type Failure, failure } from '../../../src/contract/index.ts'
import type { TrackStream } from '../nodelink/answers.ts'

/** A place where a track's own bytes lie, as a node told it. */
export interface Original {
  readonly kind: 'direct' | 'hls'
  readonly url: string
  /** The service's word for what it is; null where there is none. */
  readonly format: string | null
  /** Null where the word does not tell. */
  readonly isLossless: boolean | null
  /** Bits per second that it takes; null where nobody knows. */
  readonly bitRate: number | null
  readonly headers: Readonly<Record<string, string>>
}

const plainProtocols = new Set(['http', 'https', 'progressive'])
/** Words for what is lossless, and for what is not, wherever they stand in a format. */
const lossless = /flac|alac|wav|pcm|aiff/iu
const lossy = /mp3|mpeg|opus|vorbis|aac|m4a|mp4|webm|ogg/iu
/** Sources whose bytes are scrambled: only the node can play them. */
const scrambled = new Set(['deezer'])
/** Sources that answer those alone who come from their page. */
const headersOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  bilibili: { referer: 'https://www.bilibili.com/' },
}

/**
 * Reads where the bytes lie. An empty list comes with the reason. `sourceName` is the source that was asked; the answer may come
 * from another one that had the same recording.
 */
export function readOriginals(
  answer: TrackStream,
  sourceName: string,
  lengthMs: number | null,
): { readonly originals: readonly Original[]; readonly passed: Failure | null } {
  const source = answer.newTrack?.info.sourceName ?? sourceName
  const nothing = { originals: [], passed: failure('node-track-unplayable') }
  const url = URL.parse(answer.url)
  if (scrambled.has(source) || url === null || !/^https?:$/u.test(url.protocol)) return nothing
  const format = typeof answer.format === 'string' ? answer.format.toLowerCase() : null
  const protocol = answer.protocol?.toLowerCase() ?? 'http'
  const headers = headersOf[source] ?? {}
  const isLossless = format === null ? null : lossless.test(format) ? true : lossy.test(format) ? false : null
  const bytes = answer.additionalData?.contentLength ?? 0
  const bitRate = bytes > 0 && lengthMs !== null ? (bytes * 8000) / lengthMs : null
  const facts = { url: answer.url, format, isLossless, bitRate, headers }
  const isHls = protocol === 'hls' || /\.m3u8?$/iu.test(url.pathname)
  if (isHls) return { originals: [{ kind: 'hls', ...facts }], passed: null }
  return plainProtocols.has(protocol) ? { originals: [{ kind: 'direct', ...facts }], passed: null } : nothing
}
