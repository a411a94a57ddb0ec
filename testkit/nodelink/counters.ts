import type { RequestRecord } from './types.ts'

/** How hard a client pressed, from the log of requests. */
export class Counters {
  private readonly requests: readonly RequestRecord[]

  constructor(requests: readonly RequestRecord[]) {
    this.requests = requests
  }

  /** Most requests in any stretch of so many ms: sliding, so stricter than the node's own fixed windows. */
  busiest(windowMs = 10_000): number {
    let first = 0
    let most = 0
    for (const [last, request] of this.requests.entries()) {
      while (request.atMs - (this.requests[first]?.atMs ?? 0) >= windowMs) first++
      most = Math.max(most, last - first + 1)
    }
    return most
  }

  /** Requests of each fixed window since the first one, the way the node itself counts. */
  windows(windowMs = 10_000): readonly number[] {
    const began = this.requests[0]?.atMs ?? 0
    const counts: number[] = []
    for (const { atMs } of this.requests) {
      const index = Math.floor((atMs - began) / windowMs)
      while (counts.length <= index) counts.push(0)
      counts[index] = (counts[index] ?? 0) + 1
    }
    return counts
  }

  of(path: string): number {
    return this.requests.filter((request) => request.path === path).length
  }

  /** How many met each verdict: `delayed` and `blocked` are what a good client never sees. */
  judged(verdict: RequestRecord['verdict']): number {
    return this.requests.filter((request) => request.verdict === verdict).length
  }
}
