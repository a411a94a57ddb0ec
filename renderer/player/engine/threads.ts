import DecodeWorker from './decode/worker.ts?worker'
import type { CoreCommand, CoreReport, WorkerCommand, WorkerReport } from './protocol.ts'
import { openOutput, type Output, type OutputOptions } from './output.ts'

/** The engine's other two threads, ready to talk to. */
export interface Threads {
  readonly output: Output
  tellCore(command: CoreCommand): void
  tellWorker(command: WorkerCommand): void
  close(): Promise<void>
}

export interface ThreadListeners {
  onCore(report: CoreReport): void
  onWorker(report: WorkerReport): void
}

/** Starts worklet and decode worker and connects them to each other. */
export async function startThreads(options: OutputOptions, listeners: ThreadListeners): Promise<Threads> {
  const output = await openOutput(options)
  const worker = new DecodeWorker()
  const between = new MessageChannel()
  output.port.onmessage = (event: MessageEvent<CoreReport>) => listeners.onCore(event.data)
  worker.onmessage = (event: MessageEvent<WorkerReport>) => listeners.onWorker(event.data)
  const tellCore = (command: CoreCommand, transfer: Transferable[] = []): void =>
    output.port.postMessage(command, transfer)
  const tellWorker = (command: WorkerCommand, transfer: Transferable[] = []): void =>
    worker.postMessage(command, transfer)
  tellCore({ kind: 'connect', port: between.port1 }, [between.port1])
  tellWorker({ kind: 'start', port: between.port2, contextRateHz: output.sampleRateHz }, [between.port2])
  return {
    output,
    tellCore,
    tellWorker,
    async close() {
      worker.terminate()
      await output.close()
    },
  }
}
