import { PlaybackEngine } from './engine.ts'
import type { CoreReport, WorkerReport } from './protocol.ts'
import { startThreads } from './threads.ts'
import type { TappableEngine } from './types.ts'

export type * from './types.ts'

/** What a test may ask for; the app leaves it all out. */
export interface EngineOptions {
  /** Rate of the audio context in Hz; left out, the output device's own. */
  readonly sampleRateHz?: number
}

/** Starts the engine: its worklet and its decode worker. The output sleeps until something is played. */
export async function createEngine(options: EngineOptions = {}): Promise<TappableEngine> {
  let engine: PlaybackEngine | null = null
  const threads = await startThreads(
    { ...options, onDeviceLost: () => engine?.outputLost() },
    {
      onCore: (report: CoreReport) => engine?.fromCore(report),
      onWorker: (report: WorkerReport) => engine?.fromWorker(report),
    },
  )
  engine = new PlaybackEngine(threads, () => performance.now())
  return engine
}
