export { calls } from './calls.ts'
export type { AppInfo, OpenedFiles } from './calls.ts'
export type { CallDefinition } from './definition.ts'
export type {
  Bridge,
  CallContext,
  CallInput,
  CallName,
  CallOutput,
  Emit,
  EventName,
  EventPayload,
  Handlers,
  Unsubscribe,
} from './contract.ts'
export { events } from './events.ts'
export { failureSchema } from '../schema/failure.ts'
export { failed, failure, failureCodes, FailureError, success } from '../failure/index.ts'
export type { Failure, FailureCode, Reply } from '../failure/index.ts'
export { audioPath, comingHeader, coverPath, coverSizes, remoteCoverPath, smallCoverPath, uploadPath } from './media.ts'
export type { CoverSize } from './media.ts'
export * from './session.ts'
export type { SearchResults, SearchSource } from './search-calls.ts'
export type { PreloadApi } from './preload.ts'
export { messageFromPageLimitBytes, messageFromPageSchema } from './wire.ts'
export type { MessageFromPage } from './wire.ts'
export { readMessageToPage } from './envelope.ts'
export type { MessageToPage } from './envelope.ts'
