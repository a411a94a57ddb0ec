import { createByteSource } from '../player/engine/decode/byte-source.ts'
import { toFailure } from '../player/engine/decode/failures.ts'
import type { SoundOrigin } from '../player/engine/types.ts'
import { measureTrack } from './measure.ts'
import { Pacer } from './pacer.ts'
import type { MeasureCommand, MeasureReport } from './protocol.ts'

/** The measuring worker's shell: one track at a time, at the pace it is told. */
const pacer = new Pacer(
  () => performance.now(),
  (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
)

function report(message: MeasureReport): void {
  postMessage(message)
}

async function measure(jobId: number, { url, segment = null }: SoundOrigin): Promise<void> {
  const source = createByteSource(url)
  try {
    await pacer.turn()
    const measurement = await measureTrack({ source, segment, turn: () => pacer.turn() })
    report({ kind: 'measured', jobId, measurement })
  } catch (error) {
    report({ kind: 'failed', jobId, error: toFailure(error) })
  } finally {
    source.close()
  }
}

addEventListener('message', ({ data }: MessageEvent<MeasureCommand>) => {
  if (data.kind === 'share') pacer.setShare(data.share)
  else void measure(data.jobId, data.origin)
})
