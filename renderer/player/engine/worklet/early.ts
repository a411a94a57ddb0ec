import type { Delivery, StreamId } from '../protocol.ts'

/**
 * Deliveries for streams that the page's command has not named yet. Worker and page speak through ports of their own, and
 * nothing orders one port against the other: on a busy computer the first samples may be here before the word of their track.
 * Nobody sends them twice, so they wait.
 */
export class EarlyDeliveries {
  private readonly held = new Map<StreamId, Delivery[]>()
  private lastNamed: StreamId = 0

  /** Holds a delivery whose stream is not known, unless it was named before: then it is closed. */
  hold(delivery: Delivery): void {
    if (delivery.streamId <= this.lastNamed) return
    const waiting = this.held.get(delivery.streamId)
    if (waiting === undefined) this.held.set(delivery.streamId, [delivery])
    else waiting.push(delivery)
  }

  /** The page names a stream (ids only grow): what waited for it, in the order of arrival. */
  take(streamId: StreamId): readonly Delivery[] {
    this.lastNamed = Math.max(this.lastNamed, streamId)
    const waiting = this.held.get(streamId) ?? []
    for (const id of this.held.keys()) if (id <= this.lastNamed) this.held.delete(id)
    return waiting
  }
}
