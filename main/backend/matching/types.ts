import type { VersionTag } from './versions/index.ts'

/** What is told of a recording, by whoever wants it or has it. */
interface RecordingFacts {
  readonly title: string
  /**
   * The main one first; of a candidate, artists or the one author or channel that its source names. Empty where nothing is known: a
   * wanted title may then hold both, as "Artist - Title".
   */
  readonly artists: readonly string[]
  readonly album?: string | null
  readonly durationMs?: number | null
  /** International Standard Recording Code, in any case, with or without hyphens. */
  readonly isrc?: string | null
  readonly explicit?: boolean | null
}

/** What a person, a playlist or a room wants to hear. */
export type WantedRecording = RecordingFacts

/** Something that could be played for it: a track of the library, or what a NodeLink server found. */
export interface Candidate extends RecordingFacts {
  readonly id: string
  /** `library`, or the source by the name that a node gives it. */
  readonly source: string
  /** A stream without an end is never a recording. */
  readonly isStream?: boolean
  /** The source says that this is the artist's own channel. */
  readonly isOfficial?: boolean
  readonly isLossless?: boolean
  /** Bits per second. */
  readonly bitRateBps?: number | null
}

/** Why a candidate got its score: codes with the data that their words need. Lengths in ms, similarities from 0 to 1. */
export type Reason =
  | { readonly code: 'chosen-by-person' }
  | { readonly code: 'isrc-equal' }
  | { readonly code: 'title-equal' }
  | { readonly code: 'title-close'; readonly similarity: number }
  | { readonly code: 'title-different'; readonly similarity: number }
  | { readonly code: 'title-in-another-script' }
  | { readonly code: 'subtitle-missing' }
  | { readonly code: 'subtitle-different' }
  | { readonly code: 'number-different' }
  | { readonly code: 'artists-equal' }
  | { readonly code: 'artists-in-part' }
  | { readonly code: 'artist-from-title' }
  | { readonly code: 'artist-different' }
  | { readonly code: 'artist-unknown' }
  | { readonly code: 'artist-in-another-script' }
  | { readonly code: 'duration-close'; readonly differenceMs: number }
  | { readonly code: 'duration-off'; readonly differenceMs: number }
  | { readonly code: 'duration-beyond-limit'; readonly differenceMs: number }
  | { readonly code: 'duration-unknown' }
  /** The length is what another tempo would make of it; `ratio` of the candidate's to the wanted one. */
  | { readonly code: 'tempo-suspected'; readonly ratio: number }
  | { readonly code: 'version-missing'; readonly version: VersionTag }
  | { readonly code: 'version-extra'; readonly version: VersionTag }
  | { readonly code: 'version-detail'; readonly version: VersionTag }
  | { readonly code: 'album-equal' }
  | { readonly code: 'album-different' }
  | { readonly code: 'explicit-different' }
  | { readonly code: 'live-stream' }

/** Each from 0 to 1; null where one side knows nothing of it, and the others then weigh more. */
export interface ScoreParts {
  readonly title: number
  readonly artists: number | null
  readonly duration: number | null
  readonly version: number
  readonly album: number | null
  readonly explicit: number | null
  readonly source: number
}

export interface ScoredCandidate<Kind extends Candidate = Candidate> {
  readonly candidate: Kind
  /** From 0 to 1, after the ceiling. */
  readonly score: number
  readonly parts: ScoreParts
  readonly reasons: readonly Reason[]
  /** Whether everything that is known agrees without any doubt. */
  readonly isExact: boolean
  /** Whether the codes are equal and nothing speaks against it. */
  readonly isSameIsrc: boolean
  /** The versions that are heard, for telling recordings apart. */
  readonly versions: readonly VersionTag[]
  readonly isVideo: boolean
}

export type NoMatchReason =
  | 'nothing-found'
  | 'nothing-close'
  | 'only-other-versions'
  | 'only-other-artists'
  | 'only-other-lengths'
  | 'only-rejected'

export type ReviewReason = 'below-accept-line' | 'several-recordings'

/** What matching decided; `ruleVersion` tells by which rules. */
export type Decision<Kind extends Candidate = Candidate> =
  | {
      readonly kind: 'match'
      readonly by: 'override' | 'isrc' | 'exact' | 'score'
      readonly chosen: ScoredCandidate<Kind>
      /** Others that would do, best first: for when the chosen one cannot be played. */
      readonly alternatives: readonly ScoredCandidate<Kind>[]
      readonly ruleVersion: number
    }
  | {
      readonly kind: 'review'
      readonly why: ReviewReason
      /** Best first, five at most. */
      readonly proposals: readonly ScoredCandidate<Kind>[]
      readonly ruleVersion: number
    }
  | {
      readonly kind: 'none'
      readonly why: NoMatchReason
      readonly nearest: ScoredCandidate<Kind> | null
      readonly ruleVersion: number
    }

export interface MatchOptions {
  /** The candidate that a person chose for this recording: always taken. */
  readonly overrideId?: string | null
  /** Candidates that a person refused for this recording: never proposed again. */
  readonly rejectedIds?: ReadonlySet<string>
  /** Leaves out what is known to be the other. */
  readonly only?: 'explicit' | 'clean'
}
