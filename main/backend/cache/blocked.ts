import { type FailureCode, FailureError } from '../../../src/contract/index.ts'

/** Failures that say nothing of what was asked for, and pass: the source is away, silent, refusing for a while, or ill. */
const blockedCodes: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'node-unreachable',
  'node-silent',
  'node-locked-out',
  'node-too-many',
  'node-failed',
  'spotify-blocked',
  'spotify-quota-exceeded',
  'spotify-unreachable',
  'spotify-silent',
  'spotify-failed',
  'spotify-signed-out',
])

/** Whether an error means that the source cannot be asked now, so that something older does. */
export function isBlocked(error: unknown): boolean {
  return error instanceof FailureError && blockedCodes.has(error.failure.code)
}
