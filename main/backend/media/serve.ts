import type { FileHandle } from 'node:fs/promises'
import { failure } from '../../../src/contract/index.ts'
import { fileFailureCode } from '../tags/index.ts'
import { failureResponse, methodNotAllowed, notFound, safetyHeaders } from './answers.ts'
import { fileBody } from './body.ts'
import { parseRange } from './range.ts'
import { type MediaFile, NotServableError, openMediaFile } from './source.ts'
import { isNotModified, isStillMatched, rangeHolds, validatorsOf } from './validators.ts'

export interface ServeOptions {
  /** The bytes behind this address never change. */
  readonly immutable: boolean
}

/** Answers GET and HEAD for one file, with ranges and conditions. */
export async function serveFile(request: Request, file: MediaFile, options: ServeOptions): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return methodNotAllowed('GET, HEAD')
  let handle: FileHandle
  try {
    handle = await openMediaFile(file.path)
  } catch (error) {
    if (error instanceof NotServableError) return notFound()
    return failureResponse(failure(fileFailureCode(error), { name: file.name }))
  }
  // The body takes the handle over; whatever else happens, it is closed here.
  let isTaken = false
  try {
    const facts = await handle.stat({ bigint: true })
    const validators = validatorsOf(facts)
    const sizeBytes = Number(facts.size)
    const headers: Record<string, string> = {
      ...safetyHeaders,
      'content-type': file.mimeType,
      'accept-ranges': 'bytes',
      etag: validators.etag,
      'last-modified': validators.lastModified,
      // A player's ranges would fill the browser's cache with copies of files that lie on this very disk.
      'cache-control': options.immutable ? 'public, max-age=31536000, immutable' : 'no-store',
    }
    if (!isStillMatched(request.headers, validators)) return failureResponse(failure('media-changed'))
    if (isNotModified(request.headers, validators)) return new Response(null, { status: 304, headers })
    // Ranges are defined for GET alone (RFC 9110 §14.2).
    const isRanged = request.method === 'GET' && rangeHolds(request.headers, validators)
    const range = parseRange(isRanged ? request.headers.get('range') : null, sizeBytes)
    if (range.kind === 'unsatisfiable') {
      return failureResponse({ code: 'bad-input' }, { 'content-range': `bytes */${sizeBytes}` }, 416)
    }
    const part = range.kind === 'part' ? range : { first: 0, last: sizeBytes - 1 }
    headers['content-length'] = String(part.last + 1 - part.first)
    if (range.kind === 'part') headers['content-range'] = `bytes ${part.first}-${part.last}/${sizeBytes}`
    const status = range.kind === 'part' ? 206 : 200
    if (request.method === 'HEAD' || sizeBytes === 0) return new Response(null, { status, headers })
    isTaken = true
    return new Response(fileBody(handle, part, request.signal), { status, headers })
  } catch (error) {
    return failureResponse(failure(fileFailureCode(error), { name: file.name }))
  } finally {
    if (!isTaken) await handle.close()
  }
}
