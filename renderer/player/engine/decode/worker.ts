import type { Demand, OpenStream, WorkerCommand, WorkerReport } from '../protocol.ts'
import { createByteSource } from './byte-source.ts'
import { StreamPipeline } from './pipeline.ts'
import { rehearse, tones } from './rehearsal/index.ts'
import { Resampler } from './resampler.ts'

/** The decode worker's shell: one pipeline per open track, and the port to the audio worklet. */
const pipelines = new Map<number, StreamPipeline>()
let worklet: MessagePort | null = null
let contextRateHz = 48_000
/** Tracks opened so far. */
let openings = 0

function report(message: WorkerReport): void {
  postMessage(message)
}

function open({ streamId, url, segment, startFrame, generation, purpose }: OpenStream): void {
  const pipeline = new StreamPipeline({
    streamId,
    source: createByteSource(url),
    segment,
    contextRateHz,
    purpose,
    turn: Promise.all([...pipelines.values()].map(({ begun }) => begun)),
    send: (delivery, transfer) => worklet?.postMessage(delivery, transfer),
    onOpened: (facts) => report({ kind: 'opened', streamId, facts }),
    onLength: (totalFrames) => report({ kind: 'length', streamId, totalFrames }),
    onFailed: (error, delivered) => report({ kind: 'failed', streamId, error, delivered }),
  })
  pipelines.set(streamId, pipeline)
  openings += 1
  pipeline.start(startFrame, generation)
}

function obey(command: WorkerCommand): void {
  switch (command.kind) {
    case 'start':
      contextRateHz = command.contextRateHz
      worklet = command.port
      command.port.onmessage = (event: MessageEvent<Demand>) => {
        pipelines.get(event.data.streamId)?.demand(event.data.readFrame, event.data.generation)
      }
      // Most music is at 44.1 kHz and most devices are at 48: the filter is ready before the first track.
      for (const common of [44_100, 48_000]) if (common !== contextRateHz) Resampler.prepare(common, contextRateHz)
      return
    case 'rehearse': {
      const before = openings
      void rehearse({ files: tones(), contextRateHz, isWanted: () => openings > before })
      return
    }
    case 'open':
      open(command)
      return
    case 'seek':
      pipelines.get(command.streamId)?.start(command.frame, command.generation)
      return
    case 'join': {
      const next = command.next === null ? null : (pipelines.get(command.next) ?? null)
      pipelines.get(command.previous)?.setHeir(next)
      return
    }
    case 'close':
      pipelines.get(command.streamId)?.close()
      pipelines.delete(command.streamId)
      return
  }
}

addEventListener('message', (event: MessageEvent<WorkerCommand>) => obey(event.data))
