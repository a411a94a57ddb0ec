import type { z } from 'zod'
import { failure, type FailureCode, FailureError } from '../../../src/contract/index.ts'
import { type Outbound, type OutboundResponse, readBytes, readText } from '../outbound/index.ts'
import {
  type Loaded,
  nodeErrorSchema,
  nodeInfoSchema,
  type NodeStats,
  nodeStatsSchema,
  type NodeTrack,
  nodeTrackSchema,
  type TrackStream,
  trackStreamSchema,
  workersSchema,
} from './answers.ts'
import { failureOfOutbound, failureOfRefusal, type NodeRefusal } from './failures.ts'
import type { Governor, PaceAnswer } from './governor.ts'
import { inTime } from './late-answer.ts'
import { readLoadedAnswer } from './loaded/index.ts'
import type { NodeCount, Urgency } from './pace.ts'
import { chaptersAnswerSchema, lyricsAnswerSchema, type NodeChapter, type NodeLyrics } from './words.ts'

/** Where a node is and how it lets us in. */
export interface NodeAddress {
  /** Scheme, host, port and, behind a proxy, a path; without a slash at its end. */
  readonly baseUrl: string
  readonly password: string
}

/** Whom a request is for, and what ends it. */
export interface Asking {
  readonly urgency: Urgency
  readonly signal: AbortSignal
  /** Longest wait for the head of the answer, in ms; the route's own where left out. */
  readonly patienceMs?: number
}

/** A wish for decoded sound. */
export interface PcmAsking extends Asking {
  /** It goes on for ever, as a station does: there is no end to read it to when nobody waits for it. */
  readonly isEndless: boolean
}

/** PCM as it comes: interleaved stereo, 16 bits, little-endian, 48 kHz. */
export interface PcmStream {
  readonly chunks: AsyncGenerator<Uint8Array, void, undefined>
  close(): void
}

/** One node's routes. Each rejects with a `FailureError`, and goes out when the node's pace allows it. */
export interface NodeClient {
  version(asking: Asking): Promise<string>
  info(asking: Asking): Promise<{ readonly version: string; readonly sources: readonly string[] }>
  isCluster(asking: Asking): Promise<boolean>
  /** Whether an endpoint is switched on: asked without what it needs, it complains; one that is off does not exist. */
  hasRoute(route: 'trackstream' | 'loadstream', asking: Asking): Promise<boolean>
  stats(asking: Asking): Promise<NodeStats>
  /** What an identifier (`ytsearch:…`, a link) leads to. */
  load(identifier: string, asking: Asking): Promise<Loaded>
  decode(encoded: string, asking: Asking): Promise<NodeTrack>
  trackStream(encoded: string, asking: Asking): Promise<TrackStream>
  /**
   * `positionMs` is a wish that the node may not honour: whoever reads must count. The signal takes the request back as long as
   * it waits for its turn. Once sent it goes on, whatever becomes of the signal: a node in single mode dies when it is left.
   */
  openPcm(encoded: string, positionMs: number, asking: PcmAsking): Promise<PcmStream>
  /** A track's words; `language` as a code (`en`), null for whatever there is. The node looks the track up anew, which takes a while. */
  lyrics(encoded: string, language: string | null, asking: Asking): Promise<NodeLyrics>
  /** A track's chapters, in their order; null where the node does not serve them. */
  chapters(encoded: string, asking: Asking): Promise<readonly NodeChapter[] | null>
}

/**
 * How answers may be packed. Not with Brotli, which a node would prefer: it packs at the highest quality, and a playlist of
 * ten thousand tracks then takes longer than anybody waits.
 */
const packings = 'gzip, deflate'
/** Text of an answer at most, in bytes: a playlist of ten thousand tracks is about 8 MB. */
const textLimitBytes = 32e6
/** Searches over slow sources take their time. */
const answerPatienceMs = 20_000
/** An answer may pause for so long, in ms. */
const usualIdleMs = 15_000
/** First byte of PCM: the node says nothing at all where it cannot play something. */
const pcmPatienceMs = 8000
/** A request for PCM that nobody waits for any more is left open for so long, in ms: a node that is only busy survives it. */
const leftOpenMs = 120_000
/** PCM may pause for as long as its reader likes, and for this long of itself, in ms. */
const pcmIdleMs = 20_000
/** What a route answers that this node does not have. */
const notServed: ReadonlySet<FailureCode> = new Set(['node-stream-disabled', 'node-cluster-only-pcm'])

