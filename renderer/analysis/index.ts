import { createMeasuring, type MeasuringParts } from './measuring.ts'
import type { MeasureReport } from './protocol.ts'
import LoudnessWorker from './worker.ts?worker'

/** Measures loudness in the background from now on. Answers what ends it. */
export function measureInBackground(parts: Omit<MeasuringParts, 'startWorker'>): () => void {
  return createMeasuring({
    ...parts,
    startWorker(onReport, onCrash) {
      const worker = new LoudnessWorker()
      worker.onmessage = ({ data }: MessageEvent<MeasureReport>) => onReport(data)
      worker.onerror = onCrash
      return { tell: (command) => worker.postMessage(command), stop: () => worker.terminate() }
    },
  })
}
