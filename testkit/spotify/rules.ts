import type { SpotifyBehaviour } from './behaviour.ts'

/** What Spotify counts: how often it is asked, and whether anybody asks although they were told to wait. */
export class Rules {
  private readonly behaviour: SpotifyBehaviour
  private readonly now: () => number
  private answeredAtMs: number[] = []
  private pausedUntilMs = 0
  private underWay = 0
  /** Every rule that a client broke, in words. */
  readonly breaches: string[] = []

  constructor(behaviour: SpotifyBehaviour, now: () => number) {
    this.behaviour = behaviour
    this.now = now
  }

  readonly breach = (what: string): void => {
    this.breaches.push(what)
  }

  /** A request arrived. Answers whether it is one too many. */
  arrive(path: string): boolean {
    const nowMs = this.now()
    this.underWay += 1
    if (this.underWay > 1) this.breach(`${path}: ${this.underWay} requests at a time`)
    if (nowMs < this.pausedUntilMs) this.breach(`${path}: ${this.pausedUntilMs - nowMs} ms before the pause is over`)
    const { requestsPerWindow, windowMs } = this.behaviour
    this.answeredAtMs = this.answeredAtMs.filter((atMs) => atMs > nowMs - windowMs)
    if (this.answeredAtMs.length >= requestsPerWindow) return true
    this.answeredAtMs.push(nowMs)
    return false
  }

  /** It was answered, or its connection has ended. */
  leave(status: number, retryAfter: unknown): void {
    this.underWay -= 1
    if (status !== 429) return
    const seconds = typeof retryAfter === 'string' ? Number(retryAfter) : NaN
    // Half a minute is what a client has to take silence for.
    this.pausedUntilMs = this.now() + (Number.isFinite(seconds) ? seconds : 30) * 1000
  }
}
