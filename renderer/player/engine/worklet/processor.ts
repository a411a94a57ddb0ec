import type { CoreCommand, Delivery } from '../protocol.ts'
import { PlaybackCore } from './core.ts'
import { Tap } from './tap.ts'

/** Name under which the page finds the processor. */
const processorName = 'melofy-playback'

/**
 * The audio worklet's shell around the playback core: ports in, samples out. The messages' types are ours on both ends of
 * every port, so they are taken as declared.
 */
class PlaybackProcessor extends AudioWorkletProcessor {
  private worker: MessagePort | null = null
  private readonly core = new PlaybackCore(sampleRate, {
    report: (message) => this.port.postMessage(message),
    demand: (message) => this.worker?.postMessage(message),
  })
  private readonly tap = new Tap((block) => this.port.postMessage(block, [block.left.buffer, block.right.buffer]))
  private readonly spareLeft = new Float32Array(128)
  private readonly spareRight = new Float32Array(128)

  constructor() {
    super()
    this.port.onmessage = (event: MessageEvent<CoreCommand>) => this.obey(event.data)
  }

  process(_inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
    const left = outputs[0]?.[0] ?? this.spareLeft
    const right = outputs[0]?.[1] ?? this.spareRight
    this.core.render(left, right, currentFrame)
    this.tap.record(left, right, currentFrame)
    return true
  }

  private obey(command: CoreCommand): void {
    if (command.kind === 'connect') {
      this.worker = command.port
      command.port.onmessage = (event: MessageEvent<Delivery>) => {
        this.core.deliver(event.data)
        this.core.settle(currentFrame)
      }
    } else if (command.kind === 'tap') {
      this.tap.switch(command.on)
    } else {
      this.core.handle(command)
    }
    this.core.settle(currentFrame)
  }
}

registerProcessor(processorName, PlaybackProcessor)
