import { failure, FailureError } from '../../src/contract/index.ts'

/** Calls whose room is still being built: they answer with a failure. Each goes from here when its room opens. */
function awaited(): never {
  throw new FailureError(failure('not-found'))
}

export const awaitedHandlers = {
  'storage.summary': awaited,
  'storage.clear': awaited,
}
