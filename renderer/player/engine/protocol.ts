import type { Failure } from '../../../src/failure/index.ts'
import type { Segment } from './types.ts'

/**
 * What the three threads of the engine say to one another.
 *
 *   page  ── WorkerCommand ──▶ decode worker ── WorkerReport ──▶ page
 *   page  ── CoreCommand  ──▶ audio worklet  ── CoreReport  ──▶ page
 *   decode worker ── Delivery ──▶ audio worklet ── Demand ──▶ decode worker   (their own port, past the page)
 *
 * Frames are frames of the audio context's rate, counted from the first audible frame of the track.
 */

/** Identifies one opened track inside the engine. Never reused. */
export type StreamId = number

export interface OpenStream {
  readonly kind: 'open'
  readonly streamId: StreamId
  readonly url: string
  /** The part of the file that the track is; null for the whole of it. */
  readonly segment: Segment | null
  readonly startFrame: number
  /** Grows with each seek; deliveries of an older generation are dropped. */
  readonly generation: number
  /** `prepare`: a click on it may come; only the beginning is decoded until it plays. */
  readonly purpose: 'play' | 'prepare'
}

export type WorkerCommand =
  | { readonly kind: 'start'; readonly port: MessagePort; readonly contextRateHz: number }
  /** Decodes something of each format that nobody hears, so that the first track of one is as quick as the next. */
  | { readonly kind: 'rehearse' }
  | OpenStream
  | { readonly kind: 'seek'; readonly streamId: StreamId; readonly frame: number; readonly generation: number }
  /** Declares that `next` follows `previous` without a gap, so that a resampler may run on over the join. */
  | { readonly kind: 'join'; readonly previous: StreamId; readonly next: StreamId | null }
  | { readonly kind: 'close'; readonly streamId: StreamId }

/** What the decoder found out about a stream. */
export interface StreamFacts {
  readonly codec: string
  readonly sourceRateHz: number
  readonly sourceChannels: number
  /** Total length in context frames where the headers say it; exact or not. */
  readonly totalFrames: number | null
}

export type WorkerReport =
  | { readonly kind: 'opened'; readonly streamId: StreamId; readonly facts: StreamFacts }
  /** `delivered`: some of it went out before; the failure is told when that was heard. */
  | { readonly kind: 'failed'; readonly streamId: StreamId; readonly error: Failure; readonly delivered: boolean }
  /** The whole track was decoded to its end: the length is exact. */
  | { readonly kind: 'length'; readonly streamId: StreamId; readonly totalFrames: number }

export type Delivery =
  | {
      readonly kind: 'chunk'
      readonly streamId: StreamId
      readonly generation: number
      /** Track frame of the first sample. */
      readonly startFrame: number
      readonly left: Float32Array
      readonly right: Float32Array
    }
  /** The last frames of a track anew, now that it is known what follows them: a resampler looks ahead over the join. */
  | {
      readonly kind: 'patch'
      readonly streamId: StreamId
      readonly generation: number
      readonly startFrame: number
      readonly left: Float32Array
      readonly right: Float32Array
    }
  /** What was delivered ahead of a track's turn is void: the track comes again from its start. */
  | { readonly kind: 'restart'; readonly streamId: StreamId; readonly generation: number }
  /** Nothing comes after `totalFrames`. `broken` when the track should have been longer: it stops there with a failure. */
  | {
      readonly kind: 'end'
      readonly streamId: StreamId
      readonly generation: number
      readonly totalFrames: number
      readonly broken: boolean
    }

/** Tells the worker how far playback has come, so that it keeps the window filled. */
export interface Demand {
  readonly kind: 'demand'
  readonly streamId: StreamId
  readonly generation: number
  /** Read position of the worklet in the stream. */
  readonly readFrame: number
}

export type JoinKind = { readonly kind: 'gapless' } | { readonly kind: 'crossfade'; readonly frames: number }

export type CoreCommand =
  | { readonly kind: 'connect'; readonly port: MessagePort }
  | {
      readonly kind: 'load'
      readonly streamId: StreamId
      readonly generation: number
      readonly startFrame: number
      readonly gain: number
      readonly play: boolean
    }
  | { readonly kind: 'next'; readonly streamId: StreamId | null; readonly gain: number; readonly join: JoinKind }
  /** Samples of this stream will come, and a `load` of it may: they are kept. Null: the one prepared before is let go. */
  | { readonly kind: 'prepare'; readonly streamId: StreamId | null }
  | { readonly kind: 'play' }
  | { readonly kind: 'pause' }
  /** `sentDecoder`: this stream's decoder was sent there already, because the window cannot hold the place; null: it was not. */
  | {
      readonly kind: 'seek'
      readonly frame: number
      readonly generation: number
      readonly sentDecoder: StreamId | null
    }
  | { readonly kind: 'stop' }
  /** Linear output gain (volume and mute together). */
  | { readonly kind: 'volume'; readonly gain: number }
  | { readonly kind: 'gain'; readonly streamId: StreamId; readonly gain: number }
  | { readonly kind: 'rate'; readonly ppm: number }
  /** At context frame `atContextFrame` the current stream is to stand at `frame`, crossfaded over `fadeFrames`. */
  | {
      readonly kind: 'reanchor'
      readonly frame: number
      readonly atContextFrame: number
      readonly fadeFrames: number
      /** For the case that the place lies outside the window and becomes a seek. */
      readonly generation: number
    }
  | { readonly kind: 'tap'; readonly on: boolean }

/**
 * A point that ties playback to the context's clock: at `contextFrame` the stream stands at `frame` and moves on with `rate`
 * frames per context frame (0 when it stands still). Sent at every change and twice a second while it plays.
 */
export interface Anchor {
  readonly contextFrame: number
  readonly streamId: StreamId | null
  readonly frame: number
  /** Frames of this stream rendered so far, seeks and pauses not counted. */
  readonly renderedFrames: number
  readonly rate: number
  /** Of the last load, seek or re-anchor obeyed: an anchor of an older one says nothing about the place asked for since. */
  readonly generation: number
  /** What is decoded, as track frames. */
  readonly bufferedFrom: number
  readonly bufferedTo: number
}

export type CoreReport =
  | { readonly kind: 'anchor'; readonly anchor: Anchor }
  /** First sample of a loaded stream was rendered, at this context frame. */
  | { readonly kind: 'started'; readonly streamId: StreamId; readonly contextFrame: number }
  | { readonly kind: 'stalled'; readonly streamId: StreamId; readonly contextFrame: number }
  /** The join: `streamId` is current from `contextFrame` on. `renderedFrames` belongs to the stream that ended. */
  | {
      readonly kind: 'switched'
      readonly from: StreamId
      readonly streamId: StreamId
      readonly contextFrame: number
      readonly renderedFrames: number
    }
  /** The current stream came to its end and nothing follows. */
  | { readonly kind: 'ended'; readonly streamId: StreamId; readonly contextFrame: number; readonly broken: boolean }
  /** Fade-out after `pause` is done: the output may be suspended. */
  | { readonly kind: 'silent'; readonly contextFrame: number }
  /** The asked-for frame is not in the window: the page has to send the decoder there. */
  | {
      readonly kind: 'outsideWindow'
      readonly streamId: StreamId
      readonly frame: number
      readonly generation: number
      /** The page knew, and has sent it there already. */
      readonly isSent: boolean
    }
  | { readonly kind: 'tap'; readonly contextFrame: number; readonly left: Float32Array; readonly right: Float32Array }
