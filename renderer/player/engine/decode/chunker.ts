import type { Delivery } from '../protocol.ts'

/** Frames sent one by one after a start, so that the first sound does not wait. */
const eagerFrames = 12_000
/** Frames gathered before they are sent, later on: fewer messages for the audio thread. */
const chunkFrames = 9600

/** Gathers samples into chunks and sends them to the worklet. */
export class Chunker {
  private readonly streamId: number
  private readonly generation: number
  private readonly send: (delivery: Delivery, transfer: Transferable[]) => void
  private parts: { left: Float32Array; right: Float32Array }[] = []
  private gathered = 0
  private sent = 0
  private startFrame: number

  constructor(
    streamId: number,
    generation: number,
    startFrame: number,
    send: (delivery: Delivery, transfer: Transferable[]) => void,
  ) {
    this.streamId = streamId
    this.generation = generation
    this.startFrame = startFrame
    this.send = send
  }

  /** Frame after the last one taken. */
  get end(): number {
    return this.startFrame + this.gathered
  }

  /** Takes samples that follow on those before. */
  push(left: Float32Array, right: Float32Array): void {
    if (left.length === 0) return
    this.parts.push({ left, right })
    this.gathered += left.length
    if (this.sent < eagerFrames || this.gathered >= chunkFrames) this.flush()
  }

  /** Sends what is gathered. */
  flush(): void {
    if (this.gathered === 0) return
    const left = join(
      this.parts.map((part) => part.left),
      this.gathered,
    )
    const right = join(
      this.parts.map((part) => part.right),
      this.gathered,
    )
    const { streamId, generation, startFrame } = this
    this.startFrame += this.gathered
    this.sent += this.gathered
    this.gathered = 0
    this.parts = []
    this.send({ kind: 'chunk', streamId, generation, startFrame, left, right }, [left.buffer, right.buffer])
  }

  /** Sends what is gathered and says that nothing follows. */
  finish(totalFrames: number, broken: boolean): void {
    this.flush()
    this.send({ kind: 'end', streamId: this.streamId, generation: this.generation, totalFrames, broken }, [])
  }
}

function join(parts: readonly Float32Array[], length: number): Float32Array<ArrayBuffer> {
  // Always a copy: a part may be a view of something larger, and what is sent is gone.
  const whole = new Float32Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
