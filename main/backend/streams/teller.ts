/** News of one track is told no more often than this, in ms. */
const restMs = 500

/** Tells of changes, each track by itself and none too often: the last one is always told. */
export class Teller {
  private readonly timers = new Map<string, NodeJS.Timeout>()
  private readonly toldMs = new Map<string, number>()
  private isClosed = false
  private readonly say: (trackId: string) => void

  constructor(say: (trackId: string) => void) {
    this.say = say
  }

  tell(trackId: string): void {
    if (this.isClosed || this.timers.has(trackId)) return
    const sinceMs = performance.now() - (this.toldMs.get(trackId) ?? -Infinity)
    const timer = setTimeout(
      () => {
        this.timers.delete(trackId)
        this.toldMs.set(trackId, performance.now())
        this.say(trackId)
      },
      Math.max(0, Math.ceil(restMs - sinceMs)),
    )
    this.timers.set(trackId, timer)
  }

  close(): void {
    this.isClosed = true
    for (const timer of this.timers.values()) clearTimeout(timer)
    this.timers.clear()
  }
}
