import { type Failure, type FailureCode, failure, FailureError } from '../../../src/contract/index.ts'
import { OutboundError, type OutboundReason } from '../outbound/index.ts'

const codeOf: Readonly<Record<OutboundReason, FailureCode>> = {
  unreachable: 'node-unreachable',
  'timed-out': 'node-silent',
  'address-refused': 'node-address-refused',
  'too-many-redirects': 'node-answer-unreadable',
  'bad-answer': 'node-answer-unreadable',
  cancelled: 'cancelled',
}

/** What stands in the way of a node, as a person reads it. */
export function failureOfOutbound(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure
  return failure(error instanceof OutboundError ? codeOf[error.reason] : 'internal')
}

/** An answer of the node that is no success. `error` and `message` are the node's own. */
export interface NodeRefusal {
  readonly status: number
  readonly error: string
  readonly message: string
  /** False for an answer of something that stands in front of it. */
  readonly isOfNode: boolean
}

const contract = /runtime contract is incomplete/iu
const unknownSource = /source or search alias not found/iu
const undecodable = /failed to decode track|decode error/iu
const unplayable = /unsupported audio format/iu

/** What a refusal means. `route` tells what was asked for: an endpoint that is switched off answers like one that does not exist. */
export function failureOfRefusal(refusal: NodeRefusal, route: 'general' | 'stream'): Failure {
  const { status, error, message, isOfNode } = refusal
  const words = `${error} ${message}`
  if (status === 401) return failure('node-unauthorized')
  if (status === 403) return isOfNode ? failure('node-locked-out', { minutes: 5 }) : failure('node-proxy-refused')
  if (status === 429) return failure('node-too-many')
  if (status === 404) return failure(route === 'stream' ? 'node-stream-disabled' : 'node-not-nodelink')
  if (contract.test(words)) return failure('node-cluster-only-pcm')
  if (unknownSource.test(words)) return failure('node-source-missing')
  if (undecodable.test(words)) return failure('node-track-unknown')
  if (unplayable.test(words)) return failure('node-track-unplayable')
  return failure(route === 'stream' ? 'node-track-unplayable' : 'node-failed', { status })
}
