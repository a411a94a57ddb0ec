import type { Anchor, StreamId } from './protocol.ts'

/** Where a stream stands at one moment. */
export interface HeardPlace {
  readonly streamId: StreamId | null
  /** Track frame, with a fraction. */
  readonly frame: number
  /** Frames of the stream heard so far. */
  readonly renderedFrames: number
  readonly generation: number
  readonly moving: boolean
}

const keptAnchors = 64

/**
 * Turns anchors (what was rendered) into positions (what is heard). Rendered audio comes out some time later, so a moment of
 * the present may belong to an older anchor than the newest: anchors are kept and looked up by context frame.
 */
export class HeardClock {
  private anchors: Anchor[] = []
  /** What `now` answered last, and for which context frame. */
  private heard: { readonly contextFrame: number; readonly place: HeardPlace } | null = null

  /** Takes an anchor. Anchors arrive in the order of their context frames. */
  push(anchor: Anchor): void {
    const last = this.anchors.at(-1)
    if (last !== undefined && last.contextFrame === anchor.contextFrame) this.anchors.pop()
    this.anchors.push(anchor)
    if (this.anchors.length > keptAnchors) this.anchors.shift()
  }

  /** The newest anchor: what is decoded, and where the last rendered block ended. */
  get latest(): Anchor | null {
    return this.anchors.at(-1) ?? null
  }

  /**
   * Place heard now. The output's own clock steps back when the output runs dry or its latency grows; what was heard stays
   * heard: until a seek, a re-anchor or another track, the answer never goes back, it waits.
   */
  now(contextFrame: number): HeardPlace {
    const before = this.heard
    const latestFrame = Math.max(contextFrame, before?.contextFrame ?? contextFrame)
    const found = this.at(latestFrame)
    // An anchor that comes late says that less was played than was reckoned: a stall, say.
    const isSameRun =
      before !== null &&
      before.place.streamId === found.streamId &&
      before.place.generation === found.generation &&
      before.place.frame > found.frame
    const place = isSameRun
      ? {
          ...found,
          frame: before.place.frame,
          // Once it stands, what was heard is known and no longer reckoned.
          renderedFrames: found.moving
            ? Math.max(before.place.renderedFrames, found.renderedFrames)
            : found.renderedFrames,
        }
      : found
    this.heard = { contextFrame: latestFrame, place }
    return place
  }

  /** Another track is loaded: what was heard before binds nothing. */
  startOver(): void {
    this.heard = null
  }

  /** Place at a context frame, which need not be whole. */
  at(contextFrame: number): HeardPlace {
    const index = this.anchors.findLastIndex((anchor) => anchor.contextFrame <= contextFrame)
    const anchor = this.anchors[Math.max(0, index)]
    if (anchor === undefined) return { streamId: null, frame: 0, renderedFrames: 0, generation: 0, moving: false }
    // Before the first anchor that is kept, time is counted backwards from it.
    const following = this.anchors[index + 1]
    const until = index >= 0 && following !== undefined ? Math.min(contextFrame, following.contextFrame) : contextFrame
    const passed = (until - anchor.contextFrame) * anchor.rate
    return {
      streamId: anchor.streamId,
      frame: Math.max(0, anchor.frame + passed),
      renderedFrames: Math.max(0, anchor.renderedFrames + passed),
      generation: anchor.generation,
      moving: anchor.rate !== 0,
    }
  }
}
