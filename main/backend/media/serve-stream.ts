import { comingHeader, failure, FailureError } from '../../../src/contract/index.ts'
import { failureResponse, methodNotAllowed, safetyHeaders } from './answers.ts'
import { parseRange } from './range.ts'
import type { MediaEncoding, MediaStream, MediaWait } from './stream.ts'

/** Longest wait before a request is told to ask again, in ms. */
const patienceMs = 5000
/** What is waited for, in bytes: enough to begin with. What has come beyond that goes along. */
const leastBytes = 16 * 1024
/** Bytes of one answer to a range, at most: what was asked for beyond is asked for again. */
const answerBytes = 1024 * 1024
/** Pieces in which a whole stream is sent, in bytes. */
const pieceBytes = 256 * 1024

/**
 * Answers GET and HEAD for one stream, with ranges. A range is answered with what has come of it within some seconds, be it
 * shorter than was asked for; with 503 and `media-waiting` when nothing has. A client that names the encoding it began with
 * (`If-Match`) hears with 412 and `media-changed` that there is another one now.
 */
export async function serveStream(request: Request, stream: MediaStream): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return methodNotAllowed('GET, HEAD')
  const gone = request.signal
  const wait = { gone, ended: AbortSignal.any([gone, AbortSignal.timeout(patienceMs)]) }
  try {
    const expected = request.headers.get('if-match')
    for (;;) {
      const encoding = await stream.open(wait)
      if (encoding === null) return waiting()
      if (!matches(expected, encoding.etag)) return changed(encoding)
      if (request.method === 'HEAD') return new Response(null, { status: 200, headers: headersOf(encoding) })
      try {
        return await answer(request, encoding, wait)
      } catch (error) {
        // Whoever did not say what they began with has not begun: they get what there is now.
        const isChanged = error instanceof FailureError && error.failure.code === 'media-changed'
        if (!isChanged || expected !== null) throw error
      }
    }
  } catch (error) {
    if (error instanceof FailureError) return failureResponse(error.failure)
    throw error
  }
}

async function answer(request: Request, encoding: MediaEncoding, wait: MediaWait): Promise<Response> {
  const range = rangeOf(request, encoding)
  if (range === null) return new Response(wholeBody(encoding, request.signal), { headers: headersOf(encoding) })
  const { first, end } = range
  const bytes = await readWhatIsThere(encoding, first, end, wait)
  const { sizeBytes } = encoding
  if (bytes.length === 0) {
    if (sizeBytes === null || first < sizeBytes) return waiting()
    const headers = { etag: encoding.etag, 'content-range': `bytes */${sizeBytes}` }
    return failureResponse(failure('bad-input'), headers, 416)
  }
  return new Response(bytes, {
    status: 206,
    headers: {
      ...headersOf(encoding),
      'content-length': String(bytes.length),
      'content-range': `bytes ${first}-${first + bytes.length - 1}/${sizeBytes ?? '*'}`,
    },
  })
}

/** As much as is here, without waiting for what is not; only for so little that it is not worth an answer is more waited for. */
async function readWhatIsThere(
  encoding: MediaEncoding,
  first: number,
  end: number,
  wait: MediaWait,
): Promise<Uint8Array<ArrayBuffer>> {
  const last = Math.min(end, first + answerBytes)
  const least = Math.min(end, first + leastBytes)
  const atOnce = { gone: wait.gone, ended: AbortSignal.abort() }
  const here = await encoding.read(first, last, atOnce)
  if (here.length >= Math.min(least, encoding.sizeBytes ?? Infinity) - first) return here
  const waited = await encoding.read(first, least, wait)
  return waited.length < least - first ? waited : await encoding.read(first, last, atOnce)
}

/** Null for the whole; `end` is exclusive. How many there are at the end can be asked for only once the end is known. */
function rangeOf(request: Request, { sizeBytes, etag }: MediaEncoding): { first: number; end: number } | null {
  const condition = request.headers.get('if-range')
  if (condition !== null && condition !== etag) return null
  const header = request.headers.get('range')
  if (sizeBytes === null && header !== null && /=\s*-/u.test(header)) return null
  const range = parseRange(header, sizeBytes ?? Infinity)
  if (range.kind === 'whole') return null
  if (range.kind === 'unsatisfiable') return { first: sizeBytes ?? 0, end: Infinity }
  return { first: range.first, end: range.last + 1 }
}

function headersOf({ etag, mediaType, sizeBytes }: MediaEncoding): Record<string, string> {
  return {
    ...safetyHeaders,
    'content-type': mediaType,
    'accept-ranges': 'bytes',
    'cache-control': 'no-store',
    [comingHeader]: '1',
    etag,
    ...(sizeBytes !== null && { 'content-length': String(sizeBytes) }),
  }
}

function matches(condition: string | null, etag: string): boolean {
  if (condition === null) return true
  const tags = new Set(condition.split(',').map((tag) => tag.trim()))
  return tags.has('*') || tags.has(etag)
}

function waiting(): Response {
  return failureResponse(failure('media-waiting'), { 'retry-after': '1' })
}

function changed({ etag }: MediaEncoding): Response {
  return failureResponse(failure('media-changed'), { etag })
}

/** Everything, as it comes and as it is taken. */
function wholeBody(encoding: MediaEncoding, signal: AbortSignal): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0
  const wait = { gone: signal, ended: signal }
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        const bytes = await encoding.read(at, at + pieceBytes, wait)
        at += bytes.length
        if (bytes.length > 0) controller.enqueue(bytes)
        else if (signal.aborted) controller.error(signal.reason)
        else controller.close()
      },
    },
    { highWaterMark: 0 },
  )
}
