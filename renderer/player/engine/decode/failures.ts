import { failure, failureCodes, FailureError, type Failure } from '../../../../src/failure/index.ts'

/** Turns anything thrown while reading or decoding into a failure a person can be told about. */
export function toFailure(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure
  // What the demuxers and WebCodecs throw speaks of the bytes: they are not what they claim to be.
  return failure('file-damaged')
}

/** Reads the failure that the media handler answered with; null when the body holds none. */
export function parseFailure(body: unknown): Failure | null {
  if (typeof body !== 'object' || body === null || !('code' in body)) return null
  const code = failureCodes.find((known) => known === body.code)
  if (code === undefined) return null
  const name =
    'data' in body && typeof body.data === 'object' && body.data !== null && 'name' in body.data ? body.data.name : null
  return typeof name === 'string' ? failure(code, { name }) : failure(code)
}
