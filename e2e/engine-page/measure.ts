import type { Measurement } from '../../renderer/analysis/meter/index.ts'
import type { MeasureCommand, MeasureReport } from '../../renderer/analysis/protocol.ts'
import LoudnessWorker from '../../renderer/analysis/worker.ts?worker'
import type { SoundOrigin } from '../../renderer/player/engine/types.ts'

/** Measures a track in a worker of its own, without rests. Rejects with the code of what stands in the way. */
export async function measureLoudness(origin: SoundOrigin): Promise<Measurement> {
  const worker = new LoudnessWorker()
  const tell = (command: MeasureCommand): void => worker.postMessage(command)
  try {
    return await new Promise<Measurement>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<MeasureReport>) => {
        if (data.kind === 'measured') resolve(data.measurement)
        else reject(new Error(data.error.code))
      }
      tell({ kind: 'share', share: 1 })
      tell({ kind: 'measure', jobId: 1, origin })
    })
  } finally {
    worker.terminate()
  }
}
