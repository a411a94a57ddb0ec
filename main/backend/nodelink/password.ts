import { validateHeaderValue } from 'node:http'
import { failure, FailureError } from '../../../src/contract/index.ts'

/**
 * A password as it can be sent: in a header, which neither keeps spaces around it nor knows other letters than Latin ones.
 * Throws a `FailureError` where it cannot.
 */
export function readPassword(typed: string): string {
  const password = typed.trim()
  try {
    validateHeaderValue('authorization', password)
    return password
  } catch (error) {
    throw new FailureError(failure('node-password-unusable'), { cause: error })
  }
}
