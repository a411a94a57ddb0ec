import { toMs } from './frames.ts'
import { Later } from './later.ts'
import type { Output } from './output.ts'

/** What was rendered but is not heard yet: a join or an end. One thing at a time; a command makes it happen at once. */
export class Unheard {
  private readonly output: Output
  private readonly now: () => number
  private readonly waiting = new Later()

  /** `now`: the performance clock, in ms. */
  constructor(output: Output, now: () => number) {
    this.output = output
    this.now = now
  }

  /** Whether something waits to be heard. */
  get pending(): boolean {
    return this.waiting.pending
  }

  /** Does something once a context frame is heard. */
  whenHeard(contextFrame: number, act: () => void): void {
    this.settle()
    const missing = contextFrame - this.output.heardFrame(this.now())
    this.waiting.set(toMs(missing, this.output.sampleRateHz), act)
  }

  /** Takes what waits as heard. */
  settle(): void {
    this.waiting.settle()
  }
}
