import { Envelope } from './envelope.ts'

/**
 * What lies over the whole mix: the fade of pause and play, and the volume. Both at 1 leave the samples as they are.
 */
export class OutputGain {
  readonly transport = new Envelope(false)
  private readonly rampFrames: number
  private volume = 1
  private target = 1
  private step = 0

  /** `rampFrames`: how long a change of volume takes. */
  constructor(rampFrames: number) {
    this.rampFrames = rampFrames
  }

  /** Moves the volume to a linear gain, without a step; at once where nothing is heard that could click. */
  setVolume(gain: number): void {
    this.target = gain
    if (this.transport.closed) this.volume = gain
    this.step = (gain - this.volume) / this.rampFrames
  }

  /** Applies the gains to a block and moves on by it. */
  apply(left: Float32Array, right: Float32Array): void {
    const { transport } = this
    if (transport.open && this.step === 0 && this.volume === 1) return
    for (let index = 0; index < left.length; index += 1) {
      if (this.step !== 0) this.ramp()
      const gain = transport.open ? this.volume : transport.next() * this.volume
      left[index] = (left[index] ?? 0) * gain
      right[index] = (right[index] ?? 0) * gain
    }
  }

  private ramp(): void {
    this.volume += this.step
    const passed = this.step > 0 ? this.volume >= this.target : this.volume <= this.target
    if (!passed) return
    this.volume = this.target
    this.step = 0
  }
}
