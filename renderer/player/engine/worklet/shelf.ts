import type { Delivery, JoinKind, StreamId } from '../protocol.ts'
import { EarlyDeliveries } from './early.ts'
import { StreamBuffer } from './stream-buffer.ts'

/** What follows the current stream. */
export interface Upcoming {
  readonly stream: StreamBuffer
  join: JoinKind
}

/** The streams that the page has named, and the deliveries for them: one plays, one may follow, one may be prepared. */
export class StreamShelf {
  private readonly streams = new Map<StreamId, StreamBuffer>()
  private readonly early = new EarlyDeliveries()
  /** Deliveries of a seek that is still on its way here. */
  private ahead: Delivery[] = []
  private following: Upcoming | null = null
  /** Decoded ahead of a click that may come. */
  private prepared: StreamBuffer | null = null

  /** What follows the current stream. */
  get upcoming(): Upcoming | null {
    return this.following
  }

  /**
   * Names the stream that is to play; what was to follow or was prepared is let go. It may be here already, as the next one,
   * as the prepared one, or as the one that played `before` since a join that the page had not heard of: then what was
   * decoded ahead is used at once.
   */
  open(
    streamId: StreamId,
    start: { generation: number; frame: number; gain: number },
    before: StreamBuffer | null,
  ): StreamBuffer {
    const held = [this.following?.stream, this.prepared, before].find((stream) => stream?.streamId === streamId)
    this.setNext(null, 1, { kind: 'gapless' })
    this.prepare(null)
    const stream = held ?? new StreamBuffer(streamId, start.generation, start.frame, start.gain)
    stream.gain = start.gain
    this.name(stream)
    return stream
  }

  /** Lets go of a stream that played. */
  close(stream: StreamBuffer): void {
    this.streams.delete(stream.streamId)
  }

  /** Names the stream that follows; the same one again changes how it does. */
  setNext(streamId: StreamId | null, gain: number, join: JoinKind): void {
    if (this.following !== null && this.following.stream.streamId === streamId) {
      this.following.join = join
      this.following.stream.gain = gain
      return
    }
    if (this.following !== null) this.close(this.following.stream)
    this.following = null
    if (streamId === null) return
    const stream = new StreamBuffer(streamId, 0, 0, gain)
    this.following = { stream, join }
    this.name(stream)
  }

  /** Names a stream that a click may come for, in place of the one before. */
  prepare(streamId: StreamId | null): void {
    if (this.prepared !== null) this.close(this.prepared)
    this.prepared = streamId === null ? null : new StreamBuffer(streamId, 0, 0, 1)
    if (this.prepared !== null) this.name(this.prepared)
  }

  /** The next stream plays now; the one before it is done. */
  advance(from: StreamBuffer): void {
    this.close(from)
    this.following = null
  }

  setGain(streamId: StreamId, gain: number): void {
    const stream = this.streams.get(streamId)
    if (stream !== undefined) stream.gain = gain
  }

  /** Hands over what the decoder sent for a seek before the word of it. */
  takeAhead(): readonly Delivery[] {
    const { ahead } = this
    this.ahead = []
    return ahead
  }

  /**
   * Takes decoded audio from the worker. Deliveries for closed streams and older generations are dropped; those for a stream
   * that the page has not named yet wait until it does. Answers what kind was taken, if any.
   */
  deliver(delivery: Delivery): Delivery['kind'] | null {
    const stream = this.streams.get(delivery.streamId)
    if (stream === undefined) {
      this.early.hold(delivery)
      return null
    }
    if (stream.generation !== delivery.generation) {
      // The decoder was sent to a place before the word of it came here.
      if (delivery.generation > stream.generation) this.ahead.push(delivery)
      return null
    }
    switch (delivery.kind) {
      case 'chunk':
        stream.append(delivery.startFrame, delivery.left, delivery.right)
        break
      case 'patch':
        stream.overwrite(delivery.startFrame, delivery.left, delivery.right)
        break
      case 'restart':
        // Too late once it plays: then what comes is the same again, and only what is new is taken.
        if (stream === this.following?.stream) stream.reset(0, delivery.generation)
        break
      case 'end':
        stream.totalFrames = delivery.totalFrames
        stream.broken = delivery.broken
    }
    return delivery.kind
  }

  private name(stream: StreamBuffer): void {
    this.streams.set(stream.streamId, stream)
    for (const delivery of this.early.take(stream.streamId)) this.deliver(delivery)
  }
}
