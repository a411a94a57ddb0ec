/**
 * Words of a song, whatever format they came in. Times are whole ms from the beginning of the track, as the file has them: the
 * file's offset is a fact of its own and never worked into them (see `lyricsTime`).
 */
export type Lyrics = TimedLyrics | PlainLyrics

/** `word`: some lines at least say when each word is sung; `line`: none does. */
export interface TimedLyrics {
  readonly kind: 'word' | 'line'
  readonly format: LyricsFormat
  /** By their start; those that start together as the file has them. Never empty. */
  readonly lines: readonly LyricsLine[]
  readonly facts: LyricsFacts
  readonly skipped: LyricsSkipped
}

/** Without times. */
export interface PlainLyrics {
  readonly kind: 'plain'
  readonly format: LyricsFormat
  /** An empty one is a gap between verses. */
  readonly lines: readonly string[]
  readonly facts: LyricsFacts
  readonly skipped: LyricsSkipped
}

export type LyricsFormat = 'lrc' | 'ttml' | 'srt' | 'webvtt' | 'text'

export interface LyricsLine {
  readonly startMs: number
  /** After the start, and never infinite. Later than the next start where the file says so. */
  readonly endMs: number
  readonly text: string
  /** Empty where the line says nothing of its words. Their texts, with the spaces between them, are the line's text. */
  readonly words: readonly LyricsWord[]
  /** Who sings: `female`, `male`, `duet`, or a name that the file gives; null where it says nothing. */
  readonly voice: string | null
  readonly role: LyricsRole
  /** BCP 47 tag, where it is known. */
  readonly language: string | null
}

/** `translation` and `romanisation` are of the main line before them. */
export type LyricsRole = 'main' | 'background' | 'translation' | 'romanisation'

export interface LyricsWord {
  readonly startMs: number
  readonly endMs: number
  readonly text: string
}

/** What a file says of itself. */
export interface LyricsFacts {
  readonly title: string | null
  readonly artist: string | null
  readonly album: string | null
  readonly lengthMs: number | null
  /** Positive: the lyrics appear earlier. */
  readonly offsetMs: number
  readonly language: string | null
  /** All tags, by lower-case name, those above among them. */
  readonly tags: ReadonlyMap<string, string>
}

/** What could not be used: nothing is lost without a count. */
export interface LyricsSkipped {
  /** Lines with words but without a time, in a file that has times. */
  readonly unstamped: number
  /** Times that are negative, beyond a day, or run backwards within a line. */
  readonly stamps: number
  /** Parts of markup or cues that could not be read. */
  readonly malformed: number
  /** Characters beyond the longest text that is read. */
  readonly characters: number
}

/** Longer texts are cut at a line, in characters: a long concert takes a few hundred thousand. */
export const longestLyrics = 2_000_000

/** A stamp beyond this is no time, in ms. */
export const longestTimeMs = 24 * 3_600_000

/** How long the last line lasts where nothing says when it ends, in ms. */
export const lastLineMs = 10_000
