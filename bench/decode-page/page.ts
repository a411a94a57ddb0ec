import { createByteSource } from '../../renderer/player/engine/decode/byte-source.ts'
import { StreamPipeline } from '../../renderer/player/engine/decode/pipeline.ts'

declare global {
  interface Window {
    /** Decodes a whole file with the engine's pipeline and answers how long that took, in seconds. */
    decodeWhole(job: { readonly url: string; readonly contextRateHz: number }): Promise<number>
  }
}

window.decodeWhole = ({ url, contextRateHz }) =>
  new Promise((resolve, reject) => {
    const from = performance.now()
    const pipeline = new StreamPipeline({
      streamId: 1,
      source: createByteSource(url),
      segment: null,
      contextRateHz,
      purpose: 'play',
      send(delivery) {
        // Whatever comes is played at once, so that the window never fills.
        if (delivery.kind === 'chunk') pipeline.demand(delivery.startFrame + delivery.left.length, 0)
        if (delivery.kind !== 'end') return
        pipeline.close()
        resolve((performance.now() - from) / 1000)
      },
      onOpened: () => undefined,
      onLength: () => undefined,
      onFailed: (error) => reject(new Error(error.code)),
    })
    pipeline.start(0, 0)
  })
