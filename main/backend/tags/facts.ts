import type { AudioFormat, Loudness } from '../../../src/music/index.ts'

/** What was read from one audio file, ready for a `Track`. */
export interface FileFacts {
  readonly sizeBytes: number
  /** Modification time when it was read, ms since 1970, with fraction. */
  readonly modifiedMs: number
  readonly title: string
  readonly artists: readonly string[]
  readonly albumTitle: string | null
  readonly albumArtist: string | null
  readonly trackNumber: number | null
  readonly discNumber: number | null
  readonly year: number | null
  readonly genre: string | null
  readonly durationMs: number | null
  readonly format: AudioFormat
  readonly loudness: Loudness | null
  /** Names the cover in the cover folder; null when there is none. */
  readonly coverHash: string | null
}

/** One file to read. */
export interface ReadRequest {
  /** Absolute. */
  readonly path: string
  /** Name to use in messages and for guessing a title. */
  readonly name: string
  /** Where covers are kept. */
  readonly coverFolder: string
}
