/** Work is done in bursts of this length, in ms: short, so that whoever waits for the processor waits no longer. */
const burstMs = 20

/** Lets work go on for a share of the time only. */
export class Pacer {
  private readonly now: () => number
  private readonly sleep: (milliseconds: number) => Promise<void>
  private share = 0
  private burstFrom = 0
  private wake: (() => void) | null = null

  /** `now` answers ms of any clock. Nothing may go on before a share is set. */
  constructor(now: () => number, sleep: (milliseconds: number) => Promise<void>) {
    this.now = now
    this.sleep = sleep
  }

  /** Sets the share, from 0 (stand still) to 1 (no rest). */
  setShare(share: number): void {
    this.share = share
    if (share > 0) this.wake?.()
  }

  /** To be awaited between two pieces of work: resolves when the next one may be done. */
  async turn(): Promise<void> {
    while (this.share === 0) {
      await new Promise<void>((resolve) => {
        this.wake = resolve
      })
      this.wake = null
      this.burstFrom = this.now()
    }
    const workedMs = this.now() - this.burstFrom
    if (workedMs < burstMs) return
    await this.sleep(workedMs * (1 / this.share - 1))
    this.burstFrom = this.now()
    if (this.share === 0) await this.turn()
  }
}
