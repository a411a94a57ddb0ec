/** Work in turns: lets go of the thread from time to time, so that messages (a seek, a close) are heard between two turns. */
export class Turns {
  private readonly lengthMs: number
  private readonly now: () => number
  private since: number

  /** `lengthMs`: longest turn. `now`: any clock in ms. */
  constructor(lengthMs: number, now: () => number = () => performance.now()) {
    this.lengthMs = lengthMs
    this.now = now
    this.since = now()
  }

  /** Resolves at once while the turn lasts; else once whatever waited for the thread has had it. */
  async pause(): Promise<void> {
    if (this.now() - this.since < this.lengthMs) return
    // A message to oneself stands in the row behind those that wait; a timer would cost 4 ms after some rounds.
    const { port1, port2 } = new MessageChannel()
    await new Promise<void>((resolve) => {
      port1.onmessage = () => resolve()
      port2.postMessage(null)
    })
    port1.close()
    this.since = this.now()
  }
}