export function createNodeClient(parts: {
  readonly address: NodeAddress
  readonly outbound: Outbound
  readonly governor: Governor
  /** Longest wait for any answer and for each further piece of it, in ms, whatever is usual. */
  readonly longestSilenceMs?: number | undefined
}): NodeClient {
  const { address, outbound, governor, longestSilenceMs = Infinity } = parts
  const authorization = address.password

  const urlOf = (path: string, query: Readonly<Record<string, string>> = {}): string => {
    const search = new URLSearchParams(query).toString()
    return `${address.baseUrl}${path}${search === '' ? '' : `?${search}`}`
  }

  async function send(
    url: string,
    asking: Asking,
    options: {
      readonly firstByteMs: number
      readonly idleMs?: number
      readonly packed: boolean
      /** What was sent is not taken back: neither by the signal, nor when it takes too long. */
      readonly goesOn?: { readonly isEndless: boolean }
    },
  ): Promise<OutboundResponse> {
    const { goesOn } = options
    const firstByteMs = Math.min(options.firstByteMs, longestSilenceMs)
    const idleMs = Math.min(options.idleMs ?? usualIdleMs, longestSilenceMs)
    const untilAnswered = goesOn === undefined ? asking.signal : new AbortController().signal
    const { value } = await governor.run(asking.urgency, asking.signal, async () => {
      try {
        const answer = outbound.request({
          url,
          signal: untilAnswered,
          headers: { authorization, ...(options.packed && { 'accept-encoding': packings }) },
          // A node never sends anybody on; what does is not the node.
          redirects: 0,
          firstByteMs: goesOn === undefined ? firstByteMs : leftOpenMs,
          idleMs,
        })
        const response = await (goesOn === undefined ? answer : inTime(answer, firstByteMs, goesOn.isEndless))
        return { value: { value: response }, answer: paceAnswerOf(response) }
      } catch (error) {
        throw new FailureError(failureOfOutbound(error), { cause: error })
      }
    })
    return value
  }

  /** The body of a good answer. */
  async function bytesOf(
    path: string,
    query: Readonly<Record<string, string>>,
    asking: Asking,
    route: 'general' | 'stream' = 'general',
  ): Promise<Buffer> {
    const response = await send(urlOf(path, query), asking, {
      firstByteMs: asking.patienceMs ?? answerPatienceMs,
      packed: true,
    })
    const bytes = await readBytes(response, textLimitBytes).catch((error: unknown) => {
      throw new FailureError(failureOfOutbound(error), { cause: error })
    })
    if (response.status === 200) return bytes
    throw refused(response, bytes.toString('utf8'), route)
  }

  async function ask<Answer>(
    path: string,
    query: Readonly<Record<string, string>>,
    schema: z.ZodType<Answer>,
    asking: Asking,
    route: 'general' | 'stream' = 'general',
  ): Promise<Answer> {
    const answer = schema.safeParse(parseJson((await bytesOf(path, query, asking, route)).toString('utf8')))
    if (!answer.success) throw new FailureError(failure('node-answer-unreadable'))
    return answer.data
  }

  /** What an answer that is no success means. A lock-out is told with the time that is left of it. */
  function refused(response: OutboundResponse, text: string, route: 'general' | 'stream'): FailureError {
    const told = failureOfRefusal(refusalOf(response, text), route)
    const forMs = governor.closedForMs()
    const isTimed = told.code === 'node-locked-out' && forMs > 0
    return new FailureError(isTimed ? failure(told.code, { minutes: Math.ceil(forMs / 60_000) }) : told)
  }

  /** Asks a route that not every node has; null where it has none. */
  async function askWhereServed<Answer>(
    path: string,
    query: Readonly<Record<string, string>>,
    schema: z.ZodType<Answer>,
    asking: Asking,
  ): Promise<Answer | null> {
    try {
      return await ask(path, query, schema, asking, 'stream')
    } catch (error) {
      if (error instanceof FailureError && notServed.has(error.failure.code)) return null
      throw error
    }
  }

  return {
    async version(asking) {
      return (await bytesOf('/version', {}, asking)).toString('utf8').slice(0, 100)
    },
    async info(asking) {
      const { version, sourceManagers } = await ask('/v4/info', {}, nodeInfoSchema, asking)
      return { version: version.semver, sources: sourceManagers }
    },
    async isCluster(asking) {
      return (await ask('/v4/workers', {}, workersSchema, asking)).length > 0
    },
    async hasRoute(route, asking) {
      const response = await send(urlOf(`/v4/${route}`), asking, {
        firstByteMs: asking.patienceMs ?? answerPatienceMs,
        packed: true,
      })
      const text = await readText(response, textLimitBytes).catch(() => '')
      // 404 where it is off. Where it is on, it misses its parameter, or says that it cannot work in this mode; anything else is
      // no word of the route's.
      const { status } = response
      if (!isOfNode(response) || (status !== 400 && status !== 404 && status !== 500))
        throw refused(response, text, 'general')
      return status !== 404
    },
    stats: (asking) => ask('/v4/stats', {}, nodeStatsSchema, asking),
    async load(identifier, asking) {
      const loaded = await readLoadedAnswer(await bytesOf('/v4/loadtracks', { identifier }, asking), asking.signal)
      if (loaded === null) throw new FailureError(failure('node-answer-unreadable'))
      return loaded
    },
    decode: (encodedTrack, asking) => ask('/v4/decodetrack', { encodedTrack }, nodeTrackSchema, asking),
    trackStream: (encodedTrack, asking) =>
      ask('/v4/trackstream', { encodedTrack }, trackStreamSchema, asking, 'stream'),
    async openPcm(encodedTrack, positionMs, asking) {
      const query = { encodedTrack, volume: '100', position: String(Math.round(positionMs)) }
      const timing = {
        firstByteMs: asking.patienceMs ?? pcmPatienceMs,
        idleMs: pcmIdleMs,
        packed: false,
        goesOn: { isEndless: asking.isEndless },
      }
      const response = await send(urlOf('/v4/loadstream', query), asking, timing)
      const isPcm = response.headers['content-type']?.startsWith('audio/l16') === true
      if (response.status === 200 && isPcm) return response
      const text = await readText(response, textLimitBytes).catch(() => '')
      throw refused(response, text, 'stream')
    },
    async lyrics(encodedTrack, language, asking) {
      const query = { encodedTrack, ...(language !== null && { lang: language }) }
      return (await askWhereServed('/v4/loadlyrics', query, lyricsAnswerSchema, asking)) ?? { kind: 'not-served' }
    },
    chapters: (encodedTrack, asking) =>
      askWhereServed('/v4/loadchapters', { encodedTrack }, chaptersAnswerSchema, asking),
  }
}

