export { createStreamHandlers } from './handlers.ts'
export { createStreams } from './streams.ts'
export type { Streams, StreamsOptions } from './streams.ts'
