import type { Failure } from '../../../src/contract/index.ts'

/** After so long, what failed is tried again, in ms. */
const forgottenMs = 10 * 60_000
/** Different tracks of one source that failed in a row before the source is to blame. */
const tracksToBlame = 2

/** What does not work at a node, so that the next track does not try it in vain. */
export class FailureMemory {
  private readonly known = new Map<string, { trackIds: Set<string>; failure: Failure; atMs: number }>()
  private readonly now: () => number

  /** `now`: ms. */
  constructor(now: () => number) {
    this.now = now
  }

  /** `way`: names node, source and rung. `isWhole`: the reason is the source's or the node's own, whatever the track. */
  failed(way: string, trackId: string, failure: Failure, isWhole: boolean): void {
    const known = this.recent(way)
    const trackIds = new Set([...(known?.trackIds ?? []), trackId])
    // A single reason that holds for every track counts like several tracks.
    if (isWhole) for (let more = 0; more < tracksToBlame; more += 1) trackIds.add(`*${more}`)
    this.known.set(way, { trackIds, failure, atMs: this.now() })
  }

  worked(way: string): void {
    this.known.delete(way)
  }

  /** Why there is no point in trying; null when there is. */
  blame(way: string): Failure | null {
    const known = this.recent(way)
    return known !== undefined && known.trackIds.size >= tracksToBlame ? known.failure : null
  }

  private recent(way: string): { trackIds: Set<string>; failure: Failure; atMs: number } | undefined {
    const known = this.known.get(way)
    if (known !== undefined && this.now() - known.atMs < forgottenMs) return known
    this.known.delete(way)
    return undefined
  }
}
