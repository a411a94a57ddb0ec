import type { Failure } from '../../../src/contract/index.ts'
import type { AudioFormat, Loudness } from '../../../src/music/index.ts'
import type { Lyrics } from './lyrics.ts'
import type { SheetTrack } from './sheet.ts'

/** What the tags say about the music, cleaned. Names are as they were written, without repeats. */
export interface TagFacts {
  readonly title: string
  readonly artists: readonly string[]
  readonly albumTitle: string | null
  /** As one text, the way it is shown. */
  readonly albumArtist: string | null
  readonly albumArtists: readonly string[]
  readonly trackNumber: number | null
  readonly discNumber: number | null
  readonly discTotal: number | null
  readonly discSubtitle: string | null
  readonly year: number | null
  /** When the recording first came out, where the tags tell it apart from this edition. */
  readonly originalYear: number | null
  readonly genre: string | null
  readonly genres: readonly string[]
  readonly isrc: string | null
  readonly isCompilation: boolean
  readonly musicBrainz: MusicBrainzIds
  readonly loudness: Loudness | null
}

/** Ids of MusicBrainz, lower-case UUIDs. */
export interface MusicBrainzIds {
  readonly recordingId: string | null
  readonly releaseId: string | null
  readonly releaseGroupId: string | null
  readonly artistIds: readonly string[]
  readonly albumArtistIds: readonly string[]
}

/** What was read from one audio file, ready for a `Track`. */
export interface FileFacts extends TagFacts {
  readonly sizeBytes: number
  /** Modification time when it was read, ms since 1970, with fraction. */
  readonly modifiedMs: number
  readonly durationMs: number | null
  readonly format: AudioFormat
  /** Names the cover in the cover folder; null when there is none. */
  readonly coverHash: string | null
  /** What only the library wants; null when it was not asked for. */
  readonly library: LibraryFacts | null
}

/** What the library wants to know beyond what plays. */
export interface LibraryFacts {
  /** Recognises the recording: see `fingerprintOf`. */
  readonly fingerprint: string
  readonly lyrics: readonly Lyrics[]
  /** The tracks that a cue sheet makes of this file; null when it is one track. */
  readonly sheet: readonly SheetTrack[] | null
  /** Sheets beside it that cannot be used, by their names. */
  readonly sheetProblems: readonly SheetProblem[]
}

export interface SheetProblem {
  readonly name: string
  readonly error: Failure
}

/** Names of files that lie in the folder of an audio file and belong to it. */
export interface Companions {
  readonly cover: string | null
  readonly lyrics: string | null
  readonly sheets: readonly string[]
}

/** One file to read. */
export interface ReadRequest {
  /** Absolute. */
  readonly path: string
  /** Name to use in messages and for guessing a title. */
  readonly name: string
  /** Where covers are kept. */
  readonly coverFolder: string
  /** What lies beside it, for the library; absent, only a cover is looked for. */
  readonly companions?: Companions
}
