/** How packets become samples. */
export type PacketCodec =
  | { readonly kind: 'webcodecs'; readonly name: CodecName; readonly config: AudioDecoderConfig }
  | {
      readonly kind: 'pcm'
      readonly name: 'PCM'
      readonly format: string
      readonly channels: number
      readonly sampleRateHz: number
    }

export type CodecName = 'MP3' | 'AAC' | 'FLAC' | 'Vorbis' | 'Opus'

/** One encoded packet. */
export interface Packet {
  readonly data: Uint8Array
  /** Frame at which its samples begin, at the stream's own rate, before trimming; may be negative. */
  readonly startFrame: number
  /** Frames it holds as the container says; the last packet may say fewer than the decoder gives (end trimming). Null when unknown. */
  readonly frames: number | null
}

/**
 * A demuxed track. Frames are at `sampleRateHz`, in the stream's own count; the audible part is
 * `trimStart` ≤ frame < `trimEnd`.
 */
export interface PacketReader {
  readonly codec: PacketCodec
  readonly sampleRateHz: number
  readonly channels: number
  /** First audible frame: what comes before is encoder delay. */
  readonly trimStart: number
  /** Frame after the last audible one; null when only the end of the packets tells. */
  readonly trimEnd: number | null
  /** Audible length in frames as the headers say it; null when they say nothing. Good enough to show, not to cut by. */
  readonly lengthHint: number | null
  /** Frame at which a whole file ends, where the headers promise it: one that ends a second earlier is damaged. */
  readonly promisedEnd: number | null
  /** Frames to decode before a target, so that the decoder has settled when the target comes. */
  readonly prerollFrames: number
  /** Puts the reader at the last packet that starts at or before `frame`, or at the first one. */
  seek(frame: number): Promise<void>
  /** The packet at the reader's place, which moves on; null at the end. */
  next(): Promise<Packet | null>
  /**
   * Frames at the end of the last packet that are padding, where the container counts them apart (WebM). Asked for at the end
   * of the track, not before its first sound; never fails.
   */
  readPaddingFrames?: () => Promise<number>
  /** Does ahead of time what a far seek would have to wait for, until it is done or `stopped` says so. */
  prepareSeeking?: (stopped: () => boolean) => Promise<void>
  /** Lets go of what the reader holds. */
  close(): void
}
