import type { VersionTag } from '../tags.ts'

/**
 * How one language says what a version is. Phrases stand with commas between them, as people write them (they are folded
 * before use).
 */
export interface VersionWords {
  readonly tag: VersionTag
  /** Counts where the words of a segment (a bracket, what follows a dash) are all known. */
  readonly is?: string
  /** Counts at the beginning of a segment, whatever follows it: "live at", "from the". */
  readonly begins?: string
  /** Counts at the end of a segment, whatever is before it: "remix", "cover". */
  readonly ends?: string
  /** Counts wherever it stands in a segment: it means nothing else. */
  readonly holds?: string
}
