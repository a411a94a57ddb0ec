import { failure, FailureError, type Failure } from '../../../../src/failure/index.ts'

/** Turns anything thrown while reading or decoding into a failure a person can be told about. */
export function toFailure(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure
  // What the demuxers and WebCodecs throw speaks of the bytes: they are not what they claim to be.
  return failure('file-damaged')
}