/** The cheapest request there is, past the pace: for the governor, which counts it, to measure with. */
export async function probeNode(address: NodeAddress, outbound: Outbound, signal: AbortSignal): Promise<PaceAnswer> {
  const response = await outbound.request({
    url: `${address.baseUrl}/version`,
    signal,
    headers: { authorization: address.password },
    redirects: 0,
  })
  await readText(response, textLimitBytes)
  return paceAnswerOf(response)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refusalOf(response: OutboundResponse, text: string): NodeRefusal {
  const { error = '', message = '' } = nodeErrorSchema.safeParse(parseJson(text)).data ?? {}
  return { status: response.status, error, message, isOfNode: isOfNode(response) }
}

/** Every answer of the node itself carries its mark; one of a proxy in front of it does not. */
function isOfNode({ headers }: OutboundResponse): boolean {
  return headers['iamnodelink'] !== undefined || headers['nodelink-api-version'] !== undefined
}

/** What an answer says about the pace. The node's mark tells its own 403 from one of a proxy in front of it. */
function paceAnswerOf(response: OutboundResponse): PaceAnswer {
  const { status, headers } = response
  if (status === 403 && isOfNode(response)) return { kind: 'lockedOut' }
  if (status !== 429) return { kind: 'fine', count: isOfNode(response) ? countOf(headers) : undefined }
  const seconds = Number(headers['retry-after'])
  return { kind: 'tooMany', retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : null }
}

/** The strictest of the counts that the node keeps (`X-RateLimit-…`, seconds since the epoch there); null where it keeps none. */
function countOf(headers: OutboundResponse['headers']): NodeCount | null {
  const [limit, left, resetSeconds] = ['limit', 'remaining', 'reset'].map((name) => {
    const value = headers[`x-ratelimit-${name}`]
    return typeof value === 'string' ? Number(value) : NaN
  })
  if (limit === undefined || left === undefined || resetSeconds === undefined) return null
  if (!Number.isFinite(limit + left + resetSeconds)) return null
  return { limit, left, resetMs: resetSeconds * 1000 }
}
