/** Something that sounds: a file, or samples that follow from their place alone and need neither disk nor decoder. */
export type Sound = FileSound | GeneratedSound

export interface FileSound {
  readonly kind: 'file'
  /** Absolute. */
  readonly path: string
}

export interface GeneratedSound {
  readonly kind: 'generated'
  /** At 48 kHz. */
  readonly frames: number
  /** Tells one from another: different seeds sound different. */
  readonly seed: number
}

/** The only kind of sound loadstream sends: interleaved signed 16-bit little-endian. */
export const pcmFormat = { sampleRateHz: 48_000, channels: 2, bytesPerFrame: 4 } as const
