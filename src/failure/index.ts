export { failed, failure, failureCodes, FailureError, success } from './failure.ts'
export type { Failure, FailureCode, Reply } from './failure.ts'
export { readFailure } from './read.ts'
