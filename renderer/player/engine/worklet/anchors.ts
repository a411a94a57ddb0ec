import type { Anchor, CoreReport } from '../protocol.ts'
import { anchorSeconds } from './timing.ts'

/** The anchors that tell the page where playback stands: one at every change, and some while all goes its way. */
export class Anchors {
  private readonly everyFrames: number
  private readonly report: (message: CoreReport) => void
  private wanted = true
  private lastFrame = 0

  constructor(rateHz: number, report: (message: CoreReport) => void) {
    this.everyFrames = rateHz * anchorSeconds
    this.report = report
  }

  /** Something changed that the next anchor is to tell. */
  want(): void {
    this.wanted = true
  }

  /** Whether something changed since the last one. */
  get isWanted(): boolean {
    return this.wanted
  }

  /** Whether the last one is so old that the page should hear again of what moves. */
  isOld(contextFrame: number): boolean {
    return contextFrame - this.lastFrame >= this.everyFrames
  }

  send(anchor: Anchor): void {
    this.wanted = false
    this.lastFrame = anchor.contextFrame
    this.report({ kind: 'anchor', anchor })
  }
}
