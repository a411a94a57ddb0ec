import type { Handlers } from '../../../src/contract/index.ts'
import type { Streams } from './streams.ts'

/** The calls about streamed tracks. */
export function createStreamHandlers(streams: Streams): Pick<Handlers, 'streams.prepare' | 'streams.info'> {
  return {
    'streams.prepare': ({ trackIds }) => {
      streams.prepare(trackIds)
      return null
    },
    'streams.info': ({ trackId }) => streams.info(trackId),
  }
}
