import type { CoreReport } from '../protocol.ts'

const blockFrames = 4096

type TapBlock = Extract<CoreReport, { kind: 'tap' }>

/** Copies what was rendered, in blocks, for tests that compare samples. Off, it costs one comparison a quantum. */
export class Tap {
  private on = false
  private left = new Float32Array(blockFrames)
  private right = new Float32Array(blockFrames)
  private filled = 0
  private startFrame = 0
  private readonly send: (block: TapBlock) => void

  constructor(send: (block: TapBlock) => void) {
    this.send = send
  }

  /** Starts or ends recording; ending sends what is left. */
  switch(on: boolean): void {
    if (!on && this.filled > 0) this.flush()
    this.on = on
  }

  /** Takes one rendered quantum. */
  record(left: Float32Array, right: Float32Array, contextFrame: number): void {
    if (!this.on) return
    // A gap in the frames (the context was suspended) begins a new block.
    if (this.filled > 0 && contextFrame !== this.startFrame + this.filled) this.flush()
    if (this.filled === 0) this.startFrame = contextFrame
    this.left.set(left, this.filled)
    this.right.set(right, this.filled)
    this.filled += left.length
    if (this.filled + left.length > blockFrames) this.flush()
  }

  private flush(): void {
    const left = this.left.slice(0, this.filled)
    const right = this.right.slice(0, this.filled)
    this.filled = 0
    this.send({ kind: 'tap', contextFrame: this.startFrame, left, right })
  }
}
