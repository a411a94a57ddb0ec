export { createStreams } from './streams.ts'
export type { Streams, StreamsOptions } from './streams.ts'
